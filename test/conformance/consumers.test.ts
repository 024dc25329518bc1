// What readers and aggregators do with a feed, and what it must be for them. What
// several of them share is in the other tables.
//
// Left out: hubs (WebSub, rssCloud), which the wire does not have yet.

import { beforeAll, describe, expect, it } from "vitest";
import { ORIGIN, publishedAs, readDocument, request } from "../worker/client.ts";
import { freshFeed } from "../worker/feeds.ts";
import { postNumbered } from "../worker/walk.ts";
import { all, childrenOf, type Node, parseXml, textOf } from "../xml.ts";
import { headOf, MAGAZINE, type Magazine, readMagazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

const FILES = ["rss.xml", "atom.xml", "feed.json"];

type Given = {
  readonly magazine: Magazine;
  readonly large: string; // a feed of more than a head may hold
  readonly long: string; // and one of more articles
};

let given: Given;

beforeAll(async () => {
  given = { magazine: await readMagazine(), large: await largeFeed(), long: await longFeed() };
}, 30_000);

/** Four articles of 900 kB: two of them fill a head. */
async function largeFeed(): Promise<string> {
  const feed = freshFeed();
  const content_html = `<p>${"Nothing but the tide. ".repeat(300)}</p>`.repeat(136);
  let version = 0;
  for (const number of [1, 2, 3, 4]) {
    const posted = await postNumbered(feed, number, number, { content_html });
    version = posted.get(String(number))?.feedVersion ?? Number.POSITIVE_INFINITY;
  }
  await publishedAs(feed, version);
  return feed;
}

/** Sixty-one articles at once. */
async function longFeed(): Promise<string> {
  const feed = freshFeed();
  const posted = await postNumbered(feed, 1, 61, { date_published: new Date().toISOString() });
  await publishedAs(feed, posted.get("61")?.feedVersion ?? Number.POSITIVE_INFINITY);
  return feed;
}

const secondsOf = (headers: Headers): number =>
  Number(/max-age=(\d+)/.exec(headers.get("Cache-Control") ?? "")?.[1]);
const channelOf = (of: Magazine): Node => childrenOf(parseXml(headOf(of, "rss").text), "channel")[0] ?? NONE;
const NONE: Node = { name: "", attributes: {}, children: [], text: "" };
const bytesOf = async (feed: string, file: string): Promise<number> =>
  new TextEncoder().encode(await readDocument(feed, file)).byteLength;

const REQUIREMENTS: readonly Requirement<Given>[] = [
  [
    "Miniflux",
    "takes the self link for the feed's address: it is ours, and leads to the same bytes and tag",
    async ({ magazine }) => {
      for (const { format, headers, text } of magazine.documents) {
        if (format === "json") continue;
        const [self] = [...all(parseXml(text), "atom:link"), ...all(parseXml(text), "link")]
          .map(({ attributes }) => attributes)
          .filter(({ rel }) => rel === "self");
        expect(self?.["href"]).toMatch(/^https:\/\/wire\.test\//);
        const again = await request((self?.["href"] ?? "").slice(ORIGIN.length));
        expect([again.headers.get("ETag"), await again.text()]).toEqual([headers.get("ETag"), text]);
      }
    },
  ],
  [
    "Miniflux",
    "takes an empty 200 for an error, and a challenge for one: there is neither",
    ({ magazine }) => {
      for (const { headers, text } of magazine.documents) {
        expect(text.length).toBeGreaterThan(200);
        expect(headers.has("cf-mitigated")).toBe(false);
      }
    },
  ],
  [
    "FreshRSS",
    "asks again after max-age, which it takes from a minute to a day",
    ({ magazine }) => {
      for (const { headers } of magazine.documents) {
        expect(secondsOf(headers)).toBeGreaterThanOrEqual(60);
        expect(secondsOf(headers)).toBeLessThanOrEqual(86_400);
      }
    },
  ],
  [
    "FreshRSS",
    "stays away from the whole host after 429 or 503: sixty requests in a row bring neither",
    async ({ magazine }) => {
      const { path } = headOf(magazine, "rss");
      for (let at = 0; at < 60; at += 1) expect((await request(path)).status).toBe(200);
    },
  ],
  [
    "NetNewsWire",
    "keeps a document for five hours at most: a head and a derived feed ask for less",
    ({ magazine }) => {
      for (const { place, headers } of magazine.documents)
        if (place !== "archive") expect(secondsOf(headers)).toBeLessThanOrEqual(5 * 3_600);
    },
  ],
  [
    "NetNewsWire",
    "forgets its validators every eight days: then it gets the whole, with validators",
    async ({ magazine }) => {
      const { path, headers, text } = headOf(magazine, "rss");
      const conditions = { "If-None-Match": headers.get("ETag") ?? "" };
      for (let week = 0; week < 3; week += 1) {
        expect((await request(path, { headers: conditions })).status).toBe(304);
        const whole = await request(path);
        expect([whole.status, whole.headers.get("ETag")]).toEqual([200, headers.get("ETag")]);
        expect(await whole.text()).toBe(text);
      }
    },
  ],
  [
    "Inoreader, Feedly",
    "say in User-Agent how many subscribers they ask for, and get the same bytes",
    async ({ magazine }) => {
      const { path, headers, text } = headOf(magazine, "rss");
      for (const agent of [
        "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 3 subscribers; )",
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1 subscribers)",
        "Mozilla/5.0",
        "",
      ]) {
        const answer = await request(path, { headers: { "User-Agent": agent } });
        expect([answer.status, answer.headers.get("ETag")]).toEqual([200, headers.get("ETag")]);
        expect(await answer.text()).toBe(text);
      }
    },
  ],
  [
    "Google News",
    "reads 2 MB of a feed, and FreshRSS 3 MiB: what is more than a head may hold goes to an archive",
    async ({ large }) => {
      for (const file of FILES) {
        const bytes = await bytesOf(large, file);
        expect([file, bytes > 1_700_000, bytes <= 2 * 1_048_576]).toEqual([file, true, true]);
      }
      expect(await bytesOf(large, "archive/1/rss.xml")).toBeGreaterThan(800_000);
    },
  ],
  [
    "Google News",
    "takes sixty new articles of a feed: a head of the usual size has fewer",
    async ({ long }) => {
      const { items } = JSON.parse(await readDocument(long, "feed.json"));
      expect(items.length).toBeGreaterThan(10);
      expect(items.length).toBeLessThanOrEqual(60);
    },
  ],
  [
    "Google News",
    "wants a guid and a pubDate of each article",
    ({ magazine }) => {
      for (const item of childrenOf(channelOf(magazine), "item"))
        for (const name of ["guid", "pubDate"]) expect(textOf(item, name)).toBeTruthy();
    },
  ],
  [
    "Google news sitemap",
    "lists the articles of two days, a thousand at most, with publication, language, date and title",
    async ({ long }) => {
      const { pathname } = new URL(`${ORIGIN}/feeds/${long}/sitemap-news.xml`);
      const urls = all(parseXml(await (await request(pathname)).text()), "url");
      expect(urls.length).toBe(61);
      for (const url of urls) {
        const [news] = childrenOf(url, "news:news");
        const [publication] = childrenOf(news ?? NONE, "news:publication");
        expect(textOf(url, "loc")).toMatch(/^https:\/\/wire\.test\//);
        expect(textOf(publication, "news:name")).toBe(`Test feed ${long}`);
        expect(textOf(publication, "news:language")).toBe("en");
        expect(textOf(news, "news:publication_date")).toMatch(/^\d{4}-\d\d-\d\dT/);
        expect(textOf(news, "news:title")).toMatch(/^\d+$/);
      }
    },
  ],
  [
    "Google news sitemap",
    "has nothing of what is older",
    async () => {
      const xml = await (await request(`/feeds/${MAGAZINE}/sitemap-news.xml`)).text();
      expect(parseXml(xml).children).toEqual([]);
    },
  ],
  [
    "Apple News",
    "wants UTF-8, a title, a link and a language with its region, and of an article with a text a title, a link and a description",
    ({ magazine }) => {
      expect(headOf(magazine, "rss").text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
      const channel = channelOf(magazine);
      expect(textOf(channel, "language")).toMatch(/^[a-z]{2}-[A-Z]{2}$/);
      const told = childrenOf(channel, "item").filter(
        (item) => textOf(item, "content:encoded") !== undefined,
      );
      expect(told.length).toBeGreaterThan(1);
      for (const one of [channel, ...told])
        for (const name of ["title", "link", "description"]) expect(textOf(one, name)).toBeTruthy();
    },
  ],
  [
    "Feedly",
    "shows an icon, a cover and a colour in a namespace of its own, where the definition has them",
    async ({ magazine, long }) => {
      const channel = channelOf(magazine);
      expect(childrenOf(channel, "webfeeds:cover")[0]?.attributes).toEqual({
        image: "https://publisher.test/cover.jpg",
      });
      expect(textOf(channel, "webfeeds:icon")).toBe("https://publisher.test/icon.png");
      expect(textOf(channel, "webfeeds:accentColor")).toBe("ff8800");
      expect(await readDocument(long)).not.toContain("webfeeds");
    },
  ],
  [
    "careful pollers",
    "send a tag back as it came, quotes and all, and get 304 as often as they ask",
    async ({ magazine }) => {
      for (const { path, headers } of magazine.documents)
        for (let at = 0; at < 3; at += 1) {
          const conditions = {
            "If-None-Match": headers.get("ETag") ?? "",
            "If-Modified-Since": headers.get("Last-Modified") ?? "",
          };
          expect((await request(path, { headers: conditions })).status).toBe(304);
        }
    },
  ],
];

describe("consumers", () => {
  it.each(REQUIREMENTS)("%s: %s", (_clause, _requirement, check) => check(given));
});
