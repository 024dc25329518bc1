// Feeds by tag, author and language: put together when they are asked for.

import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accepted, journal, pause, publishedAs, request, titlesOf, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";
import { meet } from "./walk.ts";

afterEach(restoreControls);

const FILES = ["rss.xml", "atom.xml", "feed.json"];
const A_SECOND = 1_050;

/** Three articles: "Both" is of tides and quays, the others of one each. */
async function taggedFeed() {
  const feed = freshFeed();
  const tides = await accepted(feed, {
    id: "t",
    title: "Only tides",
    tags: ["Tides"],
    authors: [{ name: "Desk One" }],
  });
  const quays = await accepted(feed, {
    id: "q",
    title: "Only quays",
    tags: ["C++ & quays"],
    language: "de-DE",
  });
  const both = await accepted(feed, {
    id: "b",
    title: "Both",
    tags: ["TIDES", "C++ & quays"],
    language: "de-AT",
  });
  await publishedAs(feed, both.feedVersion);
  return { feed, tides, quays, both };
}

const titlesAt = async (path: string): Promise<readonly string[]> => (await meet(path)).titles;
const QUAYS = "c%2B%2B%20%26%20quays";

describe("a derived feed", () => {
  it.each(FILES)("lists the articles with a tag, newest first, in %s", async (file) => {
    const { feed } = await taggedFeed();
    expect(await titlesAt(`/feeds/${feed}/tags/tides/${file}`)).toEqual(["Both", "Only tides"]);
    expect(await titlesAt(`/feeds/${feed}/tags/${QUAYS}/${file}`)).toEqual(["Both", "Only quays"]);
  });

  it("of two tags lists the articles with both", async () => {
    const { feed } = await taggedFeed();
    expect(await titlesAt(`/feeds/${feed}/tags/${QUAYS}+tides/rss.xml`)).toEqual(["Both"]);
  });

  it("of an author, of a language, and of a language with every region", async () => {
    const { feed } = await taggedFeed();
    expect(await titlesAt(`/feeds/${feed}/authors/desk%20one/atom.xml`)).toEqual(["Only tides"]);
    expect(await titlesAt(`/feeds/${feed}/languages/de-AT/atom.xml`)).toEqual(["Both"]);
    expect(await titlesAt(`/feeds/${feed}/languages/de/atom.xml`)).toEqual(["Both", "Only quays"]);
    expect(await titlesAt(`/feeds/${feed}/languages/en/atom.xml`)).toEqual(["Only tides"]);
  });

  it("says what it is, under an id and an address of its own", async () => {
    const { feed } = await taggedFeed();
    const path = `/feeds/${feed}/tags/tides`;
    const atom = await (await request(`${path}/atom.xml`)).text();
    expect(atom).toMatch(new RegExp(`<id>tag:wire.test,\\d{4}:${feed}/tags/tides</id>`));
    expect(atom).toMatch(/<title>Test feed t\d+: TIDES<\/title>/);
    expect(atom).toContain(`rel="self" type="application/atom+xml" href="https://wire.test${path}/atom.xml"`);
    expect(atom).toContain("<fh:complete/>");
    const page = await request(path, { headers: { Accept: "text/html" } });
    expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toContain("Only tides");
  });

  it.each([
    ["tags/Tides/rss.xml", "tags/tides/rss.xml"],
    ["tags/%54ides/rss.xml", "tags/tides/rss.xml"],
    [`tags/tides+${QUAYS}/rss.xml`, `tags/${QUAYS}+tides/rss.xml`],
    ["tags/tides+tides/rss.xml", "tags/tides/rss.xml"],
    ["authors/Desk%20One/feed.json", "authors/desk%20one/feed.json"],
    ["languages/DE-at/atom.xml", "languages/de-AT/atom.xml"],
    ["tags/Tides", "tags/tides"],
  ])("has one address: %s leads to %s", async (asked, right) => {
    const { feed } = await taggedFeed();
    const response = await request(`/feeds/${feed}/${asked}`);
    expect([response.status, response.headers.get("Location")]).toEqual([301, `/feeds/${feed}/${right}`]);
  });

  it("has validators of its own: what changes elsewhere in the feed leaves them", async () => {
    const { feed } = await taggedFeed();
    const path = `/feeds/${feed}/tags/tides/rss.xml`;
    const before = await request(path);
    const conditions = [
      { "If-None-Match": before.headers.get("ETag") ?? "" },
      { "If-Modified-Since": before.headers.get("Last-Modified") ?? "" },
    ];
    const other = await accepted(feed, { id: "o", title: "Other" });
    await publishedAs(feed, other.feedVersion);
    await pause(A_SECOND);
    for (const headers of conditions) expect((await request(path, { headers })).status).toBe(304);

    const more = await accepted(feed, { id: "m", title: "More", tags: ["tides"] });
    await publishedAs(feed, more.feedVersion);
    controls.clockAhead = 61_000; // the copy that is kept has had its minute
    await vi.waitFor(async () =>
      expect((await request(path, { headers: conditions[0] ?? {} })).status).toBe(200),
    );
    const after = await request(path, { headers: conditions[1] ?? {} });
    expect(after.status).toBe(200);
    expect(Date.parse(after.headers.get("Last-Modified") ?? "")).toBeGreaterThan(
      Date.parse(before.headers.get("Last-Modified") ?? ""),
    );
  });
});

/** The name under which the location keeps a derived feed. */
async function keyOf(feed: string, of: string, labels: readonly string[]): Promise<string> {
  const { openBundle } = await import("../../src/formats/bundle.ts");
  const bundle = openBundle((await env.WIRE.get(`feed:${feed}`, "arrayBuffer")) ?? new ArrayBuffer(0));
  return JSON.stringify([feed, bundle?.header.renderKey, of, labels]);
}

describe("what a derived feed costs", () => {
  it("one call of its journal when it is cold; nothing when it is warm, in any format, and after memory forgot it", async () => {
    const { feed } = await taggedFeed();
    const before = { calls: controls.objectCalls, puts: controls.puts.length };
    for (const file of FILES) await request(`/feeds/${feed}/tags/tides/${file}`);
    expect(controls.objectCalls - before.calls).toBe(1);
    await pause(A_SECOND);
    for (const file of FILES) await request(`/feeds/${feed}/tags/tides/${file}`);
    expect(controls.objectCalls - before.calls).toBe(1);
    expect(controls.puts.length - before.puts).toBe(0);
  });

  it("a label that isn't there: 404, and nobody is asked", async () => {
    const { feed } = await taggedFeed();
    const before = { calls: controls.objectCalls, puts: controls.puts.length };
    for (const path of [
      "tags/nope/rss.xml",
      "tags/tides+nope/rss.xml",
      "authors/nobody/rss.xml",
      "languages/fr/rss.xml",
      "tags/nope",
    ])
      expect([path, (await request(`/feeds/${feed}/${path}`)).status]).toEqual([path, 404]);
    expect(controls.objectCalls - before.calls).toBe(0);
    expect(controls.puts.length - before.puts).toBe(0);
  });

  it("is an old copy, and not an error, when the journal can't be reached", async () => {
    const { feed } = await taggedFeed();
    const path = `/feeds/${feed}/tags/tides/feed.json`;
    const known = await (await request(path)).text();
    const cold = `/feeds/${feed}/tags/${QUAYS}/feed.json`;
    controls.isJournalDown = true;
    await caches.default.delete(
      `https://wire.test/.cached/${encodeURIComponent(await keyOf(feed, "tag", ["tides"]))}`,
    );
    await pause(A_SECOND);
    expect(await (await request(path)).text()).toBe(known);
    const unknown = await request(cold);
    expect([unknown.status, unknown.headers.get("Retry-After")]).toEqual([503, "60"]);
  });
});

describe("a change of labels", () => {
  it("moves an article from one feed to another", async () => {
    const { feed } = await taggedFeed();
    await accepted(feed, { id: "t", title: "Only tides", tags: ["Moles"] });
    const done = await accepted(feed, { id: "x", title: "X", tags: ["x"] });
    await publishedAs(feed, done.feedVersion);
    expect(await titlesAt(`/feeds/${feed}/tags/moles/rss.xml`)).toEqual(["Only tides"]);
    expect(await titlesAt(`/feeds/${feed}/tags/tides/rss.xml`)).toEqual(["Both"]);
  });

  it("a withdrawal is seen at once, though a copy is kept", async () => {
    const { feed, both } = await taggedFeed();
    const path = `/feeds/${feed}/tags/tides/feed.json`;
    expect(titlesOf(await (await request(path)).text())).toContain("Both");
    const { feedVersion } = await (await withdraw(feed, both.key)).json<{ feedVersion: number }>();
    await publishedAs(feed, feedVersion);
    await pause(A_SECOND);
    expect(titlesOf(await (await request(path)).text())).toEqual(["Only tides"]);
  });

  it("a tag whose last article was withdrawn is an empty feed, not an unknown one", async () => {
    const { feed, tides } = await taggedFeed();
    const { feedVersion } = await (await withdraw(feed, tides.key)).json<{ feedVersion: number }>();
    await publishedAs(feed, feedVersion);
    expect(await titlesAt(`/feeds/${feed}/authors/desk%20one/rss.xml`)).toEqual([]);
  });
});

it("labels that an older Worker kept otherwise come back with the next rendering", async () => {
  const { feed } = await taggedFeed();
  await runInDurableObject(journal(feed), async (object, { storage }) => {
    storage.sql.exec("DELETE FROM labels");
    storage.sql.exec("DELETE FROM label_facts");
    controls.feedOf = (of) => (of.slug === feed ? { ...of, title: "Renamed" } : of);
    await object.sweep(feed);
  });
  await vi.waitFor(
    async () => expect(await titlesAt(`/feeds/${feed}/tags/tides/rss.xml`)).toEqual(["Both", "Only tides"]),
    { timeout: 8_000, interval: 200 },
  );
});
