// GET /feeds/{feed}/rss.xml, atom.xml and feed.json: the hot path.
//
// It stands before the router and before any middleware. The documents were
// finished when they were published: memory, then KV, never the journal.

import { openBundle } from "../formats/bundle.ts";
import { feedPath } from "../model/address.ts";
import { FORMAT_FACTS, FORMATS, type Format } from "../model/format.ts";
import type { Deps } from "../ports.ts";
import { answer, type Document, makeDocument } from "./document.ts";
import { createMemory } from "./memory.ts";
import { methodNotAllowed, NOT_PUBLISHED_YET, problemResponse } from "./problem.ts";

type Documents = Readonly<Record<Format, Document>>;

const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400";
const FEED_HEADERS = { Vary: "Accept-Encoding", "Access-Control-Allow-Origin": "*" };

/** The path of a URL as the platform gives it: absolute, already normalized. */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return start === -1 ? "/" : url.slice(start, query === -1 ? undefined : query);
}

/** @returns a handler of feed requests, which answers null to every other path */
export function feedHandler({
  feeds,
  publicOrigin,
  loadFeedRecord,
  now,
  log,
}: Pick<Deps, "feeds" | "publicOrigin" | "loadFeedRecord" | "now" | "log">) {
  const memory = createMemory<Documents>();
  const routes = new Map<string, { readonly feed: string; readonly format: Format }>();
  for (const feed of feeds.keys())
    for (const format of FORMATS) routes.set(feedPath(feed, format), { feed, format });

  return (request: Request): Response | Promise<Response> | null => {
    const route = routes.get(pathOf(request.url));
    if (route === undefined) return null;
    if (request.method !== "GET" && request.method !== "HEAD")
      return problemResponse(methodNotAllowed("GET, HEAD"));
    const documents = memory.fresh(route.feed, now());
    return documents === undefined
      ? load(request, route.feed, route.format)
      : answer(request, documents[route.format], now());
  };

  async function load(request: Request, feed: string, format: Format): Promise<Response> {
    let record: ArrayBuffer | null;
    try {
      record = await loadFeedRecord(feed);
    } catch (error) {
      log("warn", "feed_not_loaded", { feed, error: String(error) });
      const stale = memory.stale(feed);
      return stale === undefined ? problemResponse(NOT_PUBLISHED_YET) : answer(request, stale[format], now());
    }
    const documents = record === null ? null : documentsOf(record, feed, publicOrigin);
    if (record === null || documents === null) return problemResponse(NOT_PUBLISHED_YET);
    memory.keep(feed, documents, 2 * record.byteLength, now()); // the bytes, and the same as text
    return answer(request, documents[format], now());
  }
}

function documentsOf(record: ArrayBuffer, feed: string, publicOrigin: string): Documents | null {
  const bundle = openBundle(record);
  if (bundle === null) return null;
  const { header, body } = bundle;
  const document = (format: Format): Document => {
    const { span, etag } = header.documents[format];
    return makeDocument({
      etag,
      version: header.version,
      lastModifiedAt: header.lastModifiedAt,
      body: body.subarray(span[0], span[0] + span[1]),
      mediaType: `${FORMAT_FACTS[format].mediaType}; charset=utf-8`,
      cacheControl: CACHE_CONTROL,
      contentSecurityPolicy: "sandbox",
      more: { ...FEED_HEADERS, Link: linksOf(feed, format, publicOrigin) },
    });
  };
  return { rss: document("rss"), atom: document("atom"), json: document("json") };
}

/** RFC 8288: this document, and the same feed in the other formats. */
const linksOf = (feed: string, format: Format, publicOrigin: string): string =>
  FORMATS.map((other) => {
    const rel = other === format ? "self" : "alternate";
    return `<${publicOrigin}${feedPath(feed, other)}>; rel="${rel}"; type="${FORMAT_FACTS[other].mediaType}"`;
  }).join(", ");
