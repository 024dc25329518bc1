// What changes a closed archive: an article that leaves it, or a successor.

import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import { factsOf } from "./facts.ts";
import { confirmSoon } from "./schedule.ts";

/** An archive says something else from now on: it is written to KV again. */
export function touchArchive({ tables, ...deps }: JournalDeps, number: number): void {
  const row = tables.archive(number);
  if (row === null) return;
  const version = Math.max(factsOf({ tables, ...deps }).version, row.version + 1);
  tables.putArchive({ ...row, version, changedAt: deps.now() });
}

/**
 * Take an article out of the archive it is in, if it is in one: it was withdrawn,
 * or corrected and comes again in the head.
 *
 * @returns what its row says of its archive from now on
 */
export function leaveArchive(deps: JournalDeps, row: Pick<ArticleRow, "archive"> | null): null {
  if (row === null || row.archive === null) return null;
  touchArchive(deps, row.archive);
  const touched = deps.tables.archive(row.archive);
  // A put that was given up may still land, with the text that is to go.
  if (touched !== null) deps.tables.putArchive({ ...touched, confirmAt: confirmSoon(deps) });
  return null;
}
