// RSS 2.0, https://www.rssboard.org/rss-specification, and the RSS Advisory
// Board's Best Practices Profile, https://www.rssboard.org/rss-profile

import { checkAtomLinks } from "../atom/atom-link.ts";
import type { Delivery, RssFeed } from "../feed.ts";
import { error, type Findings, shown } from "../finding.ts";
import { childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkChannel } from "./rss-channel.ts";
import { checkGuidsTogether } from "./rss-guid.ts";
import { checkItem } from "./rss-item.ts";
import { SPECIFICATION } from "./rss-source.ts";

/** @returns the feed, or why nothing below the root can be examined */
export function readRss(
  root: XmlElement,
): { readonly ok: true; readonly value: RssFeed } | { readonly ok: false; readonly findings: Findings } {
  const [channel] = childrenOf(root, "", "channel");
  if (root.namespace !== "")
    return {
      ok: false,
      findings: [
        error(
          "rss-namespace",
          lineOf(root),
          `Take xmlns=${shown(root.namespace)} off <rss>: RSS's own elements are in no namespace.`,
          "RSS Best Practices Profile §1",
        ),
      ],
    };
  if (channel === undefined)
    return {
      ok: false,
      findings: [error("rss-channel", lineOf(root), "Add a <channel> to <rss>.", SPECIFICATION("<rss>"))],
    };
  return { ok: true, value: { format: "rss", root, channel, items: childrenOf(channel, "", "item") } };
}

export const checkRss = (feed: RssFeed & Delivery): Findings => [
  ...checkRoot(feed),
  ...checkChannel(feed.channel),
  ...feed.items.flatMap(checkItem),
  ...[feed.channel, ...feed.items].flatMap(checkAtomLinks),
  ...checkGuidsTogether(feed.items),
];

function checkRoot({ root }: RssFeed): Findings {
  const version = root.attributes["version"];
  const misplaced = childrenOf(root, "", "item");
  return [
    ...(version === "2.0"
      ? []
      : [error("rss-version", lineOf(root), 'Write version="2.0" on <rss>.', SPECIFICATION("<rss>"))]),
    ...childrenOf(root, "", "channel")
      .slice(1)
      .map((channel) =>
        error("rss-channel", lineOf(channel), "Keep one <channel>, and no other.", SPECIFICATION("<rss>")),
      ),
    ...misplaced.map((item) =>
      error("rss-item-place", lineOf(item), "Move the <item> into <channel>.", SPECIFICATION("<item>")),
    ),
  ];
}
