// What a record of feed documents holds: every format of one moment, and the page
// for people. A feed's head is one with more in its header, its bundle: a difference
// "since" some version, or a tag that doesn't exist, is answered from it without
// asking the journal.

import type { Format } from "../model/format.ts";
import { openRecord, type Span } from "./record.ts";

/** Raise it when the shape below changes: an older Worker then treats the record as missing. */
export const BUNDLE_SCHEMA = 2;

export type DocumentFacts = {
  readonly span: Span;
  readonly etag: string;
  // How many bytes each takes: what stands before the articles, the mark that the
  // document is complete, and what stands after it.
  readonly head: number;
  readonly mark: number;
  readonly tail: number;
};

export type DocumentsHeader = {
  readonly schema: typeof BUNDLE_SCHEMA;
  readonly feed: string;
  readonly version: number;
  readonly asOf: number; // the feed's published version when this was put together
  readonly assembledAt: number; // ms since 1970 UTC
  readonly renderKey: string;
  readonly lastModifiedAt: number; // ms since 1970 UTC, whole seconds, grows with every version
  readonly pollSeconds: number | null; // how long a reader may keep it; null: it is closed
  readonly documents: Readonly<Record<Format, DocumentFacts>>;
  readonly page: { readonly span: Span; readonly etag: string } | null;
};

export type BundledArticle = {
  readonly key: string;
  readonly version: number; // the feed version of its latest change
  readonly spans: Readonly<Record<Format, Span>>; // of its fragment in each document
};

export type BundledTombstone = {
  readonly key: string;
  readonly id: string; // as feeds carried it
  readonly version: number;
  readonly withdrawnAt: number; // ms since 1970 UTC
};

/** What a bundle knows besides its documents. */
export type HeadFacts = {
  readonly articles: readonly BundledArticle[]; // in the documents' order
  readonly tombstones: readonly BundledTombstone[]; // oldest first
  readonly since: number; // the oldest version from which every change is listed above
  readonly archives: number; // how many are closed
  readonly tags: readonly string[] | null; // null: too many to list
  readonly authors: readonly string[] | null;
  readonly languages: readonly string[] | null;
};

export type BundleHeader = DocumentsHeader & HeadFacts;

type Opened<Header> = { readonly header: Header; readonly body: Uint8Array };
export type FeedDocuments = Opened<DocumentsHeader>;
export type Bundle = Opened<BundleHeader>;

/** @returns null for a record that holds no documents of this schema */
export function openDocuments(bytes: ArrayBuffer): FeedDocuments | null {
  const record = openRecord(bytes);
  if (record === null) return null;
  const header = ofToday(record.header);
  return isDocumentsHeader(header) ? { header, body: record.body } : null;
}

/**
 * A bundle of the first schema serves its readers until its feed is published
 * anew: it can't tell of differences, and has no page, archive or label to show.
 */
function ofToday(header: unknown): unknown {
  if (typeof header !== "object" || header === null) return header;
  if (!("schema" in header) || header.schema !== 1 || !("version" in header)) return header;
  const { version } = header;
  const unknown = { page: null, archives: 0, tags: null, authors: null, languages: null };
  return {
    ...header,
    ...unknown,
    schema: BUNDLE_SCHEMA,
    asOf: version,
    assembledAt: 0,
    pollSeconds: 300,
    since: version,
  };
}

/** @returns null for a record that isn't a bundle of this schema */
export function openBundle(bytes: ArrayBuffer): Bundle | null {
  const opened = openDocuments(bytes);
  return opened !== null && isBundleHeader(opened.header)
    ? { header: opened.header, body: opened.body }
    : null;
}

const isDocumentsHeader = (header: unknown): header is DocumentsHeader =>
  typeof header === "object" &&
  header !== null &&
  "schema" in header &&
  "documents" in header &&
  header.schema === BUNDLE_SCHEMA;

const isBundleHeader = (header: DocumentsHeader): header is BundleHeader => "articles" in header;
