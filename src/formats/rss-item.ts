// An article as an item of RSS 2.0, https://www.rssboard.org/rss-specification
//
// RSS has one date per item and no word for a revision, so an article's
// updatedAt is left out; changes show only as the channel's lastBuildDate.
// Text is escaped rather than put in CDATA: one rule for every text.

import { type Article, articleId } from "../model/article.ts";
import { summaryOf } from "../model/summary.ts";
import { contentOf } from "./content.ts";
import { authorsOf, linkOf, ownLanguageOf, pageUrlOf, type RenderContext } from "./context.ts";
import { rssDate } from "./dates.ts";
import { enclosureOf } from "./enclosure.ts";
import { mediaOf } from "./media-rss.ts";
import { podcastItemOf } from "./podcast.ts";
import { element, escapeText, optional, titleElement } from "./xml.ts";

/** One item, with a line break after it. */
export function renderRssItem(article: Article, context: RenderContext): string {
  const content = contentOf(article, context);
  const link = linkOf(article, context);
  const id = articleId(article);
  // RSS takes a guid for a URL unless told otherwise.
  const isPermaLink = id === link || id === pageUrlOf(article, context.publicOrigin);
  return `${element("item", {}, [
    article.title === null ? "" : titleElement(article.title),
    element("link", {}, link),
    element("guid", { isPermaLink: String(isPermaLink) }, id),
    element("pubDate", {}, rssDate(article.publishedAt)),
    // RSS's own author is an e-mail address, and one only.
    ...authorsOf(article, context).map(({ name }) => element("dc:creator", {}, name)),
    ...article.tags.map((tag) => element("category", {}, tag)),
    optional("dc:language", ownLanguageOf(article, context)),
    descriptionOf(article),
    content.html === "" ? "" : element("content:encoded", {}, [content.escaped]),
    article.externalUrl === null
      ? ""
      : element("atom:link", { rel: "related", href: article.externalUrl }, null),
    enclosureOf(article),
    mediaOf(article),
    podcastItemOf(article, context),
    markdownOf(article, context),
  ])}\n`;
}

// An item needs a title or a description, and one with content:encoded a
// description before it. Readers take it for HTML, so a "<" is escaped twice.
const descriptionOf = (article: Article): string =>
  element("description", {}, escapeText(summaryOf(article) ?? ""));

// Its namespace stands here and not on the root: the W3C validator doesn't know it, and
// a document in which nothing came as Markdown needs no warning.
const markdownOf = ({ markdown }: Article, { feed }: RenderContext): string =>
  feed.markdown && markdown !== null
    ? element("source:markdown", { "xmlns:source": "http://source.scripting.com/" }, markdown)
    : "";
