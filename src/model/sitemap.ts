// Sitemaps: how much one of them holds, and how long an article is news.
//
// Source: https://www.sitemaps.org/protocol.html, and for news
// https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap

/**
 * How many articles a sitemap lists; the first of a feed lists the feed's page too.
 *
 * The protocol allows 50,000 addresses and 50 MB. With the longest slugs, 50,000
 * are 42 MB in Japanese and 54 MB in Adlam, and an isolate has to hold a document
 * several times. So many are 11 MB at most, and a journal is busy with them for
 * some 40 ms.
 */
export const ARTICLES_A_SITEMAP = 9_999;

/** How many sitemaps a feed has, which was published. @param mapped how many articles they list */
export const countSitemaps = (mapped: number): number => Math.max(1, Math.ceil(mapped / ARTICLES_A_SITEMAP));

/** How long an article is news, in ms. */
export const NEWS_FOR = 2 * 86_400_000;

/** How many articles a news sitemap may list. */
export const MOST_NEWS = 1_000;
