// A record of feed documents, ready to be served: each format, the page, and both
// as a negotiated address answers them. Each is made when it is first asked for:
// who reads one format after a change must not wait for the others.

import type { FeedDocuments } from "../formats/bundle.ts";
import type { Span } from "../formats/record.ts";
import { documentPath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { FORMAT_FACTS, type Format } from "../model/format.ts";
import type { Place } from "../model/place.ts";
import { type Document, makeDocument } from "./document.ts";
import { CORS_HEADERS, cacheControlOf, linksOf, pageLinksOf } from "./feed-headers.ts";
import type { View } from "./negotiate.ts";
import { pageHeadersOf } from "./page-headers.ts";

export type FeedViews = {
  readonly document: (format: Format) => Document;
  /** By what Accept chose: the same documents, which say where they have an address of their own. */
  readonly negotiated: (view: View) => Document | null; // null: an archive has no page
};

export type ViewContext = {
  readonly feed: Feed;
  readonly place: Place;
  readonly publicOrigin: string;
  readonly pagePolicy: string; // the page's Content-Security-Policy
};

export function viewsOf({ header, body }: FeedDocuments, context: ViewContext): FeedViews {
  const { feed, place, publicOrigin, pagePolicy } = context;
  const bytesAt = ([offset, length]: Span) => body.subarray(offset, offset + length);
  const common = {
    version: header.version,
    lastModifiedAt: header.lastModifiedAt,
    cacheControl: cacheControlOf(header.pollSeconds),
  };
  const typed = (format: Format, vary: readonly string[], location: string | null): Document =>
    makeDocument({
      ...common,
      etag: header.documents[format].etag,
      body: bytesAt(header.documents[format].span),
      mediaType: `${FORMAT_FACTS[format].mediaType}; charset=utf-8`,
      contentSecurityPolicy: "sandbox",
      more: {
        ...CORS_HEADERS,
        Vary: [...vary, ...varyOf(feed, place, format)].join(", "),
        Link: linksOf(feed.slug, place, format, publicOrigin),
        ...(location === null ? {} : { "Content-Location": location }),
      },
    });
  const pageOf = ({ span, etag }: NonNullable<typeof header.page>): Document =>
    makeDocument({
      ...common,
      etag,
      body: bytesAt(span),
      mediaType: "text/html; charset=utf-8",
      contentSecurityPolicy: pagePolicy,
      more: {
        Vary: "Accept, Accept-Encoding",
        Link: pageLinksOf(feed.slug, place, publicOrigin),
        ...pageHeadersOf(publicOrigin),
      },
    });

  const documents = new Map<Format, Document>();
  const negotiated = new Map<View, Document>();
  return {
    document: (format) => once(documents, format, () => typed(format, [], null)),
    negotiated: (view) => {
      if (view !== "page")
        return once(negotiated, view, () => typed(view, ["Accept"], documentPath(feed.slug, place, view)));
      const { page } = header;
      return page === null ? null : once(negotiated, view, () => pageOf(page));
    },
  };
}

function once<Key, Value>(made: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}

/** Whether a document is also served as a difference: RFC 3229. JSON Feed's readers know none. */
export const hasDeltas = (feed: Feed, place: Place, format: Format): boolean =>
  feed.deltas && place.kind === "head" && format !== "json";

const varyOf = (feed: Feed, place: Place, format: Format): readonly string[] =>
  hasDeltas(feed, place, format) ? ["Accept-Encoding", "A-IM"] : ["Accept-Encoding"];
