// Where articles are listed: in the head, in an archive, under a label; and the archives.

import type { ArchiveRow, JournalTables } from "../ports/journal.ts";

type Columns = {
  number: number;
  version: number;
  changed_at: number;
  stored_version: number;
  recorded_at: number | null;
  confirm_at: number | null;
};

const rowOf = (columns: Columns): ArchiveRow => ({
  number: columns.number,
  version: columns.version,
  changedAt: columns.changed_at,
  storedVersion: columns.stored_version,
  recordedAt: columns.recorded_at,
  confirmAt: columns.confirm_at,
});

type ArchiveTables = Pick<
  JournalTables,
  | "headKeys"
  | "archivedKeys"
  | "labelledKeys"
  | "countHead"
  | "leavingKeys"
  | "moveToArchive"
  | "archive"
  | "putArchive"
  | "countArchives"
  | "archivesBehind"
  | "touchArchives"
  | "archivesToConfirm"
  | "nextArchiveConfirmationAt"
>;

const IN_HEAD = "listed = 1 AND archive IS NULL";

export const archiveTables = (sql: SqlStorage): ArchiveTables => {
  const keys = (query: string, ...values: (string | number)[]): string[] =>
    sql
      .exec<{ key: string }>(query, ...values)
      .toArray()
      .map(({ key }) => key);
  const rows = (where: string, ...values: number[]): ArchiveRow[] =>
    sql
      .exec<Columns>(`SELECT * FROM archives ${where}`, ...values)
      .toArray()
      .map(rowOf);
  const number = (query: string): number | null =>
    sql.exec<{ value: number | null }>(query).toArray()[0]?.value ?? null;

  return {
    headKeys: (most) =>
      keys(`SELECT key FROM articles WHERE ${IN_HEAD} ORDER BY published_at DESC, key LIMIT ?`, most),
    archivedKeys: (archive) =>
      keys(
        "SELECT key FROM articles WHERE listed = 1 AND archive = ? ORDER BY published_at DESC, key",
        archive,
      ),
    labelledKeys: (labels, most) => {
      const [first, ...others] = labels;
      if (first === undefined) return [];
      const having = others
        .map(() => "AND EXISTS (SELECT 1 FROM labels WHERE key = first.key AND kind = ? AND label = ?)")
        .join(" ");
      return keys(
        `SELECT first.key FROM labels AS first JOIN articles ON articles.key = first.key AND listed = 1
          WHERE kind = ? AND label = ? ${having} ORDER BY first.published_at DESC, first.key LIMIT ?`,
        ...[first, ...others].flatMap(({ kind, label }) => [kind, label]),
        most,
      );
    },

    countHead: () => number(`SELECT count(*) AS value FROM articles WHERE ${IN_HEAD}`) ?? 0,
    leavingKeys: (most) =>
      keys(`SELECT key FROM articles WHERE ${IN_HEAD} ORDER BY placed_at, key DESC LIMIT ?`, most),
    moveToArchive: (moved, archive) => {
      sql.exec(
        "UPDATE articles SET archive = ? WHERE key IN (SELECT value FROM json_each(?))",
        archive,
        JSON.stringify(moved),
      );
    },

    archive: (archive) => rows("WHERE number = ?", archive)[0] ?? null,
    putArchive: (row) => {
      sql.exec(
        `INSERT OR REPLACE INTO archives (number, version, changed_at, stored_version, recorded_at, confirm_at)
          VALUES (?, ?, ?, ?, ?, ?)`,
        row.number,
        row.version,
        row.changedAt,
        row.storedVersion,
        row.recordedAt,
        row.confirmAt,
      );
    },
    countArchives: () => number("SELECT max(number) AS value FROM archives") ?? 0,
    archivesBehind: (most) =>
      rows("WHERE stored_version < version ORDER BY stored_version > 0, number DESC LIMIT ?", most),
    touchArchives: (version) => {
      sql.exec("UPDATE archives SET version = ? WHERE version < ?", version, version);
    },
    archivesToConfirm: (now, most) => rows("WHERE confirm_at <= ? ORDER BY confirm_at LIMIT ?", now, most),
    nextArchiveConfirmationAt: () =>
      number("SELECT min(confirm_at) AS value FROM archives WHERE confirm_at IS NOT NULL"),
  };
};
