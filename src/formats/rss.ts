// RSS 2.0, https://www.rssboard.org/rss-specification
//
// RSS has one date per item and no word for a revision, so an article's
// updatedAt is left out; changes show only as the channel's lastBuildDate.
// Text is escaped rather than put in CDATA: one rule for every text.

import { feedPath } from "../model/address.ts";
import { type Article, articleId } from "../model/article.ts";
import { FORMAT_FACTS } from "../model/format.ts";
import { summaryOf } from "../model/summary.ts";
import { contentOf } from "./content.ts";
import {
  authorsOf,
  type FeedSnapshot,
  linkOf,
  ownLanguageOf,
  pageUrlOf,
  type RenderContext,
} from "./context.ts";
import { rssDate } from "./dates.ts";
import { MEDIA_NAMESPACE, mediaOf } from "./media-rss.ts";
import { element, escapeText, optional, startTag } from "./xml.ts";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": MEDIA_NAMESPACE,
};

/** Everything before the first item. */
export function renderRssHead({ feed, publicOrigin, changedAt }: Omit<FeedSnapshot, "articles">): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("rss", NAMESPACES),
    "\n<channel>\n",
    element("title", {}, feed.title),
    element("link", {}, feed.homePage),
    element("description", {}, feed.description),
    element("language", {}, feed.language),
    optional("copyright", feed.copyright),
    element("lastBuildDate", {}, rssDate(changedAt)),
    ...feed.categories.map((category) => element("category", {}, category)),
    element("generator", {}, "Edgewire"),
    feed.image === null
      ? ""
      : element("image", {}, [
          element("url", {}, feed.image),
          element("title", {}, feed.title),
          element("link", {}, feed.homePage),
        ]),
    // Only self: SimplePie takes the first atom:link rel=alternate for the feed's web page.
    element(
      "atom:link",
      { rel: "self", type: FORMAT_FACTS.rss.mediaType, href: publicOrigin + feedPath(feed.slug, "rss") },
      null,
    ),
    "\n",
  ].join("");
}

export const RSS_TAIL = "</channel>\n</rss>\n";

/** One item, with a line break after it. */
export function renderRssItem(article: Article, context: RenderContext): string {
  const content = contentOf(article, context);
  const link = linkOf(article, context);
  const id = articleId(article);
  // RSS takes a guid for a URL unless told otherwise.
  const isPermaLink = id === link || id === pageUrlOf(article, context.publicOrigin);
  return `${element("item", {}, [
    optional("title", article.title),
    element("link", {}, link),
    element("guid", { isPermaLink: String(isPermaLink) }, id),
    element("pubDate", {}, rssDate(article.publishedAt)),
    // RSS's own author is an e-mail address, and one only.
    ...authorsOf(article, context).map(({ name }) => element("dc:creator", {}, name)),
    ...article.tags.map((tag) => element("category", {}, tag)),
    optional("dc:language", ownLanguageOf(article, context)),
    descriptionOf(article),
    content.html === "" ? "" : element("content:encoded", {}, [content.escaped]),
    enclosureOf(article),
    mediaOf(article),
  ])}\n`;
}

// An item needs a title or a description, and one with content:encoded a
// description before it. Readers take it for HTML, so a "<" is escaped twice.
const descriptionOf = (article: Article): string =>
  element("description", {}, escapeText(summaryOf(article) ?? ""));

// RSS takes one enclosure and wants all three attributes; "0" stands for a length nobody gave.
function enclosureOf({ attachments }: Article): string {
  const [first] = attachments;
  return first === undefined
    ? ""
    : element("enclosure", { url: first.url, length: first.lengthBytes ?? 0, type: first.mediaType }, null);
}

/** Render a snapshot as RSS 2.0. Same snapshot, same bytes: the ETag rests on it. */
export const renderRss = (snapshot: FeedSnapshot): string =>
  renderRssHead(snapshot) +
  snapshot.articles.map((article) => renderRssItem(article, snapshot)).join("") +
  RSS_TAIL;
