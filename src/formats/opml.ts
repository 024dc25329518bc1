// OPML 2.0, https://opml.org/spec2.opml: every feed of the wire, for a reader to import.
//
// No dateCreated: the same feeds are the same bytes, whenever somebody asks.

import { feedPath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { element, startTag } from "./xml.ts";

/** Render feeds as an outline, in the order in which they are defined. */
export const renderOpml = (feeds: readonly Feed[], publicOrigin: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    startTag("opml", { version: "2.0" }),
    "\n<head>",
    element("title", {}, `Feeds of ${new URL(publicOrigin).host}`),
    element("docs", {}, "https://opml.org/spec2.opml"),
    "</head>\n<body>\n",
    ...feeds.map((feed) => outlineOf(feed, publicOrigin)),
    "</body>\n</opml>\n",
  ].join("");

const outlineOf = ({ slug, title, description, homePage, language }: Feed, publicOrigin: string): string =>
  `${element(
    "outline",
    {
      type: "rss",
      text: title,
      title,
      description,
      xmlUrl: publicOrigin + feedPath(slug, "rss"),
      htmlUrl: homePage, // "the top-level link element" of the feed
      language,
      version: "RSS", // as the specification spells 2.0
    },
    null,
  )}\n`;
