// Fragments, each rendered once, and the labels of live articles.

import { FORMATS, type Format } from "../model/format.ts";
import type { Fragment, HeadArticle, JournalTables } from "../ports/journal.ts";
import { bufferOf } from "./blobs.ts";

type Joined = {
  key: string;
  version: number;
  format: string;
  render_key: string;
  digest: string;
  body: ArrayBuffer;
};

type FragmentTables = Pick<
  JournalTables,
  "putFragment" | "dropFragment" | "head" | "headSizes" | "staleHeadKeys" | "setLabels" | "labels"
>;

const HEAD = `(SELECT key, version, published_at FROM articles WHERE listed = 1
  ORDER BY published_at DESC, key LIMIT ?) AS head`;

export const fragmentTables = (sql: SqlStorage): FragmentTables => ({
  putFragment: (key, { renderKey, body, digest }) => {
    for (const format of FORMATS)
      sql.exec(
        "INSERT OR REPLACE INTO fragments (key, format, render_key, digest, body) VALUES (?, ?, ?, ?, ?)",
        key,
        format,
        renderKey,
        digest,
        bufferOf(body[format]),
      );
  },
  dropFragment: (key) => {
    sql.exec("DELETE FROM fragments WHERE key = ?", key);
  },

  head: (most) => {
    const joined = sql
      .exec<Joined>(
        `SELECT head.key, head.version, format, render_key, digest, body FROM ${HEAD} JOIN fragments ON fragments.key = head.key
          ORDER BY published_at DESC, head.key`,
        most,
      )
      .toArray();
    return [...Map.groupBy(joined, ({ key }) => key).values()].flatMap((rows) => headArticleOf(rows) ?? []);
  },

  headSizes: (most) =>
    sql
      .exec<{ rss: number; atom: number; json: number }>(
        `SELECT max(length(body)) FILTER (WHERE format = 'rss') AS rss,
          max(length(body)) FILTER (WHERE format = 'atom') AS atom,
          max(length(body)) FILTER (WHERE format = 'json') AS json
          FROM ${HEAD} JOIN fragments ON fragments.key = head.key
          GROUP BY head.key ORDER BY published_at DESC, head.key`,
        most,
      )
      .toArray(),

  staleHeadKeys: (most, renderKey) =>
    sql
      .exec<{ key: string }>(
        `SELECT DISTINCT head.key FROM ${HEAD} JOIN fragments ON fragments.key = head.key WHERE render_key <> ?`,
        most,
        renderKey,
      )
      .toArray()
      .map(({ key }) => key),

  setLabels: (key, labels) => {
    const old = sql
      .exec<{ kind: string; label: string }>("SELECT kind, label FROM labels WHERE key = ?", key)
      .toArray();
    const has = (list: readonly { kind: string; label: string }[], kind: string, label: string) =>
      list.some((entry) => entry.kind === kind && entry.label === label);
    for (const { kind, label } of old.filter((entry) => !has(labels, entry.kind, entry.label))) {
      sql.exec("DELETE FROM labels WHERE key = ? AND kind = ? AND label = ?", key, kind, label);
      sql.exec("UPDATE label_counts SET articles = articles - 1 WHERE kind = ? AND label = ?", kind, label);
      sql.exec("DELETE FROM label_counts WHERE kind = ? AND label = ? AND articles <= 0", kind, label);
    }
    const added = labels.filter((entry) => !has(old, entry.kind, entry.label));
    if (added.length === 0) return;
    const list = JSON.stringify(added.map(({ kind, label }) => [kind, label]));
    sql.exec(`INSERT INTO labels SELECT ?, value ->> 0, value ->> 1 FROM json_each(?)`, key, list);
    sql.exec(
      `INSERT INTO label_counts SELECT value ->> 0, value ->> 1, 1 FROM json_each(?) WHERE true
        ON CONFLICT (kind, label) DO UPDATE SET articles = articles + 1`,
      list,
    );
  },
  labels: (kind, most) =>
    sql
      .exec<{ label: string }>(
        "SELECT label FROM label_counts WHERE kind = ? ORDER BY label LIMIT ?",
        kind,
        most,
      )
      .toArray()
      .map(({ label }) => label),
});

function headArticleOf(rows: readonly Joined[]): HeadArticle | null {
  const of = (format: Format) => rows.find((row) => row.format === format);
  const [rss, atom, json] = [of("rss"), of("atom"), of("json")];
  if (!rss || !atom || !json) return null; // putFragment writes all three
  const fragment: Fragment = {
    renderKey: rss.render_key,
    body: {
      rss: new Uint8Array(rss.body),
      atom: new Uint8Array(atom.body),
      json: new Uint8Array(json.body),
    },
    digest: rss.digest,
  };
  return { key: rss.key, version: rss.version, fragment };
}
