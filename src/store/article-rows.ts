// Articles: their rows, their text and their submissions.

import type { Article, ArticleState } from "../model/article.ts";
import type { ArticleRow, JournalTables } from "../ports/journal.ts";

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
  draft: number;
};

// The table's CHECK holds `state` to three values. To readers a draft is what a
// tombstone is, and to a Worker that knows no drafts it must be one.
const stateOf = ({ state, draft }: Columns): ArticleState => {
  if (draft === 1) return "draft";
  return state === "live" || state === "scheduled" ? state : "tombstone";
};

const rowOf = (columns: Columns): ArticleRow => ({
  key: columns.key,
  state: stateOf(columns),
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

const WHERE_STATE: Readonly<Record<ArticleState | "any", string>> = {
  any: "1",
  live: "state = 'live'",
  scheduled: "state = 'scheduled'",
  draft: "draft = 1",
  tombstone: "state = 'tombstone' AND draft = 0",
};

type ArticleTables = Pick<
  JournalTables,
  | "row"
  | "putRow"
  | "article"
  | "putArticle"
  | "dropArticle"
  | "countArticles"
  | "keysAfter"
  | "listedRows"
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
          updated_at, source_updated_at, pending, listed, recorded_at, confirm_at, stuck, archive, placed_at, canonical_here,
          draft)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        row.key,
        row.state === "draft" ? "tombstone" : row.state,
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
        row.state === "draft" ? 1 : 0,
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
    listedRows: ({ state, after, most }) =>
      sql
        .exec<Columns & { title: string | null }>(
          `SELECT articles.*, json_extract(bodies.article, '$.title') AS title
            FROM articles LEFT JOIN bodies ON bodies.key = articles.key
            WHERE (version < ? OR (version = ? AND articles.key < ?)) AND ${WHERE_STATE[state ?? "any"]}
            ORDER BY version DESC, articles.key DESC LIMIT ?`,
          after?.version ?? Number.MAX_SAFE_INTEGER,
          after?.version ?? Number.MAX_SAFE_INTEGER,
          after?.key ?? "",
          most,
        )
        .toArray()
        .map(({ title, ...columns }) => ({ row: rowOf(columns), title })),
    countArticles: () => number("SELECT count(*) AS value FROM articles") ?? 0,
    keysAfter: (key, most) => keys("SELECT key FROM articles WHERE key > ? ORDER BY key LIMIT ?", key, most),

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
