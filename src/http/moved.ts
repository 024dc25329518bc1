// Feeds that are elsewhere now, or no more.

import type { Feed } from "../model/feed.ts";
import { pageContentSecurityPolicy } from "../pipeline/page-policy.ts";
import type { Deps } from "../ports.ts";
import { pathOf } from "./feed.ts";
import { readPlace } from "./feed-places.ts";
import { noticeResponse } from "./notice.ts";
import { FEED_RETIRED, problemResponse } from "./problem.ts";

/** The feeds whose documents are served here. */
export const openFeeds = (feeds: ReadonlyMap<string, Feed>): ReadonlyMap<string, Feed> =>
  new Map([...feeds].filter(([, { movedTo, retired }]) => movedTo === null && !retired));

/** @returns a handler that answers null to every address that has not moved or ended */
export function movedHandler({ feeds, publicOrigin }: Pick<Deps, "feeds" | "publicOrigin">) {
  const homes = new Map<string, string>(); // name → where what stood below it stands now
  const retired = new Set<string>();
  for (const { slug, formerSlugs, movedTo, retired: isRetired } of feeds.values()) {
    const home = movedTo ?? `${publicOrigin}/feeds/${slug}`;
    for (const name of formerSlugs) homes.set(name, home);
    if (movedTo !== null) homes.set(slug, movedTo);
    else if (isRetired) retired.add(slug);
  }

  return (request: Request): Response | Promise<Response> | null => {
    const path = pathOf(request.url);
    const [, root, slug = "", ...segments] = path.split("/");
    if (root !== "feeds") return null;
    const home = homes.get(slug);
    if (home !== undefined) return redirect(request, home, segments);
    return retired.has(slug) && isDocument(segments) ? gone(request, publicOrigin) : null;
  };
}

/** 308 keeps method and body; readers know 301 for longer. */
function redirect({ method, url }: Request, home: string, segments: readonly string[]): Response {
  const query = url.indexOf("?");
  const target = [home, ...segments].join("/") + (query === -1 ? "" : url.slice(query));
  return new Response(null, {
    status: method === "GET" || method === "HEAD" ? 301 : 308,
    headers: {
      Location: target,
      "Cache-Control": "public, max-age=3600",
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

const DOCUMENT = /^(?:rss\.xml|atom\.xml|feed\.json)?$/;

const isDocument = (segments: readonly string[]): boolean =>
  readPlace(segments) !== null || (segments.length <= 1 && DOCUMENT.test(segments[0] ?? ""));

/** 410: readers that know it stop asking. */
const gone = async (request: Request, publicOrigin: string): Promise<Response> =>
  (request.headers.get("Accept") ?? "").includes("text/html")
    ? noticeResponse(410, FEED_RETIRED, publicOrigin, await pageContentSecurityPolicy())
    : problemResponse(FEED_RETIRED);
