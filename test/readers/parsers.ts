// Parsers of feeds that others wrote, each used as its own README says.

import { Readable } from "node:stream";
import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import { parseFeed } from "@rowanmanning/feed-parser";
import FeedParser from "feedparser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import type { Format } from "../../src/model/format.ts";
import type { Read } from "./articles.ts";

export type Parser = {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly givesHtml: boolean; // an article's text as it is written
  readonly read: (text: string, format: Format) => Promise<readonly ReadHtml[]>;
};

export type ReadHtml = Read & { readonly html: string | null };

const feedsmith: Parser = {
  name: "feedsmith",
  formats: ["rss", "atom", "json"],
  givesHtml: true,
  read: async (text, format) => {
    switch (format) {
      case "rss":
        return (parseRssFeed(text).items ?? []).map(({ guid, title, link, pubDate, content }) =>
          readOf(guid?.value, title, link, pubDate, content?.encoded),
        );
      case "atom":
        return (parseAtomFeed(text).entries ?? []).map(({ id, title, links, published, content }) =>
          readOf(
            id,
            title?.value,
            links?.find(({ rel }) => rel === "alternate")?.href,
            published,
            content?.value,
          ),
        );
      case "json":
        return (parseJsonFeed(text).items ?? []).map(({ id, title, url, date_published, content_html }) =>
          readOf(id, title, url, date_published, content_html),
        );
    }
  },
};

// What its types leave out: Atom's id, and RSS's content:encoded.
type UntypedFields = { readonly id?: string; readonly "content:encoded"?: string };

const rssParser: Parser = {
  name: "rss-parser",
  formats: ["rss", "atom"],
  givesHtml: true,
  read: async (text) =>
    (await new RssParser<object, UntypedFields>().parseString(text)).items.map((item) =>
      readOf(
        item.guid ?? item.id,
        item.title,
        item.link,
        item.isoDate,
        item["content:encoded"] ?? item.content,
      ),
    ),
};

const feedparser: Parser = {
  name: "feedparser",
  formats: ["rss", "atom"],
  givesHtml: true,
  read: async (text) => {
    const items = Readable.from([text]).pipe(new FeedParser({ resume_saxerror: false }));
    const reads: ReadHtml[] = [];
    for await (const { guid, title, link, pubdate, description } of items)
      reads.push(readOf(guid, title, link, pubdate, description));
    return reads;
  },
};

// It decodes entities a second time, so its text is no longer what anybody wrote.
const feedParser: Parser = {
  name: "@rowanmanning/feed-parser",
  formats: ["rss", "atom"],
  givesHtml: false,
  read: async (text) =>
    parseFeed(text).items.map(({ id, title, url, published }) => readOf(id, title, url, published, null)),
};

// Of the text it gives the beginning, without markup.
const feedExtractor: Parser = {
  name: "@extractus/feed-extractor",
  formats: ["rss", "atom", "json"],
  givesHtml: false,
  read: async (text, format) =>
    ((format === "json" ? extractFromJson(text) : extractFromXml(text)).entries ?? []).map(
      ({ id, title, link, published }) => readOf(id, title, link, published, null),
    ),
};

export const PARSERS: readonly Parser[] = [feedsmith, rssParser, feedparser, feedParser, feedExtractor];

type Given = string | null | undefined;

/** @throws where a parser found no id, no address or no date */
function readOf(id: Given, title: Given, url: Given, publishedAt: Given | Date, html: Given): ReadHtml {
  if (!id || !url || !publishedAt) throw new Error(`read without id, address or date: ${id ?? title}`);
  return {
    id,
    title: title || null, // what isn't there is "" to some
    url,
    publishedAt: new Date(publishedAt).toISOString().replace(".000Z", "Z"),
    html: html ?? null,
  };
}
