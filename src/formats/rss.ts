// RSS 2.0, https://www.rssboard.org/rss-specification: what stands around the items.

import { FORMAT_FACTS } from "../model/format.ts";
import { titleOf } from "../model/place.ts";
import { type DocumentContext, documentUrlOf, type FeedSnapshot, homePageOf } from "./context.ts";
import { rssDate } from "./dates.ts";
import { MEDIA_NAMESPACE } from "./media-rss.ts";
import { completeMarkOf, HISTORY_NAMESPACE, pagingLinksOf } from "./paging.ts";
import { channelExtensionsOf, extensionNamespacesOf } from "./rss-extensions.ts";
import { renderRssItem } from "./rss-item.ts";
import { element, optional, startTag, titleElement } from "./xml.ts";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": HISTORY_NAMESPACE,
  "xmlns:media": MEDIA_NAMESPACE,
  "xmlns:sy": "http://purl.org/rss/1.0/modules/syndication/",
};

/** Everything before the first item. */
export function renderRssHead(context: DocumentContext): string {
  const { feed, changedAt, place, pollSeconds } = context;
  const title = titleOf(context);
  const homePage = homePageOf(context);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("rss", { ...NAMESPACES, ...extensionNamespacesOf(feed) }),
    "\n<channel>\n",
    titleElement(title),
    element("link", {}, homePage),
    element("description", {}, feed.description),
    element("language", {}, feed.language),
    optional("copyright", feed.copyright),
    element("lastBuildDate", {}, rssDate(changedAt)),
    ...feed.categories.map((category) => element("category", {}, category)),
    element("generator", {}, "Edgewire"),
    pollSeconds === null ? "" : cadenceOf(pollSeconds),
    feed.image === null
      ? ""
      : element("image", {}, [
          element("url", {}, feed.image),
          titleElement(title),
          element("link", {}, homePage),
        ]),
    // No rel=alternate: SimplePie takes the first atom:link of that kind for the feed's web page.
    atomLink("self", documentUrlOf(context, "rss")),
    ...pagingLinksOf(context, "rss").map(({ rel, href }) => atomLink(rel, href)),
    place.kind === "archive" ? element("fh:archive", {}, null) : "",
    channelExtensionsOf(context),
    "\n",
  ].join("");
}

const atomLink = (rel: string, href: string): string =>
  element("atom:link", { rel, type: FORMAT_FACTS.rss.mediaType, href }, null);

/** How often to ask again: in minutes, and as the Syndication module says it, so many times an hour. */
const cadenceOf = (pollSeconds: number): string =>
  element("ttl", {}, String(pollSeconds / 60)) +
  element("sy:updatePeriod", {}, "hourly") +
  element("sy:updateFrequency", {}, String(3_600 / pollSeconds));

export const RSS_TAIL = "</channel>\n</rss>\n";

/** Render a snapshot as RSS 2.0. Same snapshot, same bytes: the ETag rests on it. */
export const renderRss = (snapshot: FeedSnapshot): string =>
  renderRssHead(snapshot) +
  snapshot.articles.map((article) => renderRssItem(article, snapshot)).join("") +
  completeMarkOf(snapshot) +
  RSS_TAIL;
