// What a publisher keeps here and shows to nobody yet.

import { expect, it } from "vitest";
import {
  accepted,
  isQuiet,
  kv,
  post,
  progressIs,
  publishedAs,
  readDocument,
  reading,
  request,
  sweep,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";

const titles = async (feed: string): Promise<string[]> => {
  await sweep(feed);
  await isQuiet(feed);
  return titlesOf(await readDocument(feed, "feed.json"));
};

it("a draft is kept, its publisher can read it, and nobody else finds anything", async () => {
  const feed = freshFeed();
  const receipt = await accepted(feed, { id: "a", title: "Not yet", status: "draft" });
  expect(receipt).toMatchObject({ status: "draft", revision: 1 });
  expect(await reading(feed, receipt.key)).toMatchObject({
    state: "draft",
    progress: "draft",
    article: { title: "Not yet" },
  });
  expect(await titles(feed)).toEqual([]);
  expect((await request(new URL(receipt.url).pathname)).status).toBe(404);
  expect(await kv().get(`article:${feed}:${receipt.key}`)).toBeNull();
  expect(await readDocument(feed, "atom.xml")).not.toContain("deleted-entry");
});

it("a draft that is published comes out now, as new", async () => {
  const feed = freshFeed();
  await accepted(feed, { id: "a", title: "One", status: "draft" });
  const again = await accepted(feed, { id: "a", title: "One", status: "draft" });
  expect(again.status).toBe("unchanged");
  const before = Date.now();
  const out = await accepted(feed, { id: "a", title: "One", status: "published" });
  expect(out).toMatchObject({ status: "accepted", revision: 2 });
  const { items } = JSON.parse(await publishedAs(feed, out.feedVersion, "feed.json"));
  expect(items[0].title).toBe("One");
  expect(Date.parse(items[0].date_published)).toBeGreaterThanOrEqual(before - 1);
  expect(items[0].date_modified).toBe(items[0].date_published);
});

it("an article that becomes a draft leaves every feed as one that is withdrawn does, and comes back with its date", async () => {
  const feed = freshFeed();
  const date = "2026-01-02T03:04:05Z";
  const out = await accepted(feed, { id: "a", title: "One", date_published: date });
  await publishedAs(feed, out.feedVersion);
  const held = await accepted(feed, { id: "a", title: "One", status: "draft" });
  expect(held.status).toBe("draft");
  expect(await publishedAs(feed, held.feedVersion, "atom.xml")).toContain("deleted-entry");
  expect((await request(new URL(out.url).pathname)).status).toBe(410);
  await progressIs(feed, out.key, "draft");
  const back = await accepted(feed, { id: "a", title: "One" });
  const { items } = JSON.parse(await publishedAs(feed, back.feedVersion, "feed.json"));
  expect(items[0].date_published).toBe(date);
});

it("a draft that is withdrawn was never there", async () => {
  const feed = freshFeed();
  const { key } = await accepted(feed, { id: "a", title: "One", status: "draft" });
  expect(await (await withdraw(feed, key)).json()).toMatchObject({ status: "withdrawn" });
  expect(await titles(feed)).toEqual([]);
  expect(await readDocument(feed, "atom.xml")).not.toContain("deleted-entry");
});

it("Markdown that says it is a draft is one", async () => {
  const feed = freshFeed();
  const receipt = await accepted(feed, "---\ntitle: Tides\ndraft: true\n---\nText", {
    type: "text/markdown",
  });
  expect(receipt.status).toBe("draft");
});

it.each([
  [{ title: "x", status: "scheduled" }, "/status"],
  [{ title: "x", status: "scheduled", date_published: "2020-01-01T00:00:00Z" }, "/status"],
  [{ title: "x", status: "later" }, "/status"],
])("%j is refused, at %s", async (body, pointer) => {
  const response = await post(freshFeed(), { body });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: [{ pointer }] });
});

it("a draft with a date ahead waits for its publisher, not for its date", async () => {
  const feed = freshFeed();
  const soon = new Date(Date.now() + 600).toISOString();
  const { key } = await accepted(feed, { id: "a", title: "One", status: "draft", date_published: soon });
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(await titles(feed)).toEqual([]);
  expect((await reading(feed, key)).state).toBe("draft");
});
