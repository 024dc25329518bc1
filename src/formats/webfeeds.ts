// What Feedly reads of a channel beside RSS, only where the definition says something of it.
//
// Source: https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/

import type { Feed } from "../model/feed.ts";
import { element, optional } from "./xml.ts";

export const WEBFEEDS_NAMESPACE = { "xmlns:webfeeds": "http://webfeeds.org/rss/1.0" };

export function webfeedsOf({ feedly, icon }: Pick<Feed, "feedly" | "icon">): string {
  if (feedly === null) return "";
  const { accentColor, logo, cover, related } = feedly;
  return [
    cover === null ? "" : element("webfeeds:cover", { image: cover }, null),
    optional("webfeeds:icon", icon),
    optional("webfeeds:logo", logo),
    optional("webfeeds:accentColor", accentColor),
    related ? element("webfeeds:related", { layout: "card", target: "browser" }, null) : "",
  ].join("");
}
