// Feeds that are elsewhere now, or no more; and addresses that were never any.

import { describe, expect, it } from "vitest";
import { post, request } from "./client.ts";
import { controls } from "./main.ts";
import { publishedFeed } from "./published.ts";

describe("a feed that has moved", () => {
  it.each([
    ["/feeds/moved", "https://new.test/feeds/moved"],
    ["/feeds/moved/rss.xml", "https://new.test/feeds/moved/rss.xml"],
    ["/feeds/moved/archive/3/atom.xml", "https://new.test/feeds/moved/archive/3/atom.xml"],
    ["/feeds/moved/tags/c%2B%2B/feed.json?x=1", "https://new.test/feeds/moved/tags/c%2B%2B/feed.json?x=1"],
    ["/feeds/moved/articles/a-0123456789abcdef", "https://new.test/feeds/moved/articles/a-0123456789abcdef"],
    ["/feeds/once/rss.xml", "https://wire.test/feeds/renamed/rss.xml"],
    ["/feeds/twice", "https://wire.test/feeds/renamed"],
  ])("%s leads readers to %s for good", async (path, target) => {
    for (const method of ["GET", "HEAD"]) {
      const response = await request(path, { method });
      expect([response.status, response.headers.get("Location")]).toEqual([301, target]);
    }
  });

  it("lets publishers keep method and body", async () => {
    const response = await post("moved", { body: { title: "x" } });
    expect([response.status, response.headers.get("Location")]).toEqual([
      308,
      "https://new.test/feeds/moved/articles",
    ]);
  });
});

describe("a feed that has ended", () => {
  it.each(["", "/rss.xml", "/atom.xml", "/feed.json", "/archive/1/rss.xml", "/tags/a/rss.xml"])(
    "says 410 at /feeds/ended%s, for good",
    async (path) => {
      const response = await request(`/feeds/ended${path}`);
      expect(response.status).toBe(410);
      expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:feed-retired" });
      const page = await request(`/feeds/ended${path}`, { headers: { Accept: "text/html" } });
      expect([page.status, page.headers.get("Content-Type")]).toEqual([410, "text/html; charset=utf-8"]);
    },
  );

  it("takes nothing more, and tells only who may post", async () => {
    const refused = await post("ended", { body: { title: "x" } });
    expect(refused.status).toBe(410);
    expect((await post("ended", { body: { title: "x" }, token: "wrong" })).status).toBe(401);
  });
});

describe("an address that is none", () => {
  it.each([
    "archive/0/rss.xml",
    "archive/-1/rss.xml",
    "archive/007/rss.xml",
    "archive/1.0/rss.xml",
    "archive/1e3/rss.xml",
    "archive/99999999999999999999/rss.xml",
    "archive/2/rss.xml",
    "archive/1/page.html",
    "archive/1",
    "archive",
    "tags",
    "tags/",
    "tags//rss.xml",
    "tags/+/rss.xml",
    "tags/a+/rss.xml",
    "tags/a+b+c+d+e/rss.xml",
    "tags/%00/rss.xml",
    "tags/%0d%0a/rss.xml",
    "tags/%zz/rss.xml",
    "tags/%ff/rss.xml",
    "tags/a%2fb/rss.xml",
    "tags/%F0%9F%90%9F/rss.xml",
    "tags/%20/rss.xml",
    "tags/nope/rss.xml/more",
    "authors/a+b/rss.xml",
    "languages/xx-invalid-tag-/rss.xml",
    `tags/${"a".repeat(4_000)}/rss.xml`,
    "rss.xml/",
    "feed.rss",
  ])("/feeds/{feed}/%s is 404, and creates and asks nothing", async (path) => {
    const { feed } = await publishedFeed();
    await request(`/feeds/${feed}/rss.xml`); // the head is warm
    const before = { ...controls, puts: controls.puts.length };
    for (const method of ["GET", "HEAD"])
      expect([path, (await request(`/feeds/${feed}/${path}`, { method })).status]).toEqual([path, 404]);
    expect(controls.objectCalls - before.objectCalls).toBe(0);
    expect(controls.kvReads - before.kvReads).toBe(0);
    expect(controls.puts.length - before.puts).toBe(0);
  });

  it.each([
    { "If-None-Match": '"' },
    { "If-None-Match": 'W/"' },
    { "If-None-Match": ",,,," },
    { "If-None-Match": '"a" "b' },
    { "If-None-Match": "x".repeat(8_000) },
    { "If-None-Match": '"99999999999999999999999-0123456789abcdef"' },
    { "If-Modified-Since": "yesterday" },
    { "If-Modified-Since": "Tue, 99 Foo 2026 99:99:99 GMT" },
    { "If-Modified-Since": "Tue, 19 Jan 2041 03:14:07 GMT" },
    { "If-Modified-Since": "" },
    { "A-IM": "feed", "If-None-Match": ";;;" },
    { "A-IM": "x".repeat(8_000) },
    { Accept: `${"a/b;q=0.1,".repeat(2_000)}` },
    { Range: "bytes=0-10" },
  ])("conditions that make no sense are ignored: %j", async (headers) => {
    const { feed } = await publishedFeed();
    expect((await request(`/feeds/${feed}/rss.xml`, { headers })).status).toBe(200);
  });
});
