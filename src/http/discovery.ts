// What leads to us: GET /feeds.opml for readers, the sitemaps and robots.txt for
// search engines, security.txt for who found a fault.
//
// None of it names a feed that has moved or ended.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { OUTLINE_PATH, SECURITY_PATH } from "../model/address.ts";
import { composeOutline, composeRobots, composeSecurityText } from "../pipeline/discovery.ts";
import { etagOf } from "../pipeline/render-key.ts";
import type { Deps } from "../ports.ts";
import { answer, makeDocument } from "./document.ts";
import { CORS_HEADERS } from "./feed-headers.ts";
import { openFeeds } from "./moved.ts";
import { methodNotAllowed, problemResponse } from "./problem.ts";
import { sitemapRoutes } from "./sitemaps.ts";

type Needs = Parameters<typeof sitemapRoutes>[0] & Pick<Deps, "securityContact">;

const ROBOTS_PATH = "/robots.txt";

const A_DAY = 86_400_000;

/** RFC 9116 §2.5.5: less than a year ahead. */
const SECURITY_TEXT_FOR = 180 * A_DAY;

export function discoveryRoutes(given: Needs): Hono {
  const deps = { ...given, feeds: openFeeds(given.feeds) };
  const { publicOrigin, securityContact: contact, now } = deps;

  async function show(c: Context, text: string, mediaType: string, more: Readonly<Record<string, string>>) {
    const body = new TextEncoder().encode(text);
    const document = makeDocument({
      etag: await etagOf(0, body),
      version: Number.POSITIVE_INFINITY, // the tag is of the bytes alone: nobody is ahead of it
      lastModifiedAt: null,
      body,
      mediaType: `${mediaType}; charset=utf-8`,
      cacheControl: "public, max-age=3600",
      contentSecurityPolicy: "sandbox",
      more: { Vary: "Accept-Encoding", ...more },
    });
    return answer(c.req.raw, document, now());
  }

  const app = new Hono()
    .get(OUTLINE_PATH, (c) => show(c, composeOutline(deps), "text/x-opml", CORS_HEADERS))
    .get(ROBOTS_PATH, (c) => show(c, composeRobots(deps), "text/plain", {}))
    .get(SECURITY_PATH, (c) => {
      if (contact === null) return c.notFound();
      // Of the whole day, so that it has one tag all day long.
      const expiresAt = Math.floor(now() / A_DAY) * A_DAY + SECURITY_TEXT_FOR;
      return show(c, composeSecurityText({ contact, expiresAt, publicOrigin }), "text/plain", {});
    });
  for (const path of [OUTLINE_PATH, ROBOTS_PATH, SECURITY_PATH])
    app.all(path, () => problemResponse(methodNotAllowed("GET, HEAD")));
  return app.route("/", sitemapRoutes(deps));
}
