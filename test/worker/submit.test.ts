// What a publisher may do, over HTTP, with the journal that it ends in.

import { describe, expect, it } from "vitest";
import { accepted, ORIGIN, post, publishedAs, put, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";

const TEXT = [
  "Seven Lights, One Log Book",
  "",
  "Print this pagePrint this page",
  "Keepers at the office.Credit: Harbour Archive",
  "",
  "The keepers agreed on Wednesday to write one log, after a long winter.",
  "",
  "A clock for every island",
  "",
  "The harbour office will lend each light a clock of its own.",
  "",
  "Click the bell icon to follow this story:",
].join("\n");

describe("a scraped text", () => {
  it("is an article in five forms, without its buttons and with every sentence", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, TEXT, { type: "text/plain" });
    expect(receipt.dropped.map(({ rule }) => rule)).toEqual(["doubled-label", "call-to-action"]);
    const page = new URL(receipt.url).pathname;
    const forms = [
      await publishedAs(feed, receipt.feedVersion, "rss.xml"),
      await publishedAs(feed, receipt.feedVersion, "atom.xml"),
      await publishedAs(feed, receipt.feedVersion, "feed.json"),
      await (await request(page)).text(),
      await (await request(`${page}/amp`)).text(),
    ];
    for (const form of forms) {
      expect(form).toContain("Seven Lights, One Log Book");
      expect(form).toContain("Keepers at the office.");
      expect(form).toContain("Credit: Harbour Archive");
      expect(form).toMatch(/(?:<|&lt;)h2(?:>|&gt;)A clock for every island(?:<|&lt;)\/h2/);
      expect(form).toContain("The keepers agreed on Wednesday to write one log, after a long winter.");
      expect(form).toContain("The harbour office will lend each light a clock of its own.");
      expect(form).not.toMatch(/Print this page|bell icon/);
    }
  });

  it("is the same article when it is sent again, and says where it is from when told", async () => {
    const feed = freshFeed();
    const headers = { "Content-Location": "https://n.example/log", "Content-Language": "en-US" };
    const first = await accepted(feed, TEXT, { type: "text/plain", headers });
    const edited = await accepted(feed, `${TEXT}\n\nA last sentence came in late.`, {
      type: "text/plain",
      headers,
    });
    expect(edited.key).toBe(first.key);
    expect(edited.revision).toBe(2);
    const document = await publishedAs(feed, edited.feedVersion, "feed.json");
    expect(JSON.parse(document).items[0]).toMatchObject({ url: "https://n.example/log", language: "en-US" });
  });
});

describe("a receipt", () => {
  it("of a new article is 201, names it, and says where it is", async () => {
    const feed = freshFeed();
    const response = await post(feed, { body: { id: "a-1", title: "One" } });
    expect(response.status).toBe(201);
    const receipt = await response.json<Record<string, unknown>>();
    expect(receipt).toEqual({
      key: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{16}$/),
      id: "a-1",
      url: `${ORIGIN}/feeds/${feed}/articles/one-${receipt["key"]}`,
      status: "accepted",
      revision: 1,
      feedVersion: expect.any(Number),
      dropped: [],
    });
    expect(response.headers.get("Location")).toBe(receipt["url"]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  it("of the same again is 200 and unchanged, without a new version", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    const again = await post(feed, { body: { title: "One", id: "a" } });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({
      status: "unchanged",
      revision: 1,
      feedVersion: first.feedVersion,
    });
  });

  it("of a change is 200 with the next revision and a later feed version", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    const second = await accepted(feed, { id: "a", title: "Two" });
    expect(second).toMatchObject({ key: first.key, status: "accepted", revision: 2 });
    expect(second.feedVersion).toBeGreaterThan(first.feedVersion);
    expect(await publishedAs(feed, second.feedVersion)).toMatch(/<title>Two<\/title>/);
  });

  it("of a source older than what is kept is stale, and changes nothing", async () => {
    const feed = freshFeed();
    const newer = { id: "a", title: "Newer", date_modified: "2026-11-02T00:00:00Z" };
    const older = { id: "a", title: "Older", date_modified: "2026-11-01T00:00:00Z" };
    const first = await accepted(feed, newer);
    expect(await accepted(feed, older)).toMatchObject({ status: "stale", revision: 1 });
    const untimed = await accepted(feed, { id: "a", title: "Untimed" });
    expect(untimed).toMatchObject({ status: "accepted", revision: 2 });
    expect(await accepted(feed, older)).toMatchObject({ status: "stale", revision: 2 });
    expect(untimed.feedVersion).toBeGreaterThan(first.feedVersion);
  });

  it("of the same content touched later is unchanged, and still makes older sources stale", async () => {
    const feed = freshFeed();
    await accepted(feed, { id: "a", title: "One", date_modified: "2026-11-01T00:00:00Z" });
    const touched = { id: "a", title: "One", date_modified: "2026-11-03T00:00:00Z" };
    expect(await accepted(feed, touched)).toMatchObject({ status: "unchanged" });
    const between = { id: "a", title: "Two", date_modified: "2026-11-02T00:00:00Z" };
    expect(await accepted(feed, between)).toMatchObject({ status: "stale" });
  });
});

describe("Idempotency-Key", () => {
  const headers = { "Idempotency-Key": "k-1" };

  it("replays the stored answer, whatever happened since", async () => {
    const feed = freshFeed();
    const first = await post(feed, { body: { id: "a", title: "One" }, headers });
    await accepted(feed, { id: "a", title: "Two" });
    const again = await post(feed, { body: { id: "a", title: "One" }, headers });
    expect(again.status).toBe(201);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await again.text()).toBe(await first.text());
    expect(first.headers.get("Idempotency-Replayed")).toBeNull();
  });

  it("with another body is refused, and nothing is stored", async () => {
    const feed = freshFeed();
    await accepted(feed, { id: "a", title: "One" }, { headers });
    const other = await post(feed, { body: { id: "b", title: "Other" }, headers });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ type: "urn:edgewire:problem:idempotency-key-reused" });
    expect(await accepted(feed, { id: "b", title: "Other" })).toMatchObject({ revision: 1 });
  });

  it("is each publisher's own, each feed's own, and each method's own", async () => {
    const [feed, otherFeed] = [freshFeed(), freshFeed()];
    const first = await accepted(feed, { id: "a", title: "One" }, { headers });
    expect(await accepted(feed, { id: "a", title: "Two" }, { headers, token: "desk-secret" })).toMatchObject({
      revision: 2,
    });
    expect(await accepted(otherFeed, { id: "a", title: "Three" }, { headers })).toMatchObject({
      revision: 1,
    });
    expect((await withdraw(feed, first.key, headers)).status).toBe(422);
  });

  it("of a refused request can be used again", async () => {
    const feed = freshFeed();
    expect((await post(feed, { body: { title: 1 }, headers })).status).toBe(422);
    expect((await post(feed, { body: { title: "One" }, headers })).status).toBe(201);
  });

  it.each(["", "a b", "\u00fc", "x".repeat(256)])("%j isn't one", async (key) => {
    const response = await post(freshFeed(), { body: { title: "One" }, headers: { "Idempotency-Key": key } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:idempotency-key-invalid" });
  });

  it("holds for a hundred retries at once: one article, one answer", async () => {
    const feed = freshFeed();
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () =>
        (await post(feed, { body: { id: "a", title: "One" }, headers })).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? "")).toMatchObject({ revision: 1 });
  });
});

describe("PUT", () => {
  it("replaces the article at its key, and the id and key stay", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One", tags: ["x"] });
    const response = await put(feed, first.key, { body: { title: "Entirely new" } });
    expect(response.status).toBe(200);
    const receipt = await response.json<typeof first>();
    expect(receipt).toMatchObject({
      key: first.key,
      id: "a",
      revision: 2,
      url: `${ORIGIN}/feeds/${feed}/articles/entirely-new-${first.key}`,
    });
    const [item] = JSON.parse(await publishedAs(feed, receipt.feedVersion, "feed.json")).items;
    expect(item).toMatchObject({ id: "a", title: "Entirely new" });
    expect(item.tags).toBeUndefined();
  });

  it("takes the article's whole address, with any slug", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { title: "One" });
    expect((await put(feed, `old-slug-${first.key}`, { body: { title: "Two" } })).status).toBe(200);
  });

  it("of a key that isn't there is 404, and creates nothing", async () => {
    const feed = freshFeed();
    expect((await put(feed, "0000000000000000", { body: { title: "One" } })).status).toBe(404);
    expect((await put(feed, "short", { body: { title: "One" } })).status).toBe(404);
  });

  it("with another article's id is refused", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    const response = await put(feed, first.key, { body: { id: "b", title: "One" } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:identity-mismatch" });
    expect((await put(feed, first.key, { body: { id: "a", title: "Two" } })).status).toBe(200);
  });
});

describe("GET with a token", () => {
  it("reads a write before any copy of it", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { id: "a", title: "One", date_published: "2026-11-20T10:05:00Z" });
    const response = await request(`/feeds/${feed}/articles/${receipt.key}`, {
      headers: { Authorization: "Bearer desk-secret" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toMatchObject({
      key: receipt.key,
      id: "a",
      revision: 1,
      state: "live",
      progress: expect.stringMatching(/accepted|stored|published|announced/),
      stuck: null,
      article: { title: "One", publishedAt: Date.UTC(2026, 10, 20, 10, 5) },
    });
  });

  it("of what isn't there is 404, and with a wrong token 401", async () => {
    const feed = freshFeed();
    const read = (token: string) =>
      request(`/feeds/${feed}/articles/0000000000000000`, { headers: { Authorization: token } });
    expect((await read("Bearer newsroom-secret")).status).toBe(404);
    expect((await read("Bearer nobody")).status).toBe(401);
  });
});
