// Sitemaps and indexes of sitemaps, https://www.sitemaps.org/protocol.html
//
// No changefreq and no priority: search engines say that they ignore both.

import { isoDate } from "./dates.ts";
import { element, startTag } from "./xml.ts";

export const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A page, and when it last changed; null where nobody kept count. */
export type SitemapEntry = { readonly url: string; readonly modifiedAt: number | null };

export const renderSitemap = (entries: readonly SitemapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("urlset", { xmlns: SITEMAP_NAMESPACE }),
    "\n",
    ...entries.map(entryOf),
    "</urlset>\n",
  ].join("");

const entryOf = ({ url, modifiedAt }: SitemapEntry): string =>
  `${element("url", {}, [
    element("loc", {}, url),
    modifiedAt === null ? "" : element("lastmod", {}, isoDate(modifiedAt)),
  ])}\n`;

/** @param urls of sitemaps of this host */
export const renderSitemapIndex = (urls: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("sitemapindex", { xmlns: SITEMAP_NAMESPACE }),
    "\n",
    ...urls.map((url) => `${element("sitemap", {}, [element("loc", {}, url)])}\n`),
    "</sitemapindex>\n",
  ].join("");
