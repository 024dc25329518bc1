// A record of feed documents, ready to be served: each format, the page, and both
// once more as a negotiated address answers them.

import type { FeedDocuments } from "../formats/bundle.ts";
import type { Span } from "../formats/record.ts";
import { documentPath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import { FORMAT_FACTS, type Format } from "../model/format.ts";
import type { Place } from "../model/place.ts";
import { type Document, makeDocument } from "./document.ts";
import { CORS_HEADERS, cacheControlOf, linksOf } from "./feed-headers.ts";
import type { View } from "./negotiate.ts";
import { pageHeadersOf } from "./page-headers.ts";

export type FeedViews = {
  readonly documents: Readonly<Record<Format, Document>>;
  /** By what Accept chose: the same documents, which say where they have an address of their own. */
  readonly negotiated: Readonly<Record<Format, Document>> & { readonly page: Document | null };
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
  const document = (format: Format, more: Readonly<Record<string, string>>): Document =>
    makeDocument({
      ...common,
      etag: header.documents[format].etag,
      body: bytesAt(header.documents[format].span),
      mediaType: `${FORMAT_FACTS[format].mediaType}; charset=utf-8`,
      contentSecurityPolicy: "sandbox",
      more: { ...CORS_HEADERS, Link: linksOf(feed.slug, place, format, publicOrigin), ...more },
    });
  const typed = (format: Format) => document(format, { Vary: varyOf(feed, place, format).join(", ") });
  const negotiated = (format: Format) =>
    document(format, {
      Vary: ["Accept", ...varyOf(feed, place, format)].join(", "),
      "Content-Location": documentPath(feed.slug, place, format),
    });
  const { page } = header;
  return {
    documents: { rss: typed("rss"), atom: typed("atom"), json: typed("json") },
    negotiated: {
      rss: negotiated("rss"),
      atom: negotiated("atom"),
      json: negotiated("json"),
      page:
        page === null
          ? null
          : makeDocument({
              ...common,
              etag: page.etag,
              body: bytesAt(page.span),
              mediaType: "text/html; charset=utf-8",
              contentSecurityPolicy: pagePolicy,
              more: {
                Vary: "Accept, Accept-Encoding",
                Link: linksOf(feed.slug, place, null, publicOrigin),
                ...pageHeadersOf(publicOrigin),
              },
            }),
    },
  };
}

export const viewOf = ({ negotiated }: FeedViews, view: View): Document | null => negotiated[view];

/** Whether a document is also served as a difference: RFC 3229. JSON Feed's readers know none. */
export const hasDeltas = (feed: Feed, place: Place, format: Format): boolean =>
  feed.deltas && place.kind === "head" && format !== "json";

const varyOf = (feed: Feed, place: Place, format: Format): readonly string[] =>
  hasDeltas(feed, place, format) ? ["Accept-Encoding", "A-IM"] : ["Accept-Encoding"];
