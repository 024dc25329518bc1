// Late, doubled and reordered: whatever the order, the newest state is what is left.

import { expect, it } from "vitest";
import { isQuiet, readDocument, sweep, titlesOf, withdraw } from "./client.ts";
import { deliver, freshHookFeed, saying } from "./hook-feeds.ts";

const T = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, "0")}:00Z`;

const published = saying({ id: "a", title: "One", published: T(1), modified: T(1) });
const edited = saying({ id: "a", title: "Two", published: T(1), modified: T(2) });
const unpublished = saying({ id: "a", title: "Two", status: "draft", modified: T(3) });
const again = saying({ id: "a", title: "Three", published: T(1), modified: T(4) });
const deleted = saying({ event: "post.deleted", id: "a", modified: T(4) });

function orders<T>(of: readonly T[]): T[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, at) => orders(of.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

const titlesAfter = async (source: string, deliveries: readonly string[]): Promise<string[]> => {
  const feed = freshHookFeed();
  for (const body of deliveries) {
    const response = await deliver(feed, { source, body });
    expect(response.status, await response.text()).toBeLessThan(300);
  }
  await sweep(feed); // a feed that never had an article is published by the sweep
  await isQuiet(feed);
  return titlesOf(await readDocument(feed, "feed.json"));
};

it.each(orders([published, edited, unpublished]))(
  "unpublished last: it is out (order %#)",
  async (...order) => {
    expect(await titlesAfter("standard", order)).toEqual([]);
  },
);

it.each(orders([edited, unpublished, again]))(
  "published again last: it is in (order %#)",
  async (...order) => {
    expect(await titlesAfter("standard", order)).toEqual(["Three"]);
  },
);

it.each(orders([published, again, deleted]))("deleted: it is out (order %#)", async (...order) => {
  expect(await titlesAfter("standard", order)).toEqual([]);
});

it("a doubled delivery without an id of its own changes nothing", async () => {
  const doubled = [published, published, edited, published, edited, unpublished, edited, unpublished];
  expect(await titlesAfter("bearer", doubled)).toEqual([]);
  expect(await titlesAfter("bearer", [...doubled, again, unpublished, published])).toEqual(["Three"]);
});

it("what was withdrawn before it ever came shows nowhere, and comes in new when it is published later", async () => {
  const feed = freshHookFeed();
  const withdrawn = await deliver(feed, { source: "standard", body: unpublished });
  expect(await withdrawn.json()).toMatchObject({ status: "withdrawn", revision: 0 });
  const late = await deliver(feed, { source: "standard", body: edited });
  expect(await late.json()).toMatchObject({ status: "stale" });
  const taken = await deliver(feed, { source: "standard", body: again });
  expect(taken.status).toBe(201);
  expect(await taken.json()).toMatchObject({ status: "accepted", revision: 1 });
  await isQuiet(feed);
  expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual(["Three"]);
  expect(await readDocument(feed, "atom.xml")).not.toContain("deleted-entry");
});

it("a time ahead of ours counts as now, so that a later state still comes in", async () => {
  const ahead = saying({
    id: "a",
    status: "draft",
    modified: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const later = saying({ id: "a", title: "Four", modified: new Date(Date.now() + 7_200_000).toISOString() });
  expect(await titlesAfter("standard", [published, ahead, later])).toEqual(["Four"]);
});

it("what was purged stays erased when the same state comes again, and comes back with a newer one", async () => {
  const feed = freshHookFeed();
  const send = (body: string) => deliver(feed, { source: "bearer", body });
  const { key } = await (await send(edited)).json<{ key: string }>();
  expect((await withdraw(feed, key, {}, "?purge=1")).status).toBe(200);
  expect(await (await send(edited)).json()).toMatchObject({ status: "stale" });
  expect(await (await send(again)).json()).toMatchObject({ status: "accepted" });
});
