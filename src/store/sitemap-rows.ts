// The articles that sitemaps list, by the index `mapped`.

import type { JournalTables } from "../ports/journal.ts";

type SitemapTables = Pick<JournalTables, "countMapped" | "mappedArticles" | "newsKeys">;

const MAPPED = "FROM articles WHERE listed = 1 AND canonical_here = 1";

export const sitemapTables = (sql: SqlStorage): SitemapTables => ({
  countMapped: () => sql.exec<{ mapped: number }>(`SELECT count(*) AS mapped ${MAPPED}`).one().mapped,
  mappedArticles: (most, skipped) =>
    sql
      .exec<{ key: string; slug: string; updated_at: number }>(
        // What is skipped is skipped in the index: its rows are not looked up.
        `SELECT articles.key, slug, updated_at FROM
          (SELECT key AS listed_key, published_at AS listed_at ${MAPPED}
            ORDER BY published_at, key LIMIT ? OFFSET ?)
          CROSS JOIN articles ON articles.key = listed_key ORDER BY listed_at, listed_key`,
        most,
        skipped,
      )
      .toArray()
      .map(({ key, slug, updated_at }) => ({ key, slug, updatedAt: updated_at })),
  newsKeys: (since, most) =>
    sql
      .exec<{ key: string }>(
        `SELECT key ${MAPPED} AND published_at > ? ORDER BY published_at DESC, key DESC LIMIT ?`,
        since,
        most,
      )
      .toArray()
      .map(({ key }) => key),
});
