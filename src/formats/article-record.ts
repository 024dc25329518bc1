// An article's record: its page, its AMP page and its JSON, or the page that says it is gone.

import { openRecord, type Span } from "./record.ts";

/** Raise it when the shape below changes: an older Worker then treats the record as missing. */
export const ARTICLE_RECORD_SCHEMA = 1;

export type ArticleView = "page" | "amp" | "json";

export type ViewFacts = {
  readonly span: Span;
  readonly etag: string;
  readonly mediaType: string;
  readonly contentSecurityPolicy: string;
};

export type ArticleRecordHeader = {
  readonly schema: typeof ARTICLE_RECORD_SCHEMA;
  readonly status: 200 | 404 | 410; // 404: it waits for its time again
  readonly version: number;
  readonly lastModifiedAt: number; // ms since 1970 UTC, whole seconds
  readonly slug: string;
  readonly views: Readonly<Partial<Record<ArticleView, ViewFacts>>>;
};

export type ArticleRecord = { readonly header: ArticleRecordHeader; readonly body: Uint8Array };

/** @returns null for a record that isn't an article's of this schema */
export function openArticleRecord(bytes: ArrayBuffer): ArticleRecord | null {
  const record = openRecord(bytes);
  return record !== null && isHeader(record.header) ? { header: record.header, body: record.body } : null;
}

const isHeader = (header: unknown): header is ArticleRecordHeader =>
  typeof header === "object" &&
  header !== null &&
  "schema" in header &&
  "views" in header &&
  header.schema === ARTICLE_RECORD_SCHEMA;
