// The labels of live articles: tags, authors and languages.

import type { LabelKind } from "../model/label.ts";
import type { JournalTables, LabelFacts } from "../ports/journal.ts";

type Columns = {
  kind: string;
  label: string;
  name: string;
  articles: number;
  version: number;
  modified_at: number;
};

type LabelTables = Pick<
  JournalTables,
  "setLabels" | "dropUnusedLabels" | "touchLabels" | "dateLabels" | "labelFacts" | "labels" | "mostUsedTags"
>;

export const labelTables = (sql: SqlStorage): LabelTables => {
  const facts = (where: string, ...values: (string | number)[]) =>
    sql.exec<Columns>(`SELECT * FROM label_facts ${where}`, ...values).toArray();
  const factsOf = (kind: LabelKind, row: Columns): LabelFacts => ({
    kind,
    label: row.label,
    name: row.name,
    articles: row.articles,
    version: row.version,
    modifiedAt: row.modified_at,
  });

  return {
    setLabels: ({ key, publishedAt, version }, labels) => {
      const old = sql
        .exec<{ kind: string; label: string }>("SELECT kind, label FROM labels WHERE key = ?", key)
        .toArray();
      const has = (list: readonly { kind: string; label: string }[], kind: string, label: string) =>
        list.some((entry) => entry.kind === kind && entry.label === label);
      for (const { kind, label } of old.filter((entry) => !has(labels, entry.kind, entry.label))) {
        sql.exec("DELETE FROM labels WHERE key = ? AND kind = ? AND label = ?", key, kind, label);
        sql.exec(
          "UPDATE label_facts SET articles = articles - 1, version = max(version, ?) WHERE kind = ? AND label = ?",
          version,
          kind,
          label,
        );
      }
      if (labels.length === 0) return;
      const list = JSON.stringify(
        labels.map(({ kind, label, name }) => [kind, label, name, has(old, kind, label) ? 0 : 1]),
      );
      sql.exec(
        "INSERT OR REPLACE INTO labels SELECT ?, value ->> 0, value ->> 1, ? FROM json_each(?)",
        key,
        publishedAt,
        list,
      );
      sql.exec(
        `INSERT INTO label_facts SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?, 0 FROM json_each(?) WHERE true
          ON CONFLICT (kind, label) DO UPDATE
          SET articles = articles + excluded.articles, name = excluded.name, version = max(version, excluded.version)`,
        version,
        list,
      );
    },
    dropUnusedLabels: () => {
      sql.exec("DELETE FROM label_facts WHERE articles <= 0");
    },
    touchLabels: (version) => {
      sql.exec("UPDATE label_facts SET version = max(version, ?)", version);
    },
    dateLabels: (version, modifiedAt) => {
      sql.exec(
        "UPDATE label_facts SET modified_at = ? WHERE version > (SELECT coalesce(json_extract(facts, '$.publishedVersion'), 0) FROM facts) AND version <= ?",
        modifiedAt,
        version,
      );
    },
    labelFacts: (kind, label) => {
      const [row] = facts("WHERE kind = ? AND label = ?", kind, label);
      return row === undefined ? null : factsOf(kind, row);
    },
    labels: (kind, most) =>
      facts("WHERE kind = ? ORDER BY label LIMIT ?", kind, most).map(({ label }) => label),
    mostUsedTags: (most) =>
      facts("WHERE kind = 'tag' AND articles > 0 ORDER BY articles DESC, label LIMIT ?", most).map((row) =>
        factsOf("tag", row),
      ),
  };
};
