// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, on the head, the archives
// and the derived feeds alike.

import { parse } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import { elementsIn } from "../html.ts";
import { ORIGIN, request } from "../worker/client.ts";
import { addressesIn } from "./addresses.ts";
import { documentsOf, type Read, readMagazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

type Item = Readonly<Record<string, unknown>>;
type Feed = Read & { readonly json: Readonly<Record<string, unknown>>; readonly items: readonly Item[] };
type Feeds = readonly Feed[];

let feeds: Feeds;

beforeAll(async () => {
  feeds = documentsOf(await readMagazine(), "json").map((read) => {
    const json = JSON.parse(read.text);
    return { ...read, json, items: json.items };
  });
}, 30_000);

const itemsIn = (of: Feeds): readonly Item[] => of.flatMap(({ items }) => items);
const WHOLE_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const HEAD_URL = `${ORIGIN}/feeds/magazine/feed.json`;

function itemOf(of: Feeds, id: string): Item {
  const item = itemsIn(of).find((one) => one["id"] === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

/** Every name in a value and in all that is in it. */
const namesIn = (value: unknown): readonly string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [name, ...namesIn(inner)]);

const FEED: readonly Requirement<Feeds>[] = [
  [
    "version",
    "is the address of version 1.1",
    (of) => {
      for (const { json } of of) expect(json["version"]).toBe("https://jsonfeed.org/version/1.1");
    },
  ],
  [
    "title, items",
    "are there, and the items are a list",
    (of) => {
      for (const { json } of of) {
        expect(json["title"]).toMatch(/^Test feed magazine/);
        expect(Array.isArray(json["items"])).toBe(true);
      }
    },
  ],
  [
    "feed_url",
    "names the feed: the address it was fetched from, or an archive's head",
    (of) => {
      for (const { path, place, url, json } of of)
        expect([path, json["feed_url"]]).toEqual([path, place === "archive" ? HEAD_URL : url]);
    },
  ],
  [
    "next_url",
    "is never feed_url, and following it ends without having met a document twice",
    async () => {
      const met: string[] = [];
      for (let url: string | undefined = HEAD_URL; url !== undefined; ) {
        expect(met).not.toContain(url);
        met.push(url);
        const { next_url, feed_url }: { next_url?: string; feed_url: string } = await (
          await request(url.slice(ORIGIN.length))
        ).json();
        expect(next_url).not.toBe(feed_url);
        url = next_url;
      }
      expect(met.length).toBeGreaterThan(3);
    },
  ],
  [
    "authors, language",
    "are those of the definition",
    (of) => {
      for (const { json } of of)
        expect([json["authors"], json["language"]]).toEqual([[{ name: "The Desk" }], "en-GB"]);
    },
  ],
  [
    "icon, favicon",
    "are the large picture and the small one",
    (of) => {
      for (const { json } of of)
        expect([json["icon"], json["favicon"]]).toEqual([
          "https://publisher.test/logo.png",
          "https://publisher.test/icon.png",
        ]);
    },
  ],
  [
    "expired",
    "is not said of a feed that goes on",
    (of) => {
      for (const { json } of of) expect(json["expired"]).toBeUndefined();
    },
  ],
  [
    "Extensions",
    "are objects under a name with an underscore, say what they are about, and have no dot in a key",
    async (of) => {
      for (const { json } of of) {
        expect(json["_edgewire"]).toMatchObject({ about: `${ORIGIN}/about/json-feed` });
        for (const name of namesIn(json)) expect(name).not.toContain(".");
      }
      expect((await request("/about/json-feed")).status).toBe(200);
    },
  ],
  [
    "media type",
    "is application/feed+json",
    (of) => {
      for (const { headers } of of)
        expect(headers.get("Content-Type")).toBe("application/feed+json; charset=utf-8");
    },
  ],
];

const ITEM: readonly Requirement<Feeds>[] = [
  [
    "id",
    "is a string, even if the publisher gave a number, and no two items of a document share one",
    (of) => {
      for (const { items } of of) {
        const ids = items.map(({ id }) => id);
        for (const id of ids) expect(typeof id).toBe("string");
        expect(new Set(ids).size).toBe(ids.length);
      }
      expect(itemOf(of, "9")["content_html"]).toBe("<p>A note without a title.</p>");
    },
  ],
  [
    "content_html, content_text",
    "one of the two is there",
    (of) => {
      for (const item of itemsIn(of))
        expect([item["content_html"], item["content_text"]].filter((text) => text !== undefined).length).toBe(
          1,
        );
      expect(itemOf(of, "title-only")["content_text"]).toBe("Nothing but a title");
    },
  ],
  [
    "title, summary",
    "are plain text: HTML is in content_html alone",
    (of) => {
      const { title, summary } = itemOf(of, "marked-up");
      expect([title, summary]).toEqual(["Fish & chips, 3 < 5", "Salt & vinegar, at <5 a bag."]);
      // html, head and body are what a parser adds to any text
      for (const item of itemsIn(of))
        for (const text of [item["title"], item["summary"], item["content_text"]])
          expect(elementsIn(parse(String(text))).map(({ tagName }) => tagName)).toEqual([
            "html",
            "head",
            "body",
          ]);
    },
  ],
  [
    "url, external_url",
    "are the article's own address, and what it is about",
    (of) => {
      expect(itemOf(of, "elsewhere")).toMatchObject({
        url: expect.stringMatching(/^https:\/\/wire\.test\/feeds\/magazine\/articles\//),
        external_url: "https://tides.test/table",
      });
    },
  ],
  [
    "image, banner_image",
    "the lead image is image, and nothing is banner_image",
    (of) => {
      expect(itemOf(of, "https://publisher.test/?p=6")["image"]).toBe("https://publisher.test/lead.jpg");
      for (const item of itemsIn(of)) expect(item["banner_image"]).toBeUndefined();
    },
  ],
  [
    "date_published, date_modified",
    "are RFC 3339, the second never before the first",
    (of) => {
      for (const { date_published, date_modified } of itemsIn(of)) {
        for (const date of [date_published, date_modified]) expect(date).toMatch(WHOLE_DATE);
        expect(Date.parse(String(date_modified))).toBeGreaterThanOrEqual(Date.parse(String(date_published)));
      }
    },
  ],
  [
    "authors, language, tags",
    "are the article's own where it has some",
    (of) => {
      expect(itemOf(of, "elsewhere")).toMatchObject({
        authors: [{ name: "Night Desk", url: "https://publisher.test/night" }, { name: "Day Desk" }],
        language: "de-DE",
        tags: ["tides"],
      });
    },
  ],
  [
    "attachments",
    "have url and mime_type, and renditions of one thing one title",
    (of) => {
      expect(itemOf(of, "sound")["attachments"]).toEqual([
        { url: "https://publisher.test/notes.pdf", mime_type: "application/pdf" },
        { url: "https://publisher.test/a.mp3", mime_type: "audio/mpeg", title: "A", size_in_bytes: 1234 },
        { url: "https://publisher.test/a.m4a", mime_type: "audio/x-m4a", title: "A" },
      ]);
    },
  ],
  [
    "addresses",
    "none is relative, neither in a field nor in content_html",
    (of) => {
      for (const document of of)
        for (const address of addressesIn(document)) expect(address).toMatch(/^https?:\/\/[^/]+\//);
      expect(itemOf(of, "https://publisher.test/?p=6")["content_html"]).toContain(
        'src="https://publisher.test/quay.jpg"',
      );
    },
  ],
];

describe.each([
  ["the feed", FEED],
  ["an item", ITEM],
])("JSON Feed 1.1: %s", (_, table) => {
  it.each(table)("%s: %s", (_clause, _requirement, check) => check(feeds));
});
