// When the head is full, its oldest articles leave it for an archive that is
// closed for good (RFC 5005 §4). An article is in the head or in one archive.
//
// Half of what the head may hold leaves at once: one at a time would make an
// archive of each article, and all at once would leave readers an empty head.

import type { JournalDeps } from "../ports/journal.ts";
import { type Frames, howManyFit } from "./documents.ts";
import { factsOf } from "./facts.ts";
import { touchArchive } from "./leave-archive.ts";

/** How many archives one publish closes: each is a write to KV. */
const MOST_CLOSED = 40;

/**
 * Close as many archives as the head is too full by.
 *
 * @returns whether the head still holds more than it may: there is more to do
 */
export function closeArchives(deps: JournalDeps, frames: Frames): boolean {
  const { tables, feed } = deps;
  // Counted anew after each: the largest may stay while smaller ones leave.
  const fits = () => Math.max(howManyFit(tables.sizes(tables.headKeys(feed.headLimit)), frames), 1);
  const first = fits();
  if (tables.countHead() <= first) return false;
  return tables.transaction(() => {
    // The first ones come in twos: an archive without a neighbour is one that no
    // reader can go on from (the W3C validator warns of it).
    const areFirst = tables.countArchives() === 0 && first > 1;
    const pageSize = Math.ceil(first / (areFirst ? 4 : 2));
    for (let closed = 0; closed < MOST_CLOSED; closed += 1) {
      if (tables.countHead() <= fits() && closed >= (areFirst ? 2 : 1)) return false;
      const leaving = tables.leavingKeys(pageSize);
      const keys = leaving.slice(0, Math.max(howManyFit(tables.sizes(leaving), frames), 1));
      closeArchive(deps, keys);
    }
    return true;
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
