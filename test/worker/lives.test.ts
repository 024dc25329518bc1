// The recorded lives: what each system sent, told to a wire in order, twice, and in any order.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Life, RecordedDelivery } from "../lives/life.ts";
import { lives } from "../lives/lives.ts";
import { isQuiet, publishedAs, sweep, titlesOf } from "./client.ts";
import { deliver, freshHookFeed } from "./hook-feeds.ts";

// What a proxy and the scheme's signature make anew.
const NOT_SENT =
  /^(?:host|connection|content-length|accept-encoding|transfer-encoding|authorization|x-ghost-signature|webhook-.*|sanity-webhook-signature|x-contentful-(?:signature|signed-headers|timestamp))$/;

async function tell(
  feed: string,
  { source }: Life,
  { step, headers, body }: RecordedDelivery,
): Promise<number> {
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_SENT.test(name)));
  const response = await deliver(feed, { source: source.name, body, headers: sent });
  expect(response.status, `${step}: ${await response.clone().text()}`).toBeLessThan(300);
  return newestOf(await response.json());
}

type Answered = {
  readonly feedVersion?: number;
  readonly results?: readonly { readonly receipt?: Answered }[];
};

/** The version of the feed that shows what was taken; 0 where nothing was. */
const newestOf = ({ feedVersion = 0, results = [] }: Answered): number =>
  Math.max(feedVersion, ...results.map(({ receipt = {} }) => newestOf(receipt)));

async function shown(feed: string, version: number): Promise<{ titles: string[]; all: string }> {
  await sweep(feed); // a feed that never had an article is published by the sweep
  await isQuiet(feed);
  const documents = await Promise.all(
    ["feed.json", "rss.xml", "atom.xml"].map((file) => publishedAs(feed, version, file, 15_000)),
  );
  return { titles: titlesOf(documents[0] ?? "").toSorted(), all: documents.join("\n") };
}

const lastTitles = ({ states }: Life): string[] => [...(states.at(-1)?.titles ?? [])].toSorted();

async function endsRight(life: Life, deliveries: readonly RecordedDelivery[]): Promise<void> {
  const feed = freshHookFeed();
  let version = 0;
  for (const delivery of deliveries) version = Math.max(version, await tell(feed, life, delivery));
  const { titles, all } = await shown(feed, version);
  expect(titles).toEqual(lastTitles(life));
  for (const text of life.never) expect(all).not.toContain(text);
}

describe.concurrent.each(lives.map((life) => [life.source.name, life] as const))(
  "the life that %s told",
  (_, life) => {
    it("is in the feeds as it was told, at each step", async () => {
      const feed = freshHookFeed();
      const checked: string[] = [];
      let version = 0;
      for (const [at, delivery] of life.deliveries.entries()) {
        version = Math.max(version, await tell(feed, life, delivery));
        const isLast = !life.deliveries.slice(at + 1).some(({ step }) => step === delivery.step);
        const state = life.states.find(({ after }) => isLast && after === delivery.step);
        if (state === undefined) continue;
        const { titles, all } = await shown(feed, version);
        expect(titles, delivery.step).toEqual([...state.titles].toSorted());
        for (const text of life.never) expect(all, delivery.step).not.toContain(text);
        checked.push(delivery.step);
      }
      expect(checked).toEqual(life.states.map(({ after }) => after));
      expect(life.states.some(({ titles }) => titles.length > 0)).toBe(true);
    });

    it("ends the same with each delivery twice", () =>
      endsRight(
        life,
        life.deliveries.flatMap((delivery) => [delivery, delivery]),
      ));

    it("ends the same backwards", () => endsRight(life, life.deliveries.toReversed()));

    it("ends the same in any order", () =>
      fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...life.deliveries], {
            minLength: life.deliveries.length,
            maxLength: life.deliveries.length,
          }),
          (deliveries) => endsRight(life, deliveries),
        ),
        { numRuns: 3 },
      ));
  },
);
