// Records that are put into KV though their articles have not changed.

import type { JournalDeps } from "../ports/journal.ts";
import { factsOf } from "./facts.ts";
import type { Slice } from "./publish.ts";
import { renderKeyOf } from "./render-key.ts";
import { PUBLISH_APART, publishSoon, wakeFor } from "./schedule.ts";
import { storeArchives } from "./store-archive.ts";
import { moveToEnd, storeArticles } from "./store-article.ts";

/** Every article's, in the order of keys: KV lost them, or they would be rendered otherwise today. */
export async function restore(deps: JournalDeps, slice: Slice): Promise<void> {
  const { tables, now } = deps;
  const { restoreCursor, restoreRound } = factsOf(deps);
  const keys = tables.keysAfter(restoreCursor, slice.writes);
  const { done, failed } = await storeAgain(deps, keys, slice);
  tables.transaction(() => {
    handOver(deps, failed);
    // A rebuild that was asked for meanwhile began at the beginning again.
    if (factsOf(deps).restoreRound !== restoreRound) return;
    tables.putFacts({ restoreCursor: keys[done - 1] ?? restoreCursor });
    if (done === keys.length && keys.length < slice.writes) {
      tables.dropDue("restore");
      // Their fragments are today's by now.
      tables.touchArchives(factsOf(deps).version);
      if (tables.archivesBehind(1).length > 0) wakeFor(deps, "archive", now());
    } else tables.setDue({ task: "restore", at: now() + PUBLISH_APART, attempts: 0 });
  });
}

/** Those that an older record may have overtaken: by now it has landed, and is put right. */
export async function confirm(deps: JournalDeps, slice: Slice): Promise<void> {
  const { tables, now } = deps;
  await confirmArchives(deps, slice);
  const rows = tables.dueConfirmation(now(), slice.writes);
  const { done, failed } = await storeAgain(
    deps,
    rows.map(({ key }) => key),
    slice,
  );
  tables.transaction(() => {
    for (const { key, confirmAt } of rows.slice(0, done)) {
      const current = tables.row(key);
      // An edit or a failure since then asked for its own.
      if (current?.confirmAt === confirmAt) tables.putRow({ ...current, confirmAt: null });
    }
    handOver(deps, failed);
    const next = firstOf(tables.nextConfirmationAt(), tables.nextArchiveConfirmationAt());
    if (next === null) tables.dropDue("confirm");
    else tables.setDue({ task: "confirm", at: next, attempts: 0 });
  });
}

async function confirmArchives(deps: JournalDeps, slice: Slice): Promise<void> {
  const { tables, now } = deps;
  const rows = tables.archivesToConfirm(now(), slice.writes);
  await storeArchives(deps, rows, await renderKeyOf(deps.feed, deps.publicOrigin));
  tables.transaction(() => {
    for (const { number, confirmAt } of rows) {
      const current = tables.archive(number);
      if (current?.confirmAt === confirmAt) tables.putArchive({ ...current, confirmAt: null });
    }
  });
}

const firstOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

const storeAgain = async (deps: JournalDeps, keys: readonly string[], { deadline }: Slice) =>
  storeArticles(deps, keys, await renderKeyOf(deps.feed, deps.publicOrigin), deadline);

/** What KV refused is the outbox's from here on. */
function handOver(deps: JournalDeps, failed: readonly string[]): void {
  if (failed.length === 0) return;
  moveToEnd(deps, failed);
  publishSoon(deps);
}
