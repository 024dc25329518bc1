// What a feed says of its own address and its hubs. WebSub (W3C) takes the one for
// the topic, and asks for exactly one of it; JSON Feed calls it feed_url.

import { relOf } from "../atom/atom-link.ts";
import type { Feed } from "../feed.ts";
import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { isList, isObject, textAt } from "../json/json-value.ts";
import { isAbsolute, sameAddress, webUrl } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";

export type DeclaredLinks = { readonly self: readonly string[]; readonly hubs: readonly string[] };

type Place = { readonly address: string; readonly where: string };

const headOf = (feed: Exclude<Feed, { format: "json" }>): XmlElement =>
  feed.format === "rss" ? feed.channel : feed.root;

function placesOf(feed: Feed, rel: "self" | "hub"): readonly Place[] {
  if (feed.format !== "json")
    return childrenOf(headOf(feed), NAMESPACES.atom, "link")
      .filter((link) => relOf(link) === rel)
      .map((link) => ({ address: link.attributes["href"] ?? "", where: lineOf(link) }));
  if (rel === "self") {
    const address = textAt(feed.root, "feed_url");
    return address === null ? [] : [{ address, where: "/feed_url" }];
  }
  const hubs = isList(feed.root["hubs"]) ? feed.root["hubs"] : [];
  return hubs.flatMap((hub, at) =>
    isObject(hub) && hub["type"] === "WebSub" && typeof hub["url"] === "string"
      ? [{ address: hub["url"], where: `/hubs/${at}/url` }]
      : [],
  );
}

export const declaredLinks = (feed: Feed): DeclaredLinks => ({
  self: placesOf(feed, "self").map(({ address }) => address),
  hubs: placesOf(feed, "hub").map(({ address }) => address),
});

export function checkLinks(feed: Feed): Findings {
  const selves = placesOf(feed, "self");
  const hubs = placesOf(feed, "hub");
  return [
    ...(feed.format === "json" ? [] : checkSelf(feed, selves, hubs)),
    ...checkSameAsFetched(feed, selves),
    ...(feed.format === "json" ? [] : checkHubs(hubs)),
  ];
}

function checkSelf(
  feed: Exclude<Feed, { format: "json" }>,
  selves: readonly Place[],
  hubs: readonly Place[],
): Finding[] {
  const [first, second] = selves;
  const name = feed.format === "rss" ? "atom:link" : "link";
  const where = lineOf(headOf(feed));
  if (first === undefined)
    return hubs.length > 0
      ? [
          error(
            "self-missing",
            where,
            `Add <${name} rel="self">: a hub can't push a feed without one.`,
            "WebSub §4",
          ),
        ]
      : [
          warning(
            "self-missing",
            where,
            `Add <${name} rel="self"> with the feed's own address: readers keep it, and find back by it.`,
            feed.format === "rss" ? "RSS Best Practices Profile, <atom:link>" : "RFC 4287 §4.1.1",
          ),
        ];
  if (feed.format === "atom" && !isAbsolute(first.address) && feed.root.attributes["xml:base"] === undefined)
    return [
      warning(
        "self-relative",
        first.where,
        `Write the whole address into rel="self": ${shown(first.address)} isn't.`,
        "RFC 4287 §4.2.7.2",
      ),
    ];
  if (second === undefined) return [];
  const message = 'Keep one link with rel="self": it is the address that readers and hubs know the feed by.';
  return [(hubs.length > 0 ? error : warning)("self-several", second.where, message, "WebSub §4")];
}

// Not an error: a copy of a feed on another address may say where the feed is.
function checkSameAsFetched({ url }: Feed, [self]: readonly Place[]): Finding[] {
  if (url === null || self === undefined || !isAbsolute(self.address) || sameAddress(self.address, url))
    return [];
  return [
    warning(
      "self-differs",
      self.where,
      `Write the address at which the feed is read, ${url}, for ${shown(self.address)}; or redirect the one to the other.`,
      "WebSub §4.1",
    ),
  ];
}

const checkHubs = (hubs: readonly Place[]): Finding[] =>
  hubs.flatMap(({ address, where }) => {
    const change = webUrl(address);
    return change === null
      ? []
      : [error("hub-url", where, `rel="hub" ${shown(address)}: ${change}.`, "WebSub §4")];
  });
