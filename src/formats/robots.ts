// robots.txt, RFC 9309: everything may be read, and here is all of it.
//
// `Sitemap` is no word of the RFC's, but of https://www.sitemaps.org/protocol.html

import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../model/address.ts";

export const renderRobots = (publicOrigin: string): string =>
  [
    "User-agent: *",
    "Allow: /",
    "",
    `Sitemap: ${publicOrigin}${SITEMAP_PATH}`,
    `Sitemap: ${publicOrigin}${NEWS_SITEMAP_PATH}`,
    "",
  ].join("\n");
