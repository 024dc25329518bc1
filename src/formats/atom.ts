// Atom 1.0, RFC 4287
//
// An entry's id must be an IRI for ever (§4.2.6), so a publisher's id that is
// only a number or a word gives way to the article's tag: URI.

import { feedPath } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import { FORMAT_FACTS } from "../model/format.ts";
import { headlineOf } from "../model/headline.ts";
import { summaryOf } from "../model/summary.ts";
import { contentOf } from "./content.ts";
import { authorsOf, type FeedSnapshot, linkOf, ownLanguageOf, type RenderContext } from "./context.ts";
import { isoDate } from "./dates.ts";
import { MEDIA_NAMESPACE, mediaOf } from "./media-rss.ts";
import { element, optional, startTag } from "./xml.ts";

/** Everything before the first entry. */
export function renderAtomHead({
  feed,
  feedUri,
  publicOrigin,
  changedAt,
}: Omit<FeedSnapshot, "articles">): string {
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:media": MEDIA_NAMESPACE,
    "xml:lang": feed.language,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("feed", attributes),
    "\n",
    element("id", {}, feedUri),
    element("title", {}, feed.title),
    element("subtitle", {}, feed.description),
    element("updated", {}, isoDate(changedAt)),
    // §4.1.1: the feed has an author unless every entry has one.
    ...(feed.authors.length > 0 ? feed.authors : [{ name: feed.title, url: null }]).map(authorElement),
    // The only alternate: some readers take the first for the web page, Newsboat the last.
    element("link", { rel: "alternate", type: "text/html", href: feed.homePage }, null),
    element(
      "link",
      { rel: "self", type: FORMAT_FACTS.atom.mediaType, href: publicOrigin + feedPath(feed.slug, "atom") },
      null,
    ),
    ...feed.categories.map((term) => element("category", { term }, null)),
    optional("icon", feed.icon),
    optional("logo", feed.image),
    optional("rights", feed.copyright),
    element("generator", {}, "Edgewire"),
    "\n",
  ].join("");
}

export const ATOM_TAIL = "</feed>\n";

/** One entry, with a line break after it. */
export function renderAtomEntry(article: Article, context: RenderContext): string {
  const content = contentOf(article, context);
  return `${element("entry", { "xml:lang": ownLanguageOf(article, context) }, [
    element("id", {}, atomIdOf(article)),
    element("title", {}, headlineOf(article)),
    element("link", { rel: "alternate", type: "text/html", href: linkOf(article, context) }, null),
    article.externalUrl === null ? "" : element("link", { rel: "related", href: article.externalUrl }, null),
    ...article.attachments.map(({ url, mediaType, title, lengthBytes }) =>
      element("link", { rel: "enclosure", type: mediaType, length: lengthBytes, title, href: url }, null),
    ),
    element("published", {}, isoDate(article.publishedAt)),
    element("updated", {}, isoDate(article.updatedAt)),
    ...authorsOf(article, context).map(authorElement),
    ...article.tags.map((term) => element("category", { term }, null)),
    // An entry without content must have some text (the W3C validator warns of it).
    optional("summary", summaryOf(article) ?? (content.html === "" ? headlineOf(article) : null)),
    content.html === "" ? "" : element("content", { type: "html" }, [content.escaped]),
    mediaOf(article),
  ])}\n`;
}

const authorElement = ({ name, url }: { readonly name: string; readonly url: string | null }): string =>
  element("author", {}, [element("name", {}, name), optional("uri", url)]);

/** The publisher's id where it is an absolute IRI (RFC 3987), else the tag: URI. */
export const atomIdOf = ({ sourceId, tagUri }: Article): string =>
  sourceId !== null && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(sourceId) && URL.canParse(sourceId)
    ? sourceId
    : tagUri;

/** Render a snapshot as Atom 1.0. Same snapshot, same bytes: the ETag rests on it. */
export const renderAtom = (snapshot: FeedSnapshot): string =>
  renderAtomHead(snapshot) +
  snapshot.articles.map((article) => renderAtomEntry(article, snapshot)).join("") +
  ATOM_TAIL;
