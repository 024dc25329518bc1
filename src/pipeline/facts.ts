// What a journal knows of its feed, from its first moment on.

import type { FeedFacts, JournalDeps } from "../ports/journal.ts";

type Needs = Pick<JournalDeps, "tables" | "feed" | "publicOrigin" | "now">;

/** The feed's facts. The first call gives the feed its id for ever. */
export function factsOf({ tables, feed, publicOrigin, now }: Needs): FeedFacts {
  const known = tables.facts();
  if (known.version > 0) return known;
  const at = now();
  const host = new URL(publicOrigin).hostname;
  const feedUri = `tag:${host},${new Date(at).getUTCFullYear()}:${feed.slug}`;
  const first = { feedUri, version: at, changedAt: at, knownSince: at };
  tables.putFacts(first);
  return { ...known, ...first };
}

/**
 * Raise the feed's version: something that readers see has changed.
 *
 * A hybrid clock: never less than the time, so that a journal that was lost and
 * made anew is above all that readers hold.
 */
export function bumpVersion(deps: Needs): number {
  const version = nextVersion(deps);
  deps.tables.putFacts({ version, changedAt: deps.now() });
  return version;
}

/** Raise it without a change: the same again, but later than all that readers hold. */
export function bumpVersionOnly(deps: Needs): number {
  const version = nextVersion(deps);
  deps.tables.putFacts({ version });
  return version;
}

const nextVersion = (deps: Needs): number => Math.max(factsOf(deps).version + 1, deps.now());
