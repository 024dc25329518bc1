// What a delivery may hold that nobody expects, from the front door to the feed.

import { expect, it } from "vitest";
import { accepted, isQuiet, put, readDocument, titlesOf } from "./client.ts";
import { deliver, freshHookFeed, saying } from "./hook-feeds.ts";

const titlesIn = async (feed: string) => {
  await isQuiet(feed);
  return titlesOf(await readDocument(feed, "feed.json"));
};

it("publishes again what was taken back, from a GitHub-style sender that names no delivery", async () => {
  const feed = freshHookFeed();
  for (const status of ["live", "draft", "live"])
    await deliver(feed, { source: "github", id: "", body: saying({ id: "a", title: "One", status }) });
  expect(await titlesIn(feed)).toEqual(["One"]);
});

it("refuses an article for a day too far ahead: it must not come out today", async () => {
  const feed = freshHookFeed();
  const body = saying({ id: "a", title: "Not before 2099", published: "2099-01-01T00:00:00Z" });
  const refused = await deliver(feed, { source: "standard", body });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/date_published" }] });
});

it("refuses a number for an id that can't be told from its neighbour", async () => {
  const feed = freshHookFeed();
  const body = saying({ title: "One" }).replace("{", '{"id":9007199254740993,');
  const refused = await deliver(feed, { source: "standard", body });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/id" }] });
});

it("withdraws an article by the id that this wire gave it", async () => {
  const feed = freshHookFeed();
  const { id, key } = await accepted(feed, { url: "https://publisher.test/one", title: "One" });
  const withdrawn = await deliver(feed, { source: "standard", body: saying({ id, status: "draft" }) });
  expect(await withdrawn.json()).toMatchObject({ key, status: "withdrawn" });
  expect(await titlesIn(feed)).toEqual([]);
});

it("has nothing to replace where an article was withdrawn before it ever came", async () => {
  const feed = freshHookFeed();
  const withdrawn = await deliver(feed, { source: "standard", body: saying({ id: "a", status: "draft" }) });
  const { key } = await withdrawn.json<{ key: string }>();
  expect((await put(feed, key, { body: { title: "One" } })).status).toBe(404);
});
