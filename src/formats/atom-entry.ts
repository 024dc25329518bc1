// An article as an entry of Atom 1.0, RFC 4287
//
// An entry's id must be an IRI for ever (§4.2.6), so a publisher's id that is
// only a number or a word gives way to the article's tag: URI.

import type { Article } from "../model/article.ts";
import { headlineOf } from "../model/headline.ts";
import { summaryOf } from "../model/summary.ts";
import { contentOf } from "./content.ts";
import { authorsOf, linkOf, ownLanguageOf, type RenderContext } from "./context.ts";
import { isoDate } from "./dates.ts";
import { mediaOf } from "./media-rss.ts";
import { element, optional, titleElement } from "./xml.ts";

/** One entry, with a line break after it. */
export function renderAtomEntry(article: Article, context: RenderContext): string {
  const content = contentOf(article, context);
  return `${element("entry", { "xml:lang": ownLanguageOf(article, context) }, [
    element("id", {}, atomIdOf(article)),
    titleElement(headlineOf(article)),
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

export const authorElement = ({
  name,
  url,
}: {
  readonly name: string;
  readonly url: string | null;
}): string => element("author", {}, [element("name", {}, name), optional("uri", url)]);

/** The publisher's id where it is an absolute IRI (RFC 3987), else the tag: URI. */
export const atomIdOf = ({ sourceId, tagUri }: Pick<Article, "sourceId" | "tagUri">): string =>
  sourceId !== null && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(sourceId) && URL.canParse(sourceId)
    ? sourceId
    : tagUri;
