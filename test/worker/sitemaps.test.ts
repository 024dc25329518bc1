// What search engines get: every article whose one true address is ours, and how little that costs.

import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import { createWorker } from "../../src/wire.ts";
import { childrenOf, parseXml, textOf } from "../xml.ts";
import { journal, kv, ORIGIN, request, withdraw } from "./client.ts";
import { freshFeed, testFeeds } from "./feeds.ts";
import { controls } from "./main.ts";
import { AN_HOUR, later, pathsIn, publish, read } from "./sitemap-reader.ts";

afterEach(() => {
  controls.isJournalDown = false;
  controls.areCardsDown = false;
});

const pathOf = ({ url }: Receipt): string => new URL(url).pathname;
/** A feed with these articles on it, out for every reader. */
async function feedWith(...articles: Record<string, unknown>[]) {
  const feed = freshFeed();
  return { feed, receipts: await publish(feed, ...articles), sitemap: `/feeds/${feed}/sitemap-1.xml` };
}

describe("a feed's sitemap", () => {
  it("lists the feed's page and its articles, oldest first, with their last change", async () => {
    const { feed, receipts, sitemap } = await feedWith(
      { id: "b", title: "Newer", date_published: "2026-11-20T10:05:00Z" },
      {
        id: "a",
        title: "霧笛 & Tide",
        date_published: "2026-11-19T10:05:00Z",
        date_modified: "2026-11-19T12:00:00Z",
      },
    );
    const [newer, older] = receipts.map(pathOf);
    const xml = await read(sitemap);
    expect(pathsIn(xml)).toEqual([`/feeds/${feed}`, older, newer]);
    const urls = childrenOf(parseXml(xml), "url");
    expect(urls.map((url) => textOf(url, "lastmod"))).toEqual([
      undefined,
      "2026-11-19T12:00:00Z",
      "2026-11-20T10:05:00Z",
    ]);
    expect(older).toContain("/articles/%E9%9C%A7%E7%AC%9B-tide-");
    expect((await request(older ?? "")).status).toBe(200);
  });

  it("leaves out what the publisher has at an address of its own, and what waits for its time", async () => {
    const { feed, receipts, sitemap } = await feedWith(
      { id: "o", title: "Ours" },
      { id: "t", title: "Theirs", url: "https://publisher.test/theirs" },
      { id: "w", title: "Waits", date_published: new Date(Date.now() + AN_HOUR * 24).toISOString() },
    );
    const [ours] = receipts.map(pathOf);
    expect(pathsIn(await read(sitemap))).toEqual([`/feeds/${feed}`, ours]);
  });

  it("has what was withdrawn or purged until it is an hour old, and no longer", async () => {
    const { feed, receipts, sitemap } = await feedWith(
      { id: "k", title: "Kept" },
      { id: "w", title: "Withdrawn" },
      { id: "p", title: "Purged" },
    );
    const [kept, withdrawn, purged] = receipts.map(pathOf);
    expect(pathsIn(await read(sitemap))).toEqual([`/feeds/${feed}`, kept, withdrawn, purged]);
    await withdraw(feed, receipts[1]?.key ?? "");
    await withdraw(feed, receipts[2]?.key ?? "", {}, "?purge=1");
    later(AN_HOUR - 1_000);
    expect(pathsIn(await read(sitemap))).toContain(purged);
    later(1_001);
    expect(pathsIn(await read(sitemap))).toEqual([`/feeds/${feed}`, kept]);
  });

  it("asks the journal once: the second time nobody is asked", async () => {
    const { sitemap } = await feedWith({ title: "One" });
    const before = { calls: controls.objectCalls, lists: controls.cardLists };
    const first = await read(sitemap);
    expect({ calls: controls.objectCalls, lists: controls.cardLists }).toEqual({
      calls: before.calls + 1,
      lists: before.lists + 1,
    });
    later(AN_HOUR / 2);
    expect(await read(sitemap)).toBe(first);
    expect({ calls: controls.objectCalls, lists: controls.cardLists }).toEqual({
      calls: before.calls + 1,
      lists: before.lists + 1,
    });
  });

  it("is kept at this location for other isolates, and isn't kept longer for that", async () => {
    const { feed, sitemap } = await feedWith({ title: "One" });
    const first = await read(sitemap);
    let calls = 0;
    const { handler } = createWorker(testFeeds, {
      deps: (deps) => ({
        ...deps,
        now: () => deps.now() + controls.clockAhead,
        journalOf: (of) => {
          calls += 1;
          return deps.journalOf(of);
        },
      }),
    });
    const readThere = async () => (await handler.fetch(new Request(ORIGIN + sitemap), env)).text();
    later(AN_HOUR - 60_000);
    expect([await readThere(), calls]).toEqual([first, 0]);
    await publish(feed, { title: "Two" });
    expect([pathsIn(await readThere()).length, calls]).toEqual([3, 1]);
  });

  it("is answered though this location can't keep it", async () => {
    const { feed, sitemap } = await feedWith({ title: "One" });
    const { handler } = createWorker(testFeeds, {
      deps: (deps) => ({ ...deps, keepCached: async () => Promise.reject(new Error("no room")) }),
    });
    const response = await handler.fetch(new Request(ORIGIN + sitemap), env);
    expect([response.status, pathsIn(await response.text())[0]]).toEqual([200, `/feeds/${feed}`]);
  });
});

describe("more articles than a sitemap lists", () => {
  /** Rows of articles that have left the head long ago. */
  const insertRows = (feed: string, rows: number) =>
    runInDurableObject(journal(feed), (_, { storage }) => {
      storage.sql.exec(
        `WITH RECURSIVE counted (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM counted WHERE at < ?)
          INSERT INTO articles (key, state, version, revision, tag_uri, slug, published_at, updated_at,
            pending, listed, archive, placed_at, canonical_here)
          SELECT printf('%016d', at), 'live', 1, 1, 'tag:wire.test,2026:x', 'tide', at, at, 0, 1, 1, at, 1
          FROM counted`,
        rows,
      );
    });

  it("are in as many sitemaps as it takes, each in one of them", async () => {
    const feed = freshFeed();
    await publish(feed, { id: "n", title: "The newest so far" });
    await insertRows(feed, 19_998);
    const receipts = await publish(feed, { id: "n", title: "The newest" });
    const sitemaps = [1, 2, 3].map((number) => `/feeds/${feed}/sitemap-${number}.xml`);
    const index = pathsIn(await read("/sitemap.xml"));
    expect(index.filter((path) => path.startsWith(`/feeds/${feed}/`))).toEqual(sitemaps);

    const [one = [], two = [], three = []] = await Promise.all(
      sitemaps.map(async (path) => pathsIn(await read(path))),
    );
    expect([one.length, two.length, three.length]).toEqual([10_000, 9_999, 1]);
    expect([one[0], one[1], one.at(-1)]).toEqual([
      `/feeds/${feed}`,
      `/feeds/${feed}/articles/tide-0000000000000001`,
      `/feeds/${feed}/articles/tide-0000000000009999`,
    ]);
    expect([two[0], two.at(-1)]).toEqual([
      `/feeds/${feed}/articles/tide-0000000000010000`,
      `/feeds/${feed}/articles/tide-0000000000019998`,
    ]);
    expect(three).toEqual(receipts.map(pathOf));
    expect((await request(`/feeds/${feed}/sitemap-4.xml`)).status).toBe(404);
  });
});

describe("/sitemap.xml", () => {
  it("lists the sitemaps of feeds that were published, from one list of KV and no journal", async () => {
    const { feed } = await feedWith({ title: "One" });
    const [unpublished, old] = [freshFeed(), freshFeed()];
    // An earlier Worker's card counts no articles.
    await kv().put(`feed:${old}`, "", { metadata: btoa(JSON.stringify({ version: 3, latest: [] })) });
    later();
    const before = { calls: controls.objectCalls, lists: controls.cardLists };
    const paths = pathsIn(await read("/sitemap.xml"));
    expect(paths).toContain(`/feeds/${feed}/sitemap-1.xml`);
    expect(paths).toContain(`/feeds/${old}/sitemap-1.xml`);
    expect(paths.filter((path) => path.startsWith(`/feeds/${unpublished}/`))).toEqual([]);
    expect([controls.objectCalls - before.calls, controls.cardLists - before.lists]).toEqual([0, 1]);
    await read("/sitemap.xml");
    expect(controls.cardLists - before.lists).toBe(1);
  });
});

describe("nothing is asked and no object made for", () => {
  it.each([
    "/feeds/nowhere/sitemap-1.xml",
    "/feeds/nowhere/sitemap-news.xml",
    "/feeds/t110/sitemap-1.xml", // never published
    "/feeds/FEED/sitemap-2.xml",
    "/feeds/FEED/sitemap-0.xml",
    "/feeds/FEED/sitemap-01.xml",
    "/feeds/FEED/sitemap-1000000.xml",
    "/feeds/FEED/sitemap-x.xml",
    "/feeds/FEED/sitemap.xml",
  ])("%s", async (path) => {
    const { feed } = await feedWith({ title: "One" });
    const before = { calls: controls.objectCalls, objects: await listDurableObjectIds(env.FEED_JOURNAL) };
    expect((await request(path.replace("FEED", feed))).status).toBe(404);
    expect(controls.objectCalls).toBe(before.calls);
    expect(await listDurableObjectIds(env.FEED_JOURNAL)).toHaveLength(before.objects.length);
  });
});

describe("503, and when to come again", () => {
  it("when the journal is out of reach", async () => {
    const { sitemap } = await feedWith({ title: "One" });
    controls.isJournalDown = true;
    const response = await request(sitemap);
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
    controls.isJournalDown = false;
    expect((await request(sitemap)).status).toBe(200);
  });

  it.each(["/sitemap.xml", "/sitemap-news.xml", "/feeds/t0/sitemap-1.xml", "/feeds/t111/sitemap-news.xml"])(
    "when KV doesn't list the cards for %s",
    async (path) => {
      later(2 * AN_HOUR);
      controls.areCardsDown = true;
      const response = await request(path);
      expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
    },
  );
});
