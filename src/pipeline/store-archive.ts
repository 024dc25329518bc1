// Archives into KV: a closed document of each format, with its neighbours' addresses.

import type { ArchiveRow, JournalDeps } from "../ports/journal.ts";
import { contextOf } from "./assemble.ts";
import { framesOf, packDocuments, refreshFragments } from "./documents.ts";
import { factsOf } from "./facts.ts";
import type { Slice } from "./publish.ts";
import { renderKeyOf } from "./render-key.ts";
import { PUBLISH_APART } from "./schedule.ts";

// A Worker may have six connections open at once.
const PARALLEL_WRITES = 6;

/**
 * Put the archives that KV has never had. A head must not link to what isn't there.
 *
 * @throws what KV throws
 */
export async function storeNewArchives(deps: JournalDeps, renderKey: string, slice: Slice): Promise<void> {
  const behind = deps.tables.archivesBehind(slice.writes);
  await storeArchives(
    deps,
    behind.filter(({ storedVersion }) => storedVersion === 0),
    renderKey,
  );
}

/** The archive task: those whose articles or neighbours have changed since they were put. */
export async function storeArchivesBehind(deps: JournalDeps, slice: Slice): Promise<void> {
  const { tables, now } = deps;
  const renderKey = await renderKeyOf(deps.feed, deps.publicOrigin);
  while (now() < slice.deadline) {
    const behind = tables.archivesBehind(PARALLEL_WRITES);
    if (behind.length === 0) break;
    await storeArchives(deps, behind, renderKey);
  }
  // KV takes one write a second for a key.
  if (tables.archivesBehind(1).length === 0) tables.dropDue("archive");
  else tables.setDue({ task: "archive", at: now() + PUBLISH_APART, attempts: 0 });
}

export async function storeArchives(
  deps: JournalDeps,
  rows: readonly ArchiveRow[],
  renderKey: string,
): Promise<void> {
  for (let done = 0; done < rows.length; done += PARALLEL_WRITES)
    await Promise.all(
      rows.slice(done, done + PARALLEL_WRITES).map(({ number }) => storeArchive(deps, number, renderKey)),
    );
}

/** May run twice, and may be overtaken: a change that comes in meanwhile leaves the row behind. */
async function storeArchive(deps: JournalDeps, number: number, renderKey: string): Promise<void> {
  const { tables, feed, now } = deps;
  await refreshFragments(deps, tables.archivedKeys(number), renderKey);
  const row = tables.archive(number);
  if (row === null) return;

  // Whole seconds, and a later one for every record: If-Modified-Since has no finer grain.
  const recordedAt = Math.max((row.recordedAt ?? 0) + 1_000, Math.floor(now() / 1_000) * 1_000);
  // Written down first: a put that fails, or is never heard of, may have landed all the same.
  tables.putArchive({ ...row, recordedAt });
  const record = await packDocuments({
    frames: framesOf(contextOf(deps, { kind: "archive", number }, [], null, row.changedAt)),
    articles: tables.listedArticles(tables.archivedKeys(number)),
    isComplete: false,
    page: null,
    facts: {
      feed: feed.slug,
      version: row.version,
      asOf: factsOf(deps).publishedVersion,
      assembledAt: now(),
      renderKey,
      lastModifiedAt: recordedAt,
      pollSeconds: null,
    },
  });
  await deps.putArchiveRecord(feed.slug, number, record);
  const current = tables.archive(number);
  if (current !== null) tables.putArchive({ ...current, storedVersion: row.version });
}
