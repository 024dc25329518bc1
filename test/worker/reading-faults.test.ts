import { afterEach, describe, expect, it } from "vitest";
import { isFresh } from "../../src/http/conditional.ts";
import { feedHandler } from "../../src/http/feed.ts";
import { checkFeeds } from "../../src/model/check-feed.ts";
import { accepted, isQuiet, journal, kv, pause, publishedAs, request, titlesOf, withdraw } from "./client.ts";
import { freshFeed, freshSmallFeed, testFeeds } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";
import { dateOf, last, postNumbered, titlesMet, walk } from "./walk.ts";

afterEach(restoreControls);

function handlerWith(feed: string, broken: "kv" | "cache") {
  const feeds = checkFeeds(testFeeds);
  if (!feeds.ok) throw new Error();
  const down = () => Promise.reject(new Error("500"));
  return feedHandler({
    feeds: feeds.value,
    publicOrigin: "https://wire.test",
    loadFeedRecord: (slug) => kv().get(`feed:${slug}`, "arrayBuffer"),
    loadArchiveRecord: broken === "kv" ? down : (slug, n) => kv().get(`archive:${slug}:${n}`, "arrayBuffer"),
    journalOf: () => {
      const object = journal(feed);
      return { derive: (query: never) => object.derive(feed, query) } as never;
    },
    loadCached: broken === "cache" ? down : async () => null,
    keepCached: async () => {},
    now: Date.now,
    log: () => {},
  });
}

describe("a platform that fails", () => {
  it("an archive that KV can't give is a 503 that says when to ask again", { timeout: 30_000 }, async () => {
    const feed = freshSmallFeed();
    await publishedAs(feed, last(await postNumbered(feed, 1, 9)));
    const handle = handlerWith(feed, "kv");
    const outcome = await Promise.resolve(
      handle(new Request(`https://wire.test/feeds/${feed}/archive/1/rss.xml`)),
    ).catch(String);
    expect(outcome instanceof Response ? outcome.status : outcome).toBe(503);
  });

  it("a derived feed doesn't need the Cache API", { timeout: 30_000 }, async () => {
    const feed = freshFeed();
    const { feedVersion } = await accepted(feed, { id: "a", title: "One", tags: ["Tides"] });
    await publishedAs(feed, feedVersion);
    const handle = handlerWith(feed, "cache");
    const outcome = await Promise.resolve(
      handle(new Request(`https://wire.test/feeds/${feed}/tags/tides/rss.xml`)),
    ).catch(String);
    expect(outcome instanceof Response ? outcome.status : outcome).toBe(200);
  });
});

describe("a correction of the oldest in a full head, beside a new article", () => {
  it("is in the head, where who polls hears of it", { timeout: 30_000 }, async () => {
    const feed = freshSmallFeed();
    await publishedAs(feed, last(await postNumbered(feed, 1, 4)), "feed.json");
    await isQuiet(feed);
    const seen: string[] = [];
    await accepted(feed, [
      { id: "n1", title: "1, corrected", date_published: dateOf(1) },
      { id: "n5", title: "5", content_html: "<p>5</p>", date_published: dateOf(5) },
    ]);
    for (let at = 0; at < 40; at += 1) {
      seen.push(...titlesOf(await (await request(`/feeds/${feed}/feed.json`)).text()));
      await pause(100);
    }
    expect(seen).toContain("5");
    expect(seen).toContain("1, corrected");
  });
});

describe("a tag that lost its quotes and kept its W/", () => {
  it("is ours all the same", () => {
    const document = {
      etag: '"1790000000000-0123456789abcdef"',
      version: 1_790_000_000_000,
      lastModifiedAt: null,
    };
    const conditions = { ifNoneMatch: "W/1790000000000-0123456789abcdef", ifModifiedSince: null };
    expect(isFresh(conditions, document, 1_790_000_000_000)).toBe(true);
  });
});

describe("readers of archives", () => {
  it("a purge while its archive is being put", { timeout: 30_000 }, async () => {
    const feed = freshSmallFeed();
    const posted = await postNumbered(feed, 1, 4, { summary: "A canary in text." });
    await publishedAs(feed, last(posted), "feed.json");
    await isQuiet(feed);
    let done = false;
    controls.beforePut = async (name) => {
      if (name !== `archive:${feed}:1` || done) return;
      done = true;
      await withdraw(feed, posted.get("1")?.key ?? "", {}, "?purge=1");
    };
    await postNumbered(feed, 5, 6);
    await pause(4_000);
    await isQuiet(feed);
    expect(done).toBe(true);
    const titles = titlesMet(await walk(feed, "feed.json"));
    expect(titles.toSorted()).toEqual(["2", "3", "4", "5", "6"]);
    for (const { name } of (await kv().list({ prefix: `archive:${feed}:` })).keys)
      expect(await kv().get(name)).not.toContain("Text 1.");
  });

  it("an archived article edited twice, put off, and brought back is met once", {
    timeout: 60_000,
  }, async () => {
    const feed = freshSmallFeed();
    await publishedAs(feed, last(await postNumbered(feed, 1, 9)), "feed.json");
    await isQuiet(feed);
    await accepted(feed, { id: "n2", title: "2b", date_published: dateOf(2) });
    await accepted(feed, {
      id: "n2",
      title: "2c",
      date_published: new Date(Date.now() + 3_000).toISOString(),
    });
    await pause(1_500);
    expect(titlesMet(await walk(feed, "feed.json")).toSorted()).toEqual([
      "1",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
    ]);
    await pause(6_000);
    await isQuiet(feed);
    await pause(1_100);
    expect(titlesMet(await walk(feed, "feed.json")).toSorted()).toEqual([
      "1",
      "2c",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
    ]);
  });

  it("odd paths and headers are never 5xx, and lead nowhere else", { timeout: 30_000 }, async () => {
    const feed = freshFeed();
    const { feedVersion } = await accepted(feed, {
      id: "a",
      title: "<One>&\u2028",
      tags: ["a+b", "c/d", "e?f", "g#h", "😀", "%", "a b", "'\"<>&", "..", ".", "\\", "^|`{}", "٪"],
      authors: [{ name: "</title><script>" }],
    });
    await publishedAs(feed, feedVersion);
    const tags = ["a+b", "c/d", "e?f", "g#h", "😀", "%", "a b", "'\"<>&", "\\", "^|`{}", "٪"];
    const { foldLabel } = await import("../../src/model/label.ts");
    for (const tag of tags)
      for (const file of ["rss.xml", "atom.xml", "feed.json", ""]) {
        const path = `/feeds/${feed}/tags/${encodeURIComponent(foldLabel("tag", tag))}${file === "" ? "" : `/${file}`}`;
        expect([path, (await request(path)).status]).toEqual([path, 200]);
      }
    for (const path of [
      "tags/%",
      "tags/%E0%A4%A/rss.xml",
      "tags/%00",
      "tags/+",
      "tags/+++/rss.xml",
      "tags/a%2Bb+c%2Fd/rss.xml",
      "archive/1e3/rss.xml",
      "archive/999999999/rss.xml",
      "archive/-1/rss.xml",
      "//",
      "///x",
      "tags//rss.xml",
      "languages/x/rss.xml",
      "sitemap-1.xml",
      "sitemap-999999.xml",
      "sitemap-news.xml",
      `tags/${"%F0%9F%98%80".repeat(1_200)}/rss.xml`,
    ])
      for (const headers of [
        {},
        { "A-IM": "feed,,;q=", "If-None-Match": `${'"'.repeat(5_001)}, *, W/` },
        { Accept: "*/*;q=x,/,text/html;q=2", "If-Modified-Since": "Sat, 99 Xyz 99999" },
      ]) {
        const response = await request(`/feeds/${feed}/${path}`, { headers: headers as never });
        expect([path, response.status < 500]).toEqual([path, true]);
        expect([path, response.headers.get("Location")?.startsWith("//") ?? false]).toEqual([path, false]);
      }
    for (const path of [
      "/feeds/once//evil.test",
      "/feeds/once/\\evil.test",
      "/feeds/moved/@evil.test",
      "/feeds/moved/?x=//evil",
    ]) {
      const location = (await request(path)).headers.get("Location") ?? "";
      expect(["https://wire.test", "https://new.test"]).toContain(
        new URL(location, "https://wire.test").origin,
      );
    }
  });
});
