// Which article a submission is, and what feeds call it: for ever the same.

import { describe, expect, it } from "vitest";
import { accepted, post, publishedAs, put, reading, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";

const idsOf = async (feed: string, version: number): Promise<string[]> =>
  JSON.parse(await publishedAs(feed, version, "feed.json")).items.map(({ id }: { id: string }) => id);

describe("the id that we gave", () => {
  it("sent back means the same article, and feeds go on calling it so", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { url: "https://n.example/a", title: "One" });
    const second = await accepted(feed, { id: first.id, title: "Two" });
    expect(second).toMatchObject({ key: first.key, id: first.id, revision: 2 });
    expect(await idsOf(feed, second.feedVersion)).toEqual([first.id]);
    const third = await put(feed, first.key, { body: { id: first.id, title: "Three" } });
    expect(await third.json()).toMatchObject({ key: first.key, id: first.id, revision: 3 });
  });

  it("of an article that isn't there is an id like any other", async () => {
    const feed = freshFeed();
    const id = `tag:wire.test,2026:${feed}/0123456789abcdef`;
    const receipt = await accepted(feed, { id, title: "One" });
    expect(receipt.key).not.toBe("0123456789abcdef");
    expect(receipt.id).toBe(id);
  });
});

it("an id that comes later, and is the URL, doesn't change what feeds called the article", async () => {
  const feed = freshFeed();
  const first = await accepted(feed, { url: "https://n.example/a", title: "One" });
  const second = await accepted(feed, { id: "https://n.example/a", title: "Two" });
  expect(second).toMatchObject({ key: first.key, id: first.id, revision: 2 });
});

it("numbers that differ in their last digits are never one article", async () => {
  const feed = freshFeed();
  for (const id of ["1234567890123456789", "1e400", "1.5"]) {
    const response = await post(feed, { body: `{"id":${id},"title":"One"}` });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: "/id" }] });
  }
  expect(await accepted(feed, { id: 9007199254740991, title: "One" })).toMatchObject({
    id: "9007199254740991",
  });
});

describe("without id and URL", () => {
  it.each([
    ["pictures", { image: "https://x.example/a.jpg" }, { image: "https://x.example/b.jpg" }],
    [
      "links",
      { title: "Links", external_url: "https://a.example/" },
      { title: "Links", external_url: "https://b.example/" },
    ],
    [
      "recordings",
      { title: "Podcast", attachments: [{ url: "https://x.example/1.mp3", mime_type: "audio/mpeg" }] },
      { title: "Podcast", attachments: [{ url: "https://x.example/2.mp3", mime_type: "audio/mpeg" }] },
    ],
  ])("two %s are two articles", async (_, one, other) => {
    const feed = freshFeed();
    const receipts = [await accepted(feed, one), await accepted(feed, other)];
    expect(receipts.map(({ revision }) => revision)).toEqual([1, 1]);
  });
});

describe("DELETE", () => {
  it.each(["?purge=true", "?purge", "?PURGE=1", "?purge=1&purge=0", "?force=1"])(
    "%s is refused: an erasure that was misspelt must not pass for a withdrawal",
    async (query) => {
      const feed = freshFeed();
      const { key } = await accepted(feed, { title: "One" });
      const response = await withdraw(feed, key, {}, query);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:query-invalid" });
      expect(await reading(feed, key)).toMatchObject({ state: "live" });
    },
  );
});

it("a reader's Authorization that isn't a token is nobody's business here: the page is shown", async () => {
  const feed = freshFeed();
  const receipt = await accepted(feed, { title: "One" });
  await publishedAs(feed, receipt.feedVersion);
  const page = await request(new URL(receipt.url).pathname, { headers: { Authorization: "Basic YTpi" } });
  expect(page.status).toBe(200);
  expect(page.headers.get("Content-Type")).toContain("text/html");
});
