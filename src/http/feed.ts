// GET /feeds/{feed} and its documents: the hot path.
//
// It stands before the router and before any middleware. Heads were finished when
// they were published: memory, then KV, never the journal.

import { documentPath, feedPath, placePath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { type Derived, HEAD } from "../model/place.ts";
import { pageContentSecurityPolicy } from "../pipeline/page-policy.ts";
import type { Deps, DerivedQuery } from "../ports.ts";
import { answerDelta, wantsDelta } from "./delta.ts";
import { answer, type Document } from "./document.ts";
import { preflight } from "./feed-headers.ts";
import { type PlaceRequest, readPlace } from "./feed-places.ts";
import { hasDeltas } from "./feed-views.ts";
import { createHeads, type Head, mayHave } from "./heads.ts";
import { preferredView } from "./negotiate.ts";
import { createParts } from "./parts.ts";
import { methodNotAllowed, NOT_FOUND, NOT_PUBLISHED_YET, problemResponse } from "./problem.ts";

type Needs = Pick<
  Deps,
  | "feeds"
  | "publicOrigin"
  | "loadFeedRecord"
  | "loadArchiveRecord"
  | "journalOf"
  | "loadCached"
  | "keepCached"
  | "now"
  | "log"
>;

/** The path of a URL as the platform gives it: absolute, already normalized. */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return start === -1 ? "/" : url.slice(start, query === -1 ? undefined : query);
}

/** @returns a handler of feed requests, which answers null to every other path */
export function feedHandler(deps: Needs) {
  const { feeds, now } = deps;
  const heads = createHeads({ ...deps, pagePolicy: pageContentSecurityPolicy });
  const parts = createParts({ ...deps, pagePolicy: pageContentSecurityPolicy });
  // format null: by Accept
  const routes = new Map<string, { readonly feed: Feed; readonly format: Format | null }>();
  for (const feed of feeds.values()) {
    routes.set(placePath(feed.slug, HEAD), { feed, format: null });
    for (const format of FORMATS) routes.set(feedPath(feed.slug, format), { feed, format });
  }

  return (request: Request): Response | Promise<Response> | null => {
    const path = pathOf(request.url);
    const route = routes.get(path);
    if (route === undefined) return handlePart(request, path);
    const refused = refuseMethod(request);
    if (refused !== null) return refused;
    const head = heads.fresh(route.feed.slug);
    return head === undefined
      ? load(request, route.feed, route.format)
      : show(request, route.feed, head, route.format);
  };

  async function load(request: Request, feed: Feed, format: Format | null): Promise<Response> {
    const head = await heads.load(feed);
    return head === null ? problemResponse(NOT_PUBLISHED_YET) : show(request, feed, head, format);
  }

  function show(request: Request, feed: Feed, { bundle, views }: Head, wanted: Format | null): Response {
    const view = wanted ?? preferredView(request.headers.get("Accept"));
    const document = wanted === null ? views.negotiated(view) : views.document(wanted);
    if (document === null) return problemResponse(NOT_PUBLISHED_YET);
    const whole = answer(request, document, now());
    if (whole.status !== 200 || view === "page" || !hasDeltas(feed, HEAD, view) || !wantsDelta(request))
      return whole;
    return answerDelta(request, bundle, view, document.full.headers) ?? whole;
  }

  function handlePart(request: Request, path: string): Promise<Response> | Response | null {
    if (!path.startsWith("/feeds/")) return null;
    const [, , slug = "", ...segments] = path.split("/");
    const feed = feeds.get(slug);
    if (feed === undefined) return null;
    if (segments.join("/") === "") return refuseMethod(request) ?? redirect(placePath(slug, HEAD));
    const place = readPlace(segments);
    if (place === null) return null;
    return refuseMethod(request) ?? showPart(request, feed, place, path);
  }

  async function showPart(
    request: Request,
    feed: Feed,
    place: PlaceRequest,
    path: string,
  ): Promise<Response> {
    const head = await heads.load(feed);
    if (head === null) return problemResponse(NOT_PUBLISHED_YET);
    if (place.kind === "archive") {
      const views = await parts.archive(feed, head.bundle, place.number);
      return finish(request, views === null || views === "missing" ? views : views.document(place.format));
    }
    const { query, format } = place;
    if (!mayHave(head.bundle.header, query.of, query.labels)) return problemResponse(NOT_FOUND);
    const views = await parts.derived(feed, head.bundle, query);
    if (views === null || views === "missing") return finish(request, views);
    const right = canonicalPathOf(feed, query, format);
    if (path !== right) return redirect(right);
    const view = format ?? preferredView(request.headers.get("Accept"));
    return finish(request, format === null ? views.negotiated(view) : views.document(format));
  }

  function finish(request: Request, document: Document | "missing" | null): Response {
    if (document === null) return problemResponse(NOT_FOUND);
    return document === "missing" ? problemResponse(NOT_PUBLISHED_YET) : answer(request, document, now());
  }
}

/** @returns null for a method that reads */
function refuseMethod(request: Request): Response | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  return request.method === "OPTIONS" ? preflight() : problemResponse(methodNotAllowed("GET, HEAD, OPTIONS"));
}

const redirect = (path: string): Response =>
  new Response(null, {
    status: 301,
    headers: {
      Location: path,
      "Cache-Control": "public, max-age=3600",
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
    },
  });

/** A label has one spelling in addresses: "Tides" and "%74ides" lead to "tides". */
function canonicalPathOf(feed: Feed, { of, labels }: DerivedQuery, format: Format | null): string {
  const place: Derived = { kind: "derived", of, labels: labels.map((label) => ({ label, name: label })) };
  return format === null ? placePath(feed.slug, place) : documentPath(feed.slug, place, format);
}
