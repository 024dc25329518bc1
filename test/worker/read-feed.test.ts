// What readers get of a feed: validators, media types, headers, and how little it costs.

import { describe, expect, it } from "vitest";
import { openBundle } from "../../src/formats/bundle.ts";
import { packRecord } from "../../src/formats/record.ts";
import { accepted, kv, ORIGIN, publishedAs, readDocument, request } from "./client.ts";
import { controls } from "./main.ts";
import { publishedFeed } from "./published.ts";

describe("a feed document", () => {
  it.each([
    ["rss.xml", "application/rss+xml; charset=utf-8"],
    ["atom.xml", "application/atom+xml; charset=utf-8"],
    ["feed.json", "application/feed+json; charset=utf-8"],
  ])("%s has its media type, validators and nothing that stops polling", async (file, mediaType) => {
    const { feed } = await publishedFeed();
    const response = await request(`/feeds/${feed}/${file}`);
    expect(Object.fromEntries(response.headers)).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers":
        "ETag, Last-Modified, Link, Content-Location, IM, Delta-Base, Retry-After",
      "cache-control": "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400",
      "content-security-policy": "sandbox",
      "content-type": mediaType,
      etag: expect.stringMatching(/^"\d{13}-[0-9a-f]{16}"$/),
      link: expect.stringContaining(`<https://wire.test/feeds/${feed}/${file}>; rel="self"; type=`),
      "last-modified": expect.stringMatching(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/),
      vary: file === "feed.json" ? "Accept-Encoding" : "Accept-Encoding, A-IM",
      "x-content-type-options": "nosniff",
    });
  });

  it("links to the same feed in the other formats", async () => {
    const { feed } = await publishedFeed();
    const { headers } = await request(`/feeds/${feed}/atom.xml`);
    expect(headers.get("Link")).toBe(
      `<${ORIGIN}/feeds/${feed}/rss.xml>; rel="alternate"; type="application/rss+xml", ` +
        `<${ORIGIN}/feeds/${feed}/atom.xml>; rel="self"; type="application/atom+xml", ` +
        `<${ORIGIN}/feeds/${feed}/feed.json>; rel="alternate"; type="application/feed+json"`,
    );
  });

  it("is 304 for who has it, with the headers of 200 and no body", async () => {
    const { feed } = await publishedFeed();
    const full = await request(`/feeds/${feed}/rss.xml`);
    const etag = full.headers.get("ETag") ?? "";
    const again = await request(`/feeds/${feed}/rss.xml`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    for (const name of ["ETag", "Cache-Control", "Vary", "Last-Modified", "Link"])
      expect(again.headers.get(name)).toBe(full.headers.get(name));
    const since = { "If-Modified-Since": full.headers.get("Last-Modified") ?? "" };
    expect((await request(`/feeds/${feed}/rss.xml`, { headers: since })).status).toBe(304);
  });

  it("is 200 again after a change, under another tag and a later date", async () => {
    const { feed } = await publishedFeed();
    const before = await request(`/feeds/${feed}/rss.xml`);
    const change = await accepted(feed, { title: "Two" });
    await publishedAs(feed, change.feedVersion);
    const after = await request(`/feeds/${feed}/rss.xml`, {
      headers: { "If-None-Match": before.headers.get("ETag") ?? "" },
    });
    expect(after.status).toBe(200);
    expect(Date.parse(after.headers.get("Last-Modified") ?? "")).toBeGreaterThan(
      Date.parse(before.headers.get("Last-Modified") ?? ""),
    );
  });

  it("has a tag of its own in each format", async () => {
    const { feed } = await publishedFeed();
    const tags = await Promise.all(
      ["rss.xml", "atom.xml", "feed.json"].map(async (file) =>
        (await request(`/feeds/${feed}/${file}`)).headers.get("ETag"),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it("answers HEAD with the headers of GET", async () => {
    const { feed } = await publishedFeed();
    const get = await request(`/feeds/${feed}/rss.xml`);
    const head = await request(`/feeds/${feed}/rss.xml`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("Content-Length")).toBe(String((await get.arrayBuffer()).byteLength));
    for (const [name, value] of get.headers) expect([name, head.headers.get(name)]).toEqual([name, value]);
  });

  it("is the same bytes whatever headers and query come with the request", async () => {
    const { feed } = await publishedFeed();
    const plain = await readDocument(feed);
    for (const [name, value] of [
      ["Host", "evil.example"],
      ["X-Forwarded-Host", "evil.example"],
      ["X-Forwarded-Proto", "http"],
      ["X-Original-URL", "/feeds/other/rss.xml"],
      ["Accept", "application/json"],
      ["Accept-Language", "de"],
    ])
      expect(
        await (
          await request(`/feeds/${feed}/rss.xml?utm=1`, { headers: { [name ?? ""]: value ?? "" } })
        ).text(),
      ).toBe(plain);
    expect(plain).not.toContain("evil.example");
  });

  it("costs one read of KV and no object when memory is cold, and nothing when it is warm", async () => {
    const { feed } = await publishedFeed();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const before = { reads: controls.kvReads, calls: controls.objectCalls };
    for (let at = 0; at < 20; at += 1) await readDocument(feed, ["rss.xml", "atom.xml", "feed.json"][at % 3]);
    expect(controls.kvReads - before.reads).toBe(1);
    expect(controls.objectCalls - before.calls).toBe(0);
  });
});

it("/healthz says ok", async () => {
  const response = await request("/healthz");
  expect(await response.json()).toEqual({ status: "ok" });
});

it("a bundle that an earlier Worker wrote is served until the feed is published anew", async () => {
  const { feed } = await publishedFeed();
  const now = await readDocument(feed, "atom.xml");
  const bundle = openBundle((await kv().get(`feed:${feed}`, "arrayBuffer")) ?? new ArrayBuffer(0));
  if (bundle === null) throw new Error("no bundle");
  const { feed: slug, version, renderKey, lastModifiedAt, articles, tombstones } = bundle.header;
  const { rss, atom, json } = bundle.header.documents;
  const documents = {
    rss: { span: rss.span, etag: rss.etag },
    atom: { span: atom.span, etag: atom.etag },
    json: { span: json.span, etag: json.etag },
  };
  const header = { feed: slug, version, renderKey, lastModifiedAt, documents, articles, tombstones };
  const old = { schema: 1, ...header, since: 0, tags: [], authors: [] };
  await kv().put(`feed:${feed}`, packRecord(old, [bundle.body]));
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await readDocument(feed, "atom.xml")).toBe(now);
  const headers = { "A-IM": "feed", "If-None-Match": `"${version - 1}-0123456789abcdef"` };
  expect((await request(`/feeds/${feed}/atom.xml`, { headers })).status).toBe(200);
  expect((await request(`/feeds/${feed}`, { headers: { Accept: "text/html" } })).status).toBe(503);
  expect((await request(`/feeds/${feed}/archive/1/rss.xml`)).status).toBe(404);
  expect((await request(`/feeds/${feed}/tags/nope/rss.xml`)).status).toBe(404);
});
