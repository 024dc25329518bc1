// Step one of publishing: an article's fragments into its journal, its record into KV.

import type { ArticleRow, JournalDeps } from "../ports.ts";
import { bumpVersion, bumpVersionOnly, factsOf } from "./facts.ts";
import { makeFragment, makeRecord } from "./render-article.ts";
import { publishSoon } from "./schedule.ts";

/**
 * Bring an article's record in KV up to its row. May run twice, and may be
 * overtaken: an edit that comes in while KV is being written leaves the row pending.
 *
 * @throws what KV throws; the row then stays as it was
 */
export async function storeArticle(deps: JournalDeps, key: string, renderKey: string): Promise<void> {
  const { tables, feed, now } = deps;
  const row = tables.row(key);
  // What readers never saw needs no record to say that it isn't there.
  if (row === null || (row.state === "scheduled" && row.recordedAt === null)) return;
  const article = tables.article(key);

  const fragment =
    row.state === "live" && article !== null ? await makeFragment(deps, article, renderKey) : null;
  if (fragment !== null && !fragment.ok) {
    deps.log("warn", "article_stuck", { feed: feed.slug, key, reason: fragment.error });
    tables.transaction(() => {
      const current = tables.row(key);
      if (current === null || current.version !== row.version) return; // overtaken: its next turn will tell
      tables.dropFragment(key);
      tables.putRow({ ...current, pending: false, listed: false, stuck: fragment.error });
    });
    return;
  }

  // Whole seconds, and a later one for every record: If-Modified-Since has no finer grain.
  const recordedAt = Math.max((row.recordedAt ?? 0) + 1_000, Math.floor(now() / 1_000) * 1_000);
  const record = await makeRecord(deps, row, article, recordedAt);
  await deps.putArticleRecord(feed.slug, key, record);

  tables.transaction(() => {
    const current = tables.row(key);
    if (current === null) return;
    if (current.version !== row.version) {
      tables.putRow({ ...current, recordedAt });
      return;
    }
    if (fragment !== null) tables.putFragment(key, fragment.value);
    tables.putRow(stored(deps, current, recordedAt, fragment !== null));
  });
}

function stored(deps: JournalDeps, row: ArticleRow, recordedAt: number, listed: boolean): ArticleRow {
  const freed = listed && !row.listed && !row.pending; // it was stuck, and today's renderer can write it
  if (freed) publishSoon(deps);
  return {
    ...row,
    version: freed ? bumpVersion(deps) : row.version,
    pending: false,
    listed,
    recordedAt,
    stuck: null,
  };
}

/** Store several, a few at a time. @returns the keys that KV refused */
export async function storeArticles(
  deps: JournalDeps,
  keys: readonly string[],
  renderKey: string,
  deadline: number,
): Promise<{ readonly done: number; readonly failed: readonly string[] }> {
  const failed: string[] = [];
  let done = 0;
  while (done < keys.length && deps.now() < deadline) {
    const batch = keys.slice(done, done + PARALLEL_WRITES);
    const outcomes = await Promise.allSettled(batch.map((key) => storeArticle(deps, key, renderKey)));
    outcomes.forEach((outcome, at) => {
      if (outcome.status === "fulfilled") return;
      const key = batch[at] ?? "";
      failed.push(key);
      deps.log("warn", "article_not_stored", { feed: deps.feed.slug, key, error: String(outcome.reason) });
    });
    done += batch.length;
  }
  return { done, failed };
}

// A Worker may have six connections open at once.
const PARALLEL_WRITES = 6;

/**
 * Records that can't be stored now go to the end of the outbox, or they would
 * hold up all that came after them: a bundle claims a version only when every
 * change up to that version is stored.
 */
export function moveToEnd(deps: JournalDeps, failed: readonly string[]): void {
  const { tables } = deps;
  if (failed.length === 0) return;
  tables.transaction(() => {
    const rows = failed.flatMap((key) => tables.row(key) ?? []);
    const { version } = factsOf(deps);
    if (rows.every((row) => row.pending && row.version === version)) return; // they are the end
    const last = bumpVersionOnly(deps);
    for (const row of rows) tables.putRow({ ...row, pending: true, version: last });
  });
}
