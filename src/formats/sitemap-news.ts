// News sitemaps,
// https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
//
// The schema would have at least one <url>. Google takes a sitemap without any,
// which is what a quiet weekend leaves of it.

import type { Feed } from "../model/feed.ts";
import { isoDate } from "./dates.ts";
import { SITEMAP_NAMESPACE } from "./sitemap.ts";
import { element, startTag } from "./xml.ts";

export type NewsEntry = {
  readonly publication: Pick<Feed, "title" | "language">;
  readonly url: string;
  readonly title: string; // plain text
  readonly publishedAt: number; // ms since 1970 UTC
};

export const renderNewsSitemap = (entries: readonly NewsEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("urlset", {
      xmlns: SITEMAP_NAMESPACE,
      "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    }),
    "\n",
    ...entries.map(entryOf),
    "</urlset>\n",
  ].join("");

const entryOf = ({ publication, url, title, publishedAt }: NewsEntry): string =>
  `${element("url", {}, [
    element("loc", {}, url),
    element("news:news", {}, [
      element("news:publication", {}, [
        element("news:name", {}, publication.title),
        element("news:language", {}, newsLanguageOf(publication.language)),
      ]),
      element("news:publication_date", {}, isoDate(publishedAt)),
      element("news:title", {}, title),
    ]),
  ])}\n`;

/** ISO 639, two or three letters; Chinese by its script, which Google names after a country. */
export function newsLanguageOf(language: string): string {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== "zh") return locale.language;
  return locale.script === "Hant" ? "zh-tw" : "zh-cn";
}
