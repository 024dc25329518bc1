// When the head is full, its oldest articles leave it for an archive that is
// closed for good (RFC 5005 §4). An article is in the head or in one archive.
//
// Half of what the head may hold leaves at once: one at a time would make an
// archive of each article, and all at once would leave readers an empty head.

import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import { type Frames, howManyFit } from "./documents.ts";
import { factsOf } from "./facts.ts";
import { confirmSoon } from "./schedule.ts";

/** How many archives one publish closes: each is a write to KV. */
const MOST_CLOSED = 40;

/**
 * Close as many archives as the head is too full by.
 *
 * @returns whether the head still holds more than it may: there is more to do
 */
export function closeArchives(deps: JournalDeps, frames: Frames): boolean {
  const { tables, feed } = deps;
  let open = tables.countHead();
  const fits = Math.max(howManyFit(tables.sizes(tables.headKeys(feed.headLimit)), frames), 1);
  if (open <= fits) return false;
  return tables.transaction(() => {
    // The first ones come in twos: an archive without a neighbour is one that no
    // reader can go on from (the W3C validator warns of it).
    const pageSize = Math.ceil(fits / (tables.countArchives() === 0 ? 4 : 2));
    const least = tables.countArchives() === 0 && fits > 1 ? 2 : 1;
    for (let closed = 0; (open > fits || closed < least) && closed < MOST_CLOSED; closed += 1) {
      const leaving = tables.leavingKeys(pageSize);
      const keys = leaving.slice(0, Math.max(howManyFit(tables.sizes(leaving), frames), 1));
      closeArchive(deps, keys);
      open -= keys.length;
    }
    return open > fits;
  });
}

function closeArchive(deps: JournalDeps, keys: readonly string[]): void {
  const { tables, now } = deps;
  const newest = tables.countArchives();
  touchArchive(deps, newest); // it gets a link to its successor
  tables.moveToArchive(keys, newest + 1);
  tables.putArchive({
    number: newest + 1,
    version: factsOf(deps).version,
    changedAt: now(),
    storedVersion: 0,
    recordedAt: null,
    confirmAt: null,
  });
}

/** An archive says something else from now on: it is written to KV again. */
function touchArchive({ tables, ...deps }: JournalDeps, number: number): void {
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
