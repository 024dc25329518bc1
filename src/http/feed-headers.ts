// What feed documents say in their headers.

import { documentPath, micropubPath } from "../model/address.ts";
import { FORMAT_FACTS, FORMATS, type Format } from "../model/format.ts";
import type { Place } from "../model/place.ts";

const A_DAY = 86_400; // seconds

// Never no-cache: FreshRSS then asks every minute. An old copy is better than an error.
export const cacheControlOf = (pollSeconds: number | null): string =>
  pollSeconds === null
    ? `public, max-age=${A_DAY}, stale-if-error=${A_DAY}`
    : `public, max-age=${pollSeconds}, stale-while-revalidate=${2 * pollSeconds}, stale-if-error=${A_DAY}`;

/** A script of any site may read a feed, and what its headers say of it. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Content-Location, IM, Delta-Base, Retry-After",
};

/** The answer to a browser that asks before it sends a conditional request from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "A-IM, If-Modified-Since, If-None-Match",
      "Access-Control-Max-Age": String(A_DAY),
      Vary: "Access-Control-Request-Headers",
    },
  });

/** RFC 8288: this document, and the same in the other formats. */
export const linksOf = (feed: string, place: Place, self: Format | null, publicOrigin: string): string =>
  FORMATS.map((format) => {
    const rel = format === self ? "self" : "alternate";
    return `<${publicOrigin}${documentPath(feed, place, format)}>; rel="${rel}"; type="${FORMAT_FACTS[format].mediaType}"`;
  }).join(", ");

/** The same of a page; of a feed's own, also where clients write to it. */
export const pageLinksOf = (feed: string, place: Place, publicOrigin: string): string => {
  const links = linksOf(feed, place, null, publicOrigin);
  return place.kind === "head" ? `${links}, <${publicOrigin}${micropubPath(feed)}>; rel="micropub"` : links;
};
