// GET /feeds/{feed}/articles/{slug}-{key} and …/amp: an article's record, or,
// with a token, what the journal has of it before any copy.

import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { Hono } from "hono/tiny";
import { type ArticleRecord, type ArticleView, openArticleRecord } from "../formats/article-record.ts";
import { ampPath, articlePath, keyOfSegment } from "../model/address.ts";
import type { Deps } from "../ports.ts";
import { answer, type Document, makeDocument } from "./document.ts";
import { pageHeadersOf } from "./page-headers.ts";
import { ARTICLE_UNKNOWN, GONE, NOT_FOUND, problemResponse } from "./problem.ts";
import { verifySender } from "./sender.ts";

type Needs = Pick<Deps, "feeds" | "publicOrigin" | "secret" | "journalOf" | "loadArticleRecord" | "now">;

const CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
const VARY = "Accept, Accept-Encoding, Authorization";

export const articleRoutes = (deps: Needs) =>
  new Hono()
    .get("/:feed/articles/:segment", async (c) => {
      // Other schemes are between a reader and whoever stands in front of us.
      if (/^Bearer\b/i.test(c.req.header("Authorization") ?? "")) return readFromJournal(deps, c);
      const view = accepts(c, {
        header: "Accept",
        supports: ["text/html", "application/json"],
        default: "text/html",
      });
      return showArticle(deps, c, view === "application/json" ? "json" : "page");
    })
    .get("/:feed/articles/:segment/amp", (c) => showArticle(deps, c, "amp"));

async function showArticle(deps: Needs, c: Context, view: ArticleView): Promise<Response> {
  const feed = c.req.param("feed") ?? "";
  const segment = c.req.param("segment") ?? "";
  const key = keyOfSegment(segment);
  // The shape of a key costs nothing to check; a look into KV does.
  if (!deps.feeds.has(feed) || key === null) return c.notFound();
  const bytes = await deps.loadArticleRecord(feed, key);
  const record = bytes === null ? null : openArticleRecord(bytes);
  if (record === null || record.header.status === 404) return c.notFound();

  const { slug, status } = record.header;
  if (status === 410) return showGone(deps, record, c, view);
  const right = slug === "" ? key : `${slug}-${key}`;
  if (segment !== right) {
    const path = view === "amp" ? ampPath(feed, key, slug) : articlePath(feed, key, slug);
    return redirect(deps, 301, path);
  }
  const document = viewOf(deps, record, view);
  // Switched off, or withheld from this article: a later state of it may have one.
  if (document === null && view === "amp") return redirect(deps, 302, articlePath(feed, key, slug));
  return document === null ? problemResponse(NOT_FOUND) : answer(c.req.raw, document, deps.now());
}

const redirect = ({ publicOrigin }: Needs, status: 301 | 302, path: string): Response =>
  new Response(null, {
    status,
    headers: {
      Location: path,
      "Cache-Control": CACHE_CONTROL,
      "X-Content-Type-Options": "nosniff",
      ...pageHeadersOf(publicOrigin),
    },
  });

function showGone(deps: Needs, record: ArticleRecord, c: Context, view: ArticleView): Response {
  const page = view === "json" ? null : viewOf(deps, record, "page");
  return page === null ? problemResponse(GONE) : answer(c.req.raw, page, deps.now());
}

function viewOf(
  { publicOrigin }: Needs,
  { header, body }: ArticleRecord,
  view: ArticleView,
): Document | null {
  const facts = header.views[view];
  if (facts === undefined) return null;
  return makeDocument({
    status: header.status,
    etag: facts.etag,
    version: header.version,
    lastModifiedAt: header.lastModifiedAt,
    body: body.subarray(facts.span[0], facts.span[0] + facts.span[1]),
    mediaType: facts.mediaType,
    cacheControl: CACHE_CONTROL,
    contentSecurityPolicy: facts.contentSecurityPolicy,
    more: { Vary: VARY, ...pageHeadersOf(publicOrigin) },
  });
}

async function readFromJournal(deps: Needs, c: Context): Promise<Response> {
  const sender = await verifySender(deps, c, "read");
  if (!sender.ok) return problemResponse(sender.error);
  const key = keyOfSegment(c.req.param("segment") ?? "");
  const reading = key === null ? null : await deps.journalOf(sender.value.feed.slug).read(key);
  if (reading === null) return problemResponse(ARTICLE_UNKNOWN);
  const { receipt, ...rest } = reading;
  return new Response(JSON.stringify({ ...receipt, ...rest }), {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
