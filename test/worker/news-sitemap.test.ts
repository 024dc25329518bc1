// The news of the last two days, as Google wants them listed.

import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createWorker } from "../../src/wire.ts";
import { parseXml } from "../xml.ts";
import { journal, ORIGIN, request, withdraw } from "./client.ts";
import { freshFeed, testFeeds } from "./feeds.ts";
import { controls } from "./main.ts";
import { AN_HOUR, later, publish, read, textsIn } from "./sitemap-reader.ts";

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * AN_HOUR).toISOString();

/** A feed of its own with these articles on it. */
async function feedWith(...articles: Record<string, unknown>[]): Promise<string> {
  const feed = freshFeed();
  await publish(feed, ...articles);
  return feed;
}

const titlesIn = (xml: string): string[] => textsIn(xml, "news:title");

describe("a feed's news sitemap", () => {
  it("lists the articles of the last two days, newest first, with publication, date and title", async () => {
    const feed = await feedWith(
      { id: "a", title: "Yesterday", date_published: hoursAgo(30) },
      { id: "b", title: "Too old", date_published: hoursAgo(49) },
      { id: "c", title: "Theirs", url: "https://publisher.test/theirs", date_published: hoursAgo(1) },
      { id: "d", content_html: "<p>No title, but a text.</p>", date_published: hoursAgo(2) },
    );
    const xml = await read(`/feeds/${feed}/sitemap-news.xml`);
    expect(titlesIn(xml)).toEqual(["No title, but a text.", "Yesterday"]);
    expect(textsIn(xml, "news:name")).toEqual([`Test feed ${feed}`, `Test feed ${feed}`]);
    expect(textsIn(xml, "news:language")).toEqual(["en", "en"]);
    const dates = textsIn(xml, "news:publication_date").map((date) => Date.parse(date));
    expect(dates).toEqual(dates.toSorted().toReversed());
    for (const url of textsIn(xml, "loc")) expect((await request(url.slice(ORIGIN.length))).status).toBe(200);
  });

  it("is an empty one, and no journal is asked, where the feed has nothing new or nothing at all", async () => {
    const quiet = await feedWith({ title: "Old", date_published: hoursAgo(72) });
    const calls = controls.objectCalls;
    for (const feed of [quiet, freshFeed()])
      expect(parseXml(await read(`/feeds/${feed}/sitemap-news.xml`))).toMatchObject({
        name: "urlset",
        children: [],
      });
    expect(controls.objectCalls).toBe(calls);
  });

  it("is kept for five minutes, then what was withdrawn is gone from it", async () => {
    const feed = freshFeed();
    const [, gone] = await publish(feed, { id: "k", title: "Kept" }, { id: "g", title: "Gone" });
    const path = `/feeds/${feed}/sitemap-news.xml`;
    expect(titlesIn(await read(path)).sort()).toEqual(["Gone", "Kept"]);
    await withdraw(feed, gone?.key ?? "");
    const calls = controls.objectCalls;
    later(299_000);
    expect(titlesIn(await read(path))).toContain("Gone");
    expect(controls.objectCalls).toBe(calls);
    later(1_001);
    expect(titlesIn(await read(path))).toEqual(["Kept"]);
  });

  it("lists the newest thousand", async () => {
    const feed = await feedWith({ id: "a", title: "The newest" });
    await runInDurableObject(journal(feed), (_, { storage }) => {
      storage.sql.exec(
        `WITH RECURSIVE counted (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM counted WHERE at < 1000)
          INSERT INTO articles (key, state, version, revision, tag_uri, slug, published_at, updated_at,
            pending, listed, archive, placed_at, canonical_here)
          SELECT printf('%016d', at), 'live', 1, 1, 'tag:wire.test,2026:x', 'tide', ? - at, 0, 0, 1, 1, 0, 1
          FROM counted`,
        Date.now() - AN_HOUR,
      );
      storage.sql.exec(
        `INSERT INTO bodies SELECT key, (SELECT json_set(article, '$.title', 'Older', '$.slug', 'tide') FROM bodies)
          FROM articles WHERE slug = 'tide'`,
      );
    });
    const xml = await read(`/feeds/${feed}/sitemap-news.xml`);
    expect([titlesIn(xml).length, titlesIn(xml)[0]]).toEqual([1_000, "The newest"]);
    expect(textsIn(xml, "loc").at(-1)).toMatch(/tide-0{13}999$/);
  });
});

describe("/sitemap-news.xml", () => {
  /** A Worker with only these of the feeds. */
  const workerOf = (slugs: readonly string[]) => {
    let calls: string[] = [];
    const { handler } = createWorker(
      testFeeds.filter(({ slug }) => slugs.includes(slug)),
      {
        deps: (deps) => ({
          ...deps,
          journalOf: (feed) => {
            calls = [...calls, feed];
            return deps.journalOf(feed);
          },
        }),
      },
    );
    const news = async () => (await handler.fetch(new Request(`${ORIGIN}/sitemap-news.xml`), env)).text();
    return { news, calls: () => calls };
  };

  it("of a few feeds has the news of all of them, and asks only those that have some", async () => {
    const one = await feedWith(
      { id: "a", title: "Third", date_published: hoursAgo(3) },
      { id: "b", title: "First", date_published: hoursAgo(1) },
    );
    const two = await feedWith({ title: "Second", date_published: hoursAgo(2) });
    const quiet = await feedWith({ title: "Old", date_published: hoursAgo(72) });
    const { news, calls } = workerOf([one, two, quiet, freshFeed()]);
    const xml = await news();
    expect(titlesIn(xml)).toEqual(["First", "Second", "Third"]);
    expect(textsIn(xml, "news:name")).toEqual([`Test feed ${one}`, `Test feed ${two}`, `Test feed ${one}`]);
    expect(calls().toSorted()).toEqual([one, two].toSorted());
    expect(await news()).toBe(xml);
    expect(calls()).toHaveLength(2);
  });

  it("of many feeds is an index of those that were published, and asks none", async () => {
    const feed = await feedWith({ title: "One" });
    const unpublished = freshFeed();
    const calls = controls.objectCalls;
    const xml = await read("/sitemap-news.xml");
    expect(parseXml(xml).name).toBe("sitemapindex");
    expect(textsIn(xml, "loc")).toContain(`${ORIGIN}/feeds/${feed}/sitemap-news.xml`);
    expect(textsIn(xml, "loc")).not.toContain(`${ORIGIN}/feeds/${unpublished}/sitemap-news.xml`);
    expect(controls.objectCalls).toBe(calls);
  });

  it.each([
    [20, "urlset"],
    [21, "sitemapindex"],
  ])("of %i feeds is a %s", async (feeds, root) => {
    const { news } = workerOf(testFeeds.slice(0, feeds).map(({ slug }) => slug));
    expect(parseXml(await news()).name).toBe(root);
  });
});
