// Fragments, each rendered once.

import { FORMATS, type Format } from "../model/format.ts";
import type { Fragment, JournalTables, ListedArticle, Sizes } from "../ports/journal.ts";
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
  "putFragment" | "dropFragment" | "listedArticles" | "sizes" | "staleKeys"
>;

// A list of keys is one parameter: a statement takes a hundred at most.
const KEYS = "(SELECT key AS place, value FROM json_each(?)) AS wanted";
const WANTED = `${KEYS} JOIN fragments ON fragments.key = wanted.value`;
const WANTED_ALL = `${KEYS} LEFT JOIN fragments ON fragments.key = wanted.value`;

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

  listedArticles: (keys) => {
    const joined = sql
      .exec<Joined>(
        `SELECT fragments.key, version, format, render_key, digest, body FROM ${WANTED}
          JOIN articles ON articles.key = wanted.value ORDER BY place`,
        JSON.stringify(keys),
      )
      .toArray();
    return [...Map.groupBy(joined, ({ key }) => key).values()].flatMap((rows) => listedArticleOf(rows) ?? []);
  },

  sizes: (keys) =>
    sql
      .exec<Sizes>(
        `SELECT coalesce(max(length(body)) FILTER (WHERE format = 'rss'), 0) AS rss,
          coalesce(max(length(body)) FILTER (WHERE format = 'atom'), 0) AS atom,
          coalesce(max(length(body)) FILTER (WHERE format = 'json'), 0) AS json
          FROM ${WANTED_ALL} GROUP BY place ORDER BY place`,
        JSON.stringify(keys),
      )
      .toArray(),

  staleKeys: (keys, renderKey) =>
    sql
      .exec<{ key: string }>(
        `SELECT DISTINCT fragments.key FROM ${WANTED} WHERE render_key <> ?`,
        JSON.stringify(keys),
        renderKey,
      )
      .toArray()
      .map(({ key }) => key),
});

function listedArticleOf(rows: readonly Joined[]): ListedArticle | null {
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
