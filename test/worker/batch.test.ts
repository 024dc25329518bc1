// Batches: each article has its own result. And one article in four types is one article.

import { describe, expect, it, vi } from "vitest";
import { FOUR_TYPES } from "../four-types.ts";
import { accepted, post, publishedAs, put, readDocument, request, titlesOf } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls } from "./main.ts";

type BatchResult = {
  readonly status: number;
  readonly receipt?: {
    readonly key: string;
    readonly id: string;
    readonly status: string;
    readonly feedVersion: number;
  };
  readonly problem?: { readonly type: string; readonly errors?: readonly { readonly pointer: string }[] };
};

async function batch(feed: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await post(feed, { body, headers });
  expect(response.status, await response.clone().text()).toBe(200);
  const { results } = (await response.json()) as { results: BatchResult[] };
  return { response, results };
}

describe("a batch", () => {
  it("takes what is good and says of the rest what to change", async () => {
    const feed = freshFeed();
    const items = [
      { id: "1", title: "One" },
      { id: "2", title: 2 },
      "three",
      { id: "4", content_html: "<form></form>" },
      { id: "1", title: "One, again" },
      { id: "6", title: "Six", content_text: "x".repeat(900_000).replace(/x/g, "<") },
      { id: "7", title: "Seven", unknown: true },
    ];
    const { results } = await batch(feed, items);
    expect(results.map(({ status }) => status)).toEqual([201, 422, 422, 422, 200, 413, 201]);
    expect(results[1]?.problem).toMatchObject({
      type: "urn:edgewire:problem:fields-invalid",
      errors: [{ pointer: "/title" }],
    });
    expect(results[2]?.problem?.errors).toEqual([
      { pointer: "", detail: "must be one article: a JSON object" },
    ]);
    expect(results[5]?.problem?.type).toBe("urn:edgewire:problem:article-too-large");
    expect(results[6]?.receipt).toMatchObject({
      id: "7",
      status: "accepted",
      dropped: [{ rule: "unknown-field" }],
    });
    const json = await publishedAs(feed, results[6]?.receipt?.feedVersion ?? 0, "feed.json");
    expect(titlesOf(json).sort()).toEqual(["One, again", "Seven"]);
  });

  it("may be a JSON Feed", async () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Mine",
      items: [{ id: "1", title: "One" }],
    };
    expect((await batch(freshFeed(), feed)).results).toMatchObject([{ status: 201, receipt: { id: "1" } }]);
  });

  it("of a hundred is one call of the journal and one publish, or two", async () => {
    const feed = freshFeed();
    const calls = controls.objectCalls;
    const { results } = await batch(
      feed,
      Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, title: `Number ${at}` })),
    );
    expect(controls.objectCalls - calls).toBe(1);
    expect(new Set(results.map(({ receipt }) => receipt?.key)).size).toBe(100);
    await publishedAs(feed, results[99]?.receipt?.feedVersion ?? 0);
    expect(controls.puts.filter((name) => name === `feed:${feed}`).length).toBeLessThanOrEqual(2);
  });

  it.each([
    ["nothing", [], "", 0],
    ["no items", { items: [] }, "/items", 0],
    ["a hundred and one", Array.from({ length: 101 }, () => ({ title: "T" })), "", 101],
  ])("of %s is refused as a whole", async (_, body, pointer, count) => {
    const response = await post(freshFeed(), { body });
    const said = `must have 1 to 100 articles, and has ${count}`;
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {
        type: "urn:edgewire:problem:fields-invalid",
        detail: `The batch ${said}.`,
        errors: [{ pointer, detail: said }],
      },
    ]);
  });

  it("without anything good calls no journal", async () => {
    const calls = controls.objectCalls;
    expect((await batch(freshFeed(), [{}, 1, null])).results.map(({ status }) => status)).toEqual([
      422, 422, 422,
    ]);
    expect(controls.objectCalls).toBe(calls);
  });

  it("can't replace an article", async () => {
    const feed = freshFeed();
    const { key } = await accepted(feed, { id: "1", title: "One" });
    expect((await put(feed, key, { body: [{ title: "Two" }] })).status).toBe(422);
  });

  it("sent again with its key is answered the same, and does nothing twice", async () => {
    const feed = freshFeed();
    const items = [{ id: "1", title: "One" }, { title: 2 }, { title: "Without an id" }];
    const headers = { "Idempotency-Key": "batch-1" };
    const first = await batch(feed, items, headers);
    await accepted(feed, { id: "1", title: "One, edited since" });
    const again = await batch(feed, items, headers);
    expect(again.response.headers.get("Idempotency-Replayed")).toBe("true");
    expect(first.response.headers.get("Idempotency-Replayed")).toBeNull();
    expect(again.results).toEqual(first.results);
    await vi.waitFor(async () =>
      expect(titlesOf(await readDocument(feed, "feed.json"))).toContain("One, edited since"),
    );
  });

  it.each([
    ["other articles", [{ id: "2", title: "Two" }]],
    ["one article", { id: "1", title: "One" }],
  ])("refuses its key for %s", async (_, body) => {
    const feed = freshFeed();
    const headers = { "Idempotency-Key": "batch-1" };
    await batch(feed, [{ id: "1", title: "One" }], headers);
    const response = await post(feed, { body, headers });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { type: "urn:edgewire:problem:idempotency-key-reused" },
    ]);
  });

  it("refuses the key of one article", async () => {
    const feed = freshFeed();
    const headers = { "Idempotency-Key": "one-1" };
    await accepted(feed, { id: "1", title: "One" }, { headers });
    expect((await post(feed, { body: [{ id: "1", title: "One" }], headers })).status).toBe(422);
  });
});

it("one article in four types is one article, and the feeds don't change", async () => {
  const feed = freshFeed();
  const [json, ...others] = FOUR_TYPES;
  const first = await accepted(feed, json?.body, { type: json?.type ?? "" });
  const files = ["rss.xml", "atom.xml", "feed.json"];
  await publishedAs(feed, first.feedVersion);
  const before = await Promise.all(files.map((file) => readDocument(feed, file)));
  for (const { type, body, headers } of others) {
    const receipt = await accepted(feed, body, { type, headers });
    expect(receipt, type).toMatchObject({
      key: first.key,
      status: "unchanged",
      revision: 1,
      feedVersion: first.feedVersion,
    });
  }
  expect(await Promise.all(files.map((file) => readDocument(feed, file)))).toEqual(before);
  const page = await request(new URL(first.url).pathname);
  expect(await page.text()).toContain("Nobody sees the lamp that burns.");
});
