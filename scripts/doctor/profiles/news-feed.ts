// RSS and Atom as a news aggregator sees both: a head, and articles with the same few fields.

import { relOf } from "../atom/atom-link.ts";
import type { Feed } from "../feed.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "../xml/xml-tree.ts";

/** A field that isn't there is "". */
export type NewsArticle = {
  readonly element: XmlElement;
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly date: string;
  readonly summary: string;
  readonly content: string;
};

export type NewsFeed = {
  readonly head: XmlElement;
  readonly link: string;
  readonly language: string;
  readonly articles: readonly NewsArticle[];
};

export const newsFeedOf = (feed: Exclude<Feed, { format: "json" }>): NewsFeed =>
  feed.format === "rss"
    ? {
        head: feed.channel,
        link: textOf(feed.channel, "", "link"),
        language: textOf(feed.channel, "", "language"),
        articles: feed.items.map((element) => ({
          element,
          id: textOf(element, "", "guid"),
          title: textOf(element, "", "title"),
          link: textOf(element, "", "link"),
          date: textOf(element, "", "pubDate"),
          summary: textOf(element, "", "description"),
          content: textOf(element, NAMESPACES.content, "encoded"),
        })),
      }
    : {
        head: feed.root,
        link: alternateOf(feed.root),
        language: feed.root.attributes["xml:lang"] ?? "",
        articles: feed.entries.map((element) => ({
          element,
          id: textOf(element, NAMESPACES.atom, "id"),
          title: textOf(element, NAMESPACES.atom, "title"),
          link: alternateOf(element),
          date: textOf(element, NAMESPACES.atom, "published") || textOf(element, NAMESPACES.atom, "updated"),
          summary: textOf(element, NAMESPACES.atom, "summary"),
          content: contentOf(element),
        })),
      };

const alternateOf = (element: XmlElement): string =>
  childrenOf(element, NAMESPACES.atom, "link").find((link) => relOf(link) === "alternate")?.attributes[
    "href"
  ] ?? "";

// XHTML is elements; that there is some is all that is asked.
function contentOf(entry: XmlElement): string {
  const content = childOf(entry, NAMESPACES.atom, "content");
  if (content === undefined) return "";
  return content.children.length > 0 ? allText(content) : content.text.trim();
}

const allText = (element: XmlElement): string =>
  [element.text, ...element.children.map(allText)].join(" ").trim();
