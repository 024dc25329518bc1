// A feed's bundle: every format of one version of its head, in one record.
//
// The header says more than the documents do, so that a difference "since"
// some version, or a tag that doesn't exist, is answered from here without
// asking the journal.

import type { Format } from "../model/format.ts";
import { openRecord, type Span } from "./record.ts";

/** Raise it when the shape below changes: an older Worker then treats the record as missing. */
export const BUNDLE_SCHEMA = 1;

export type DocumentFacts = { readonly span: Span; readonly etag: string };

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

export type BundleHeader = {
  readonly schema: typeof BUNDLE_SCHEMA;
  readonly feed: string;
  readonly version: number;
  readonly renderKey: string;
  readonly lastModifiedAt: number; // ms since 1970 UTC, whole seconds, grows with every bundle
  readonly documents: Readonly<Record<Format, DocumentFacts>>;
  readonly articles: readonly BundledArticle[]; // in the documents' order
  readonly tombstones: readonly BundledTombstone[]; // oldest first
  readonly since: number; // the oldest version from which every change is listed above
  readonly tags: readonly string[] | null; // null: too many to list
  readonly authors: readonly string[] | null;
};

export type Bundle = { readonly header: BundleHeader; readonly body: Uint8Array };

/** @returns null for a record that isn't a bundle of this schema */
export function openBundle(bytes: ArrayBuffer): Bundle | null {
  const record = openRecord(bytes);
  return record !== null && isBundleHeader(record.header)
    ? { header: record.header, body: record.body }
    : null;
}

const isBundleHeader = (header: unknown): header is BundleHeader =>
  typeof header === "object" &&
  header !== null &&
  "schema" in header &&
  "documents" in header &&
  header.schema === BUNDLE_SCHEMA;
