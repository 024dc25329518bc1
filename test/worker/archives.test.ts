// What the head no longer holds: archives, RFC 5005 §4.

import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { all, parseXml } from "../xml.ts";
import {
  accepted,
  journal,
  kv,
  publishedAs,
  readDocument,
  rebuild,
  request,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshSmallFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";
import { last, meet, postNumbered, titlesMet, walk, walkMeets } from "./walk.ts";

afterEach(restoreControls);

const FILES = ["rss.xml", "atom.xml", "feed.json"];
const downFrom = (most: number): string[] => Array.from({ length: most }, (_, at) => String(most - at));

/** A feed of four in the head at most, with eleven articles. */
async function archivedFeed() {
  const feed = freshSmallFeed();
  const articles = await postNumbered(feed, 1, 11);
  await publishedAs(feed, last(articles));
  await walkMeets(feed, downFrom(11));
  return { feed, articles };
}
const keyOf = (articles: ReadonlyMap<string, { readonly key: string }>, title: string): string =>
  articles.get(title)?.key ?? "";

describe("archives", () => {
  it("are not there, and the head says that it is complete, while it holds everything", async () => {
    const feed = freshSmallFeed();
    await publishedAs(feed, last(await postNumbered(feed, 1, 4)));
    for (const file of FILES) expect((await walk(feed, file)).length).toBe(1);
    expect(await readDocument(feed, "rss.xml")).toContain("<fh:complete/>");
    expect(await readDocument(feed, "atom.xml")).toContain("<fh:complete/>");
    expect((await request(`/feeds/${feed}/archive/1/rss.xml`)).status).toBe(404);
  });

  it.each(FILES)("and the head hold each article once, newest first: %s", async (file) => {
    const { feed } = await archivedFeed();
    const met = await walk(feed, file);
    expect(titlesMet(met)).toEqual(downFrom(11));
    expect(met[0]?.titles.length).toBeGreaterThanOrEqual(2);
    expect(met[0]?.titles.length).toBeLessThanOrEqual(4);
    expect(await readDocument(feed, file)).not.toContain("fh:complete");
  });

  it.each(["rss.xml", "atom.xml"])("are linked both ways, and name the head: %s", async (file) => {
    const { feed } = await archivedFeed();
    const archives = (await walk(feed, file)).slice(1).toReversed();
    expect(archives.length).toBeGreaterThan(2);
    const path = (number: number) => `/feeds/${feed}/archive/${number}/${file}`;
    await vi.waitFor(async () => {
      for (const [at, { path: own }] of archives.entries()) {
        const number = at + 1;
        expect(own).toBe(path(number));
        expect((await meet(own)).links).toEqual({
          self: path(number),
          current: `/feeds/${feed}/${file}`,
          ...(number === 1 ? {} : { "prev-archive": path(number - 1) }),
          ...(number === archives.length ? {} : { "next-archive": path(number + 1) }),
        });
        expect(all(parseXml(await (await request(own)).text()), "fh:archive").length).toBe(1);
      }
    });
  });

  it("name the feed as theirs in JSON, and lead to older and newer ones", async () => {
    const { feed } = await archivedFeed();
    const read = async (path: string) => JSON.parse(await (await request(path)).text());
    const second = await read(`/feeds/${feed}/archive/2/feed.json`);
    expect(second.feed_url).toBe(`https://wire.test/feeds/${feed}/feed.json`);
    expect(second.next_url).toBe(`https://wire.test/feeds/${feed}/archive/1/feed.json`);
    expect(second._edgewire).toMatchObject({
      archive: 2,
      newer_url: `https://wire.test/feeds/${feed}/archive/3/feed.json`,
    });
    expect((await read(`/feeds/${feed}/archive/1/feed.json`)).next_url).toBeUndefined();
  });

  it("may be kept for a day, and answer 304 and HEAD", async () => {
    const { feed } = await archivedFeed();
    const path = `/feeds/${feed}/archive/1/atom.xml`;
    const full = await request(path);
    expect(full.headers.get("Cache-Control")).toContain("max-age=86400");
    const headers = { "If-None-Match": full.headers.get("ETag") ?? "" };
    expect((await request(path, { headers })).status).toBe(304);
    const since = { "If-Modified-Since": full.headers.get("Last-Modified") ?? "" };
    expect((await request(path, { headers: since })).status).toBe(304);
    const head = await request(path, { method: "HEAD" });
    expect(head.headers.get("Content-Length")).toBe(String((await full.arrayBuffer()).byteLength));
  });

  it("stay as they are when more is published", async () => {
    const { feed } = await archivedFeed();
    const before = await (await request(`/feeds/${feed}/archive/1/rss.xml`)).text();
    await postNumbered(feed, 12, 30);
    await walkMeets(feed, downFrom(30));
    expect(await (await request(`/feeds/${feed}/archive/1/rss.xml`)).text()).toBe(before);
  });

  it("are in KV before a head links to them", async () => {
    const { feed } = await archivedFeed();
    const puts = controls.puts.filter((name) => name.includes(`:${feed}`));
    const firstHead = puts.indexOf(`feed:${feed}`);
    expect(puts.indexOf(`archive:${feed}:1`)).toBeGreaterThanOrEqual(0);
    expect(puts.indexOf(`archive:${feed}:1`)).toBeLessThan(firstHead);
  });

  it("wait with the head when KV refuses them, and are there when it doesn't", async () => {
    const feed = freshSmallFeed();
    let refused = 0;
    controls.beforePut = async (name) => {
      if (!name.startsWith(`archive:${feed}:`) || refused >= 2) return;
      refused += 1;
      throw new Error("KV: 500");
    };
    await postNumbered(feed, 1, 9);
    await walkMeets(feed, downFrom(9));
    expect(refused).toBe(2);
  });
});

describe("an article that is in an archive", () => {
  it("comes again in the head when it is corrected, and is met once", async () => {
    const { feed } = await archivedFeed();
    const receipt = await accepted(feed, {
      id: "n2",
      title: "2, corrected",
      date_published: new Date(Date.UTC(2026, 0, 1) + 2 * 60_000).toISOString(),
    });
    expect(titlesOf(await publishedAs(feed, receipt.feedVersion, "feed.json"))).toContain("2, corrected");
    await vi.waitFor(async () => {
      for (const file of FILES)
        expect(titlesMet(await walk(feed, file)).sort()).toEqual(
          [...downFrom(11).filter((title) => title !== "2"), "2, corrected"].sort(),
        );
    });
  });

  it("stays in the head when corrected, while others that are newer leave it", async () => {
    const { feed } = await archivedFeed();
    const receipt = await accepted(feed, { id: "n1", title: "1, corrected" });
    await publishedAs(feed, receipt.feedVersion);
    const more = await postNumbered(feed, 12, 14);
    expect(titlesOf(await publishedAs(feed, last(more), "feed.json"))).toContain("1, corrected");
  });

  it("leaves its archive when it is withdrawn, and the rest stays", async () => {
    const { feed, articles } = await archivedFeed();
    const { feedVersion } = await (await withdraw(feed, keyOf(articles, "3"))).json<{
      feedVersion: number;
    }>();
    await publishedAs(feed, feedVersion);
    await walkMeets(
      feed,
      downFrom(11).filter((title) => title !== "3"),
    );
    expect((await request(`/feeds/${feed}/articles/${keyOf(articles, "3")}`)).status).toBe(410);
  });

  it("leaves no copy anywhere when it is purged", async () => {
    const feed = freshSmallFeed();
    const articles = await postNumbered(feed, 1, 11, { tags: ["Secretive"], summary: "A canary in text." });
    await walkMeets(feed, downFrom(11));
    for (const file of FILES) await request(`/feeds/${feed}/tags/secretive/${file}`);
    for (const key of [...articles.values()].map((article) => article.key))
      await withdraw(feed, key, {}, "?purge=1");
    await walkMeets(feed, []);
    const { keys } = await kv().list();
    const held = await Promise.all(
      keys
        .filter(({ name }) => name.split(":")[1] === feed)
        .map(async ({ name }) => [name, (await kv().get(name)) ?? ""] as const),
    );
    expect(held.length).toBeGreaterThan(11);
    for (const [name, value] of held)
      expect([name, /canary|secretive|Text \d/i.exec(value)]).toEqual([name, null]);
    expect((await request(`/feeds/${feed}/tags/secretive/rss.xml`)).status).toBe(404);
  });

  it("is put right in its archive once more, should an older put of it land late", async () => {
    const { feed, articles } = await archivedFeed();
    const old = await kv().get(`archive:${feed}:1`, "arrayBuffer");
    await withdraw(feed, keyOf(articles, "1"), {}, "?purge=1");
    await walkMeets(feed, downFrom(11).slice(0, -1));
    await kv().put(`archive:${feed}:1`, old ?? "");
    await runInDurableObject(journal(feed), async (_, state) => {
      state.storage.sql.exec("UPDATE archives SET confirm_at = confirm_at - 120000");
      state.storage.sql.exec("UPDATE due SET at = at - 120000 WHERE task = 'confirm'");
    });
    await runDurableObjectAlarm(journal(feed));
    await vi.waitFor(async () =>
      expect(await (await request(`/feeds/${feed}/archive/1/rss.xml`)).text()).not.toContain("Text 1."),
    );
  });
});

describe("a rebuild", () => {
  it("writes every archive again, byte for byte but for dates and versions", async () => {
    const { feed } = await archivedFeed();
    await vi.waitFor(async () =>
      expect((await meet(`/feeds/${feed}/archive/1/rss.xml`)).links["next-archive"]).toBeDefined(),
    );
    const paths = (await walk(feed, "rss.xml")).slice(1).map(({ path }) => path);
    const readAll = () => Promise.all(paths.map(async (path) => (await request(path)).text()));
    const before = await readAll();
    for (const { name } of (await kv().list({ prefix: `archive:${feed}:` })).keys) await kv().delete(name);
    await rebuild(feed);
    await vi.waitFor(async () => expect(await readAll()).toEqual(before), { timeout: 15_000, interval: 200 });
  });
});
