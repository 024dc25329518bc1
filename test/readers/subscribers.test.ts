// Feed readers that people use subscribe, ask again, and see what is new: once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentPath, feedPath } from "../../src/model/address.ts";
import type { Format } from "../../src/model/format.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import { freePort } from "../local/port.ts";
import { type ServedWire, serveWire } from "../local/served-wire.ts";
import { type Watched, watch } from "../local/watched.ts";
import { CORRECTED, expectedOf, LATER, type Read, SAMPLES, type Sample, TAGGED, TIDES } from "./articles.ts";
import { documentsWhen, hold, type ServedDocument } from "./documents.ts";
import { asReadBy } from "./quirks.ts";
import { SUBSCRIBERS } from "./subscribers.ts";

let wire: ServedWire;
let watched: Watched;
let home: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "feed-readers-"));
  const port = await freePort();
  watched = await watch(port);
  const entry = resolve(import.meta.dirname, "workers/main.ts");
  wire = await serveWire({ entry, port, publicOrigin: watched.origin });
});
afterAll(async () => {
  await wire?.close();
  watched?.close();
  rmSync(home, { recursive: true });
});

/** What a reader shows after it asked, and how each document was answered. */
type Poll = {
  readonly shown: ReadonlyMap<string, readonly Read[]>;
  readonly statuses: readonly { readonly path: string; readonly status: number }[];
};

describe.each(SUBSCRIBERS)("$name", ({ name, subscribe, heads, asksTwiceInFull, newsStatus }) => {
  const tides = documentPath(name, TIDES, "rss");
  const paths = [...heads.map(({ path }) => path), tides].sort();
  const receipts = new Map<unknown, Receipt>();
  let first: Poll;
  let again: Poll;
  let later: Poll;
  let corrected: Poll;

  beforeAll(async () => {
    const folder = mkdtempSync(join(home, `${name}-`));
    const poll = subscribe(
      paths.map((path) => watched.origin + path),
      folder,
    );
    const ask = async (): Promise<Poll> => {
      const { result, exchanges } = await watched.during(poll);
      return { shown: result, statuses: exchanges.map(({ path, status }) => ({ path, status })) };
    };
    const publish = async (
      samples: readonly Sample[],
      areReady: (documents: readonly ServedDocument[]) => boolean,
    ) => {
      const posted = samples.map((sample) => sample.posted).reverse();
      for (const [at, receipt] of (await wire.post(name, posted)).entries())
        receipts.set(posted[at]?.["id"], receipt);
      // A feed's documents are of one version: where one shows it, all do.
      await documentsWhen(areReady, wire.origin + feedPath(name, "rss"));
    };

    await publish(SAMPLES, hold(SAMPLES.length));
    first = await ask();
    if (asksTwiceInFull) await ask();
    again = await ask();
    await publish([LATER], hold(SAMPLES.length + 1));
    later = await ask();
    await publish([CORRECTED], ([head]) => head?.text.includes("It is short now.") === true);
    corrected = await ask();
  });

  /** What it is to show of these: what was posted, but for its known quirks; newest first. */
  const expectedBy = (samples: readonly Sample[], format: Format): Read[] =>
    samples.flatMap((sample) => {
      const receipt = receipts.get(sample.posted["id"]);
      if (receipt === undefined) return [];
      return asReadBy(name, format, sample.posted["id"], expectedOf(sample, name, receipt, format));
    });

  const shownBy = ({ shown }: Poll, path: string): Read[] =>
    [...(shown.get(watched.origin + path) ?? [])].sort((one, other) =>
      other.publishedAt.localeCompare(one.publishedAt),
    );

  const answered = (inHeads: number, inTides: number) =>
    paths.map((path) => ({ path, status: path === tides ? inTides : inHeads }));

  it("sees every article of every document that it subscribed to", () => {
    expect(first.statuses.toSorted(byPath)).toEqual(answered(200, 200));
    for (const { path, format } of heads) expect(shownBy(first, path)).toEqual(expectedBy(SAMPLES, format));
    expect(shownBy(first, tides)).toEqual(expectedBy(TAGGED, "rss"));
  });

  it("is told that nothing is new when it asks again, and still shows the same", () => {
    expect(again.statuses.toSorted(byPath)).toEqual(answered(304, 304));
    for (const path of paths) expect(shownBy(again, path)).toEqual(shownBy(first, path));
  });

  it("sees the one article that came since, and isn't told anew of documents that don't list it", () => {
    expect(later.statuses.toSorted(byPath)).toEqual(answered(newsStatus, 304));
    for (const { path, format } of heads)
      expect(shownBy(later, path)).toEqual([...expectedBy([LATER], format), ...shownBy(first, path)]);
    expect(shownBy(later, tides)).toEqual(shownBy(first, tides));
  });

  it("shows an article that was corrected once", () => {
    expect(corrected.statuses.toSorted(byPath)).toEqual(answered(newsStatus, 304));
    for (const path of paths) expect(shownBy(corrected, path)).toEqual(shownBy(later, path));
  });
});

const byPath = (one: { readonly path: string }, other: { readonly path: string }): number =>
  one.path < other.path ? -1 : 1;
