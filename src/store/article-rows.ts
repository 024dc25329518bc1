// Articles: their rows, their text and their submissions.

import type { Article, ArticleState } from "../model/article.ts";
import type { ArticleRow, JournalTables } from "../ports/journal.ts";
import { bufferOf } from "./blobs.ts";

type Columns = {
  key: string;
  state: string;
  version: number;
  revision: number;
  source_id: string | null;
  tag_uri: string;
  slug: string;
  published_at: number;
  updated_at: number;
  source_updated_at: number | null;
  pending: number;
  listed: number;
  recorded_at: number | null;
  confirm_at: number | null;
  stuck: string | null;
  archive: number | null;
  placed_at: number;
  canonical_here: number;
};

// The table's CHECK holds this to three values.
const stateOf = (state: string): ArticleState =>
  state === "live" || state === "scheduled" ? state : "tombstone";

const rowOf = (columns: Columns): ArticleRow => ({
  key: columns.key,
  state: stateOf(columns.state),
  version: columns.version,
  revision: columns.revision,
  sourceId: columns.source_id,
  tagUri: columns.tag_uri,
  slug: columns.slug,
  publishedAt: columns.published_at,
  updatedAt: columns.updated_at,
  sourceUpdatedAt: columns.source_updated_at,
  pending: columns.pending === 1,
  listed: columns.listed === 1,
  recordedAt: columns.recorded_at,
  confirmAt: columns.confirm_at,
  stuck: columns.stuck,
  archive: columns.archive,
  placedAt: columns.placed_at,
  canonicalHere: columns.canonical_here === 1,
});

type ArticleTables = Pick<
  JournalTables,
  | "row"
  | "putRow"
  | "article"
  | "putArticle"
  | "dropArticle"
  | "countArticles"
  | "keysAfter"
  | "putSubmission"
  | "dropSubmissions"
  | "newestChanges"
  | "newestTombstones"
  | "pendingKeys"
  | "oldestPendingVersion"
  | "dueScheduled"
  | "nextScheduledAt"
  | "dueConfirmation"
  | "nextConfirmationAt"
>;

export const articleTables = (sql: SqlStorage): ArticleTables => {
  const rows = (where: string, ...values: (string | number)[]): ArticleRow[] =>
    sql
      .exec<Columns>(`SELECT * FROM articles ${where}`, ...values)
      .toArray()
      .map(rowOf);
  const keys = (query: string, ...values: (string | number)[]): string[] =>
    sql
      .exec<{ key: string }>(query, ...values)
      .toArray()
      .map(({ key }) => key);
  const number = (query: string): number | null =>
    sql.exec<{ value: number | null }>(query).toArray()[0]?.value ?? null;

  return {
    row: (key) => rows("WHERE key = ?", key)[0] ?? null,
    putRow: (row) => {
      sql.exec(
        `INSERT OR REPLACE INTO articles (key, state, version, revision, source_id, tag_uri, slug, published_at,
          updated_at, source_updated_at, pending, listed, recorded_at, confirm_at, stuck, archive, placed_at, canonical_here)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        row.key,
        row.state,
        row.version,
        row.revision,
        row.sourceId,
        row.tagUri,
        row.slug,
        row.publishedAt,
        row.updatedAt,
        row.sourceUpdatedAt,
        row.pending ? 1 : 0,
        row.listed ? 1 : 0,
        row.recordedAt,
        row.confirmAt,
        row.stuck,
        row.archive,
        row.placedAt,
        row.canonicalHere ? 1 : 0,
      );
    },
    article: (key) => {
      const [body] = sql.exec<{ article: string }>("SELECT article FROM bodies WHERE key = ?", key).toArray();
      return body === undefined ? null : (JSON.parse(body.article) as Article); // written by putArticle
    },
    putArticle: (article) => {
      sql.exec("INSERT OR REPLACE INTO bodies VALUES (?, ?)", article.key, JSON.stringify(article));
    },
    dropArticle: (key) => {
      sql.exec("DELETE FROM bodies WHERE key = ?", key);
    },
    countArticles: () => number("SELECT count(*) AS value FROM articles") ?? 0,
    keysAfter: (key, most) => keys("SELECT key FROM articles WHERE key > ? ORDER BY key LIMIT ?", key, most),

    putSubmission: ({ key, revision, publisher, mediaType, receivedAt, body }) => {
      sql.exec(
        "INSERT OR REPLACE INTO submissions (key, revision, publisher, media_type, received_at, body) VALUES (?, ?, ?, ?, ?, ?)",
        key,
        revision,
        publisher,
        mediaType,
        receivedAt,
        bufferOf(body),
      );
    },
    dropSubmissions: (key) => {
      sql.exec("DELETE FROM submissions WHERE key = ?", key);
    },

    newestChanges: (most) =>
      sql
        .exec<{ key: string; version: number }>(
          "SELECT key, version FROM articles WHERE state = 'live' OR recorded_at IS NOT NULL ORDER BY version DESC LIMIT ?",
          most,
        )
        .toArray(),
    newestTombstones: (most) =>
      rows("WHERE state = 'tombstone' AND recorded_at IS NOT NULL ORDER BY version DESC LIMIT ?", most),
    pendingKeys: (most) => keys("SELECT key FROM articles WHERE pending = 1 ORDER BY version LIMIT ?", most),
    oldestPendingVersion: () => number("SELECT min(version) AS value FROM articles WHERE pending = 1"),
    dueScheduled: (now) =>
      rows("WHERE state = 'scheduled' AND published_at <= ? ORDER BY published_at LIMIT 400", now),
    dueConfirmation: (now, most) => rows("WHERE confirm_at <= ? ORDER BY confirm_at LIMIT ?", now, most),
    nextConfirmationAt: () =>
      number("SELECT min(confirm_at) AS value FROM articles WHERE confirm_at IS NOT NULL"),
    nextScheduledAt: () =>
      number("SELECT min(published_at) AS value FROM articles WHERE state = 'scheduled'"),
  };
};
