// GET /sitemap.xml, /sitemap-news.xml, and each feed's own.
//
// What is withdrawn or purged is in a sitemap until that is an hour old, in a news
// sitemap for five minutes, and in a copy that a crawler keeps for five more.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { NEWS_SITEMAP_PATH, SITEMAP_PATH } from "../model/address.ts";
import type { FeedCardFacts } from "../model/feed-card.ts";
import { countSitemaps } from "../model/sitemap.ts";
import { etagOf } from "../pipeline/render-key.ts";
import { composeNews, composeNewsIndex, composeSitemap, composeSitemapIndex } from "../pipeline/sitemaps.ts";
import type { Deps } from "../ports.ts";
import { answer, type Document, makeDocument } from "./document.ts";
import { createKeptDocuments } from "./kept.ts";
import { methodNotAllowed, problemResponse } from "./problem.ts";

type Needs = Pick<
  Deps,
  "feeds" | "publicOrigin" | "journalOf" | "listFeedCards" | "loadCached" | "keepCached" | "now" | "log"
>;

const SITEMAP_SECONDS = 3_600;
const NEWS_SECONDS = 300;
const CARDS_FOR = 60_000;

/** Up to so many feeds, their news are in one sitemap: each is a call to a journal. */
const MOST_TOGETHER = 20;

// As it is written in links, and no other way: 7, never 007.
const FEED_SITEMAP = "/feeds/:feed/:file{sitemap-[1-9]\\d{0,5}\\.xml}";
const FEED_NEWS = "/feeds/:feed/sitemap-news.xml";

/** @param deps its feeds are those that are served here */
export function sitemapRoutes(deps: Needs): Hono {
  const { feeds, now } = deps;
  const kept = createKeptDocuments(deps, toDocument);
  const cards = createCards(deps);
  const show = (c: Context, document: Document) => answer(c.req.raw, document, now());
  const index = async (c: Context, compose: typeof composeSitemapIndex) => {
    const body = new TextEncoder().encode(compose(deps, await cards()));
    return show(c, toDocument(await etagOf(0, body), body));
  };

  async function news(c: Context, key: string, of: Needs["feeds"]): Promise<Response> {
    const known = kept.known(key, NEWS_SECONDS);
    if (known !== undefined) return show(c, known);
    const compose = async () => composeNews(deps, [...of.values()], await cards());
    return show(c, await kept.load(key, NEWS_SECONDS, compose));
  }

  const app = new Hono()
    .get(SITEMAP_PATH, (c) => index(c, composeSitemapIndex))
    .get(NEWS_SITEMAP_PATH, (c) =>
      feeds.size > MOST_TOGETHER ? index(c, composeNewsIndex) : news(c, "news", feeds),
    )
    .get(FEED_NEWS, (c) => {
      const feed = feeds.get(c.req.param("feed"));
      return feed === undefined ? c.notFound() : news(c, `news ${feed.slug}`, new Map([[feed.slug, feed]]));
    })
    .get(FEED_SITEMAP, async (c) => {
      const feed = feeds.get(c.req.param("feed"));
      if (feed === undefined) return c.notFound();
      const number = Number(c.req.param("file").slice("sitemap-".length, -".xml".length));
      const key = `sitemap ${feed.slug} ${number}`;
      const known = kept.known(key, SITEMAP_SECONDS);
      if (known !== undefined) return show(c, known);
      const card = (await cards()).get(feed.slug);
      if (card === undefined || number > countSitemaps(card.mapped)) return c.notFound();
      return show(c, await kept.load(key, SITEMAP_SECONDS, () => composeSitemap(deps, feed.slug, number)));
    });
  for (const path of [SITEMAP_PATH, NEWS_SITEMAP_PATH, FEED_NEWS, FEED_SITEMAP])
    app.all(path, () => problemResponse(methodNotAllowed("GET, HEAD")));
  return app;
}

const toDocument = (etag: string, body: Uint8Array): Document =>
  makeDocument({
    etag,
    version: Number.POSITIVE_INFINITY, // the tag is of the bytes alone: nobody is ahead of it
    lastModifiedAt: null,
    body,
    mediaType: "application/xml; charset=utf-8",
    cacheControl: "public, max-age=300",
    contentSecurityPolicy: "sandbox",
    more: { Vary: "Accept-Encoding" },
  });

/** What feeds say of themselves: at most one list of KV a minute. */
function createCards({ listFeedCards, now }: Pick<Deps, "listFeedCards" | "now">) {
  let listed: { readonly at: number; readonly cards: ReadonlyMap<string, FeedCardFacts> } | null = null;
  return async () => {
    if (listed === null || now() - listed.at >= CARDS_FOR)
      listed = { at: now(), cards: await listFeedCards() };
    return listed.cards;
  };
}
