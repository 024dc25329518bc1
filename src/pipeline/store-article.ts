// Step one of publishing: an article's fragments into its journal, its record into KV.

import { isWaiting } from "../model/article.ts";
import type { Result } from "../model/result.ts";
import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import { bumpVersion, bumpVersionOnly, factsOf } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { makeAbsence, makeFragment, makeRecord } from "./render-article.ts";
import { confirmSoon, publishSoon } from "./schedule.ts";
import { labelsOf } from "./settle.ts";

/**
 * Bring an article's record in KV up to its row. May run twice, and may be
 * overtaken: an edit that comes in meanwhile leaves the row pending.
 *
 * An article that can't be rendered is stuck: it leaves the feed and says why.
 * Its page is stored if at least that can be rendered, and is gone if it can't:
 * what it said before the edit must not go on being said.
 *
 * @throws what KV throws; the row then says that a record may be there
 */
export async function storeArticle(deps: JournalDeps, key: string, renderKey: string): Promise<void> {
  const { tables, feed, now } = deps;
  const row = tables.row(key);
  // What readers never saw needs no record to say that it isn't there.
  if (row === null || isUnseen(row)) return;
  const article = tables.article(key);

  // Whole seconds, and a later one for every record: If-Modified-Since has no finer grain.
  const recordedAt = Math.max((row.recordedAt ?? 0) + 1_000, Math.floor(now() / 1_000) * 1_000);
  const fragment =
    row.state === "live" && article !== null ? await makeFragment(deps, article, renderKey) : null;
  const record = await makeRecord(deps, row, article, recordedAt);
  const bytes = record.ok ? record.value : await makeAbsence(row, recordedAt);

  const before = tables.row(key);
  if (before === null || isOvertaken(before, row)) return;
  // Written down first: a put that fails, or is never heard of, may have landed all the same.
  tables.putRow({ ...before, recordedAt });
  await deps.putArticleRecord(feed.slug, key, bytes);

  const fault = faultOf(fragment, record);
  if (fault !== null) deps.log("warn", "article_stuck", { feed: feed.slug, key, reason: fault });
  tables.transaction(() => {
    const current = tables.row(key);
    if (current === null || isOvertaken(current, row)) return;
    if (fault !== null || fragment === null || !fragment.ok) {
      tables.dropFragment(key);
      const archive = current.listed ? leaveArchive(deps, current) : current.archive;
      tables.putRow({ ...current, pending: false, listed: false, stuck: fault, archive });
      if (current.listed && !current.pending) {
        bumpVersionOnly(deps); // today's renderer can't write it: the feed goes on without
        publishSoon(deps);
      }
    } else {
      tables.putFragment(key, fragment.value);
      const listed = listedAgain(deps, current);
      tables.putRow(listed);
      // What was moved to the end has a later version than its labels know; and tables of
      // an older shape had none to bring along, while bundles list those there are.
      const isNews = article !== null && tables.setLabels(listed, labelsOf(article, feed.language));
      if (isNews && !current.pending) {
        bumpVersionOnly(deps);
        publishSoon(deps);
      }
    }
  });
}

/** It waits, or was withdrawn while it waited. */
const isUnseen = ({ state, recordedAt, pending }: ArticleRow): boolean =>
  recordedAt === null && (isWaiting(state) || (state === "tombstone" && !pending));

/** Whether a row says something else than when its record was begun. */
const isOvertaken = (current: ArticleRow, row: ArticleRow): boolean =>
  current.version !== row.version || current.revision !== row.revision;

type Made = Result<unknown, string> | null;
function faultOf(...made: readonly Made[]): string | null {
  for (const one of made) if (one !== null && !one.ok) return one.error;
  return null;
}

function listedAgain(deps: JournalDeps, row: ArticleRow): ArticleRow {
  const freed = !row.listed && !row.pending; // it was stuck, and today's renderer can write it
  if (freed) publishSoon(deps);
  const version = freed ? bumpVersion(deps) : row.version;
  const stored = { ...row, version, pending: false, listed: true, stuck: null };
  // It went to an archive as it was before, while what it is now was on its way.
  const isLate = row.pending && row.archive !== null;
  return isLate ? { ...stored, archive: leaveArchive(deps, row), placedAt: deps.now() } : stored;
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
  let roomMadeAt = deps.now();
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
    if (done < keys.length && deps.now() - roomMadeAt >= ROOM_EVERY) {
      await deps.makeRoom();
      roomMadeAt = deps.now();
    }
  }
  return { done, failed };
}

// How long who waits for an answer may be kept waiting by this, in ms.
const ROOM_EVERY = 100;

// A Worker may have six connections open at once.
const PARALLEL_WRITES = 6;

/**
 * Records that can't be stored now go to the end of the outbox, or they would
 * hold up all that came before and after them: a bundle claims a version only
 * when every change up to that version is stored.
 */
export function moveToEnd(deps: JournalDeps, failed: readonly string[]): void {
  const { tables } = deps;
  if (failed.length === 0) return;
  tables.transaction(() => {
    const rows = failed.flatMap((key) => tables.row(key) ?? []);
    const { version } = factsOf(deps);
    // Who was moved together with them and is stored now has the last version too.
    const last = tables.newestChanges(rows.length + 1).filter((change) => change.version === version);
    const areTheEnd =
      last.length <= rows.length && rows.every((row) => row.pending && row.version === version);
    const moved = areTheEnd ? version : bumpVersionOnly(deps);
    for (const row of rows)
      tables.putRow({ ...row, pending: true, version: moved, confirmAt: confirmSoon(deps) });
  });
}
