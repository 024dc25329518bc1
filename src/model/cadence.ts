// How often a feed is worth asking for, from how often it is published.

const MINUTE = 60;

// Each divides an hour, so that RSS's <ttl> (minutes) and the Syndication
// module's updateFrequency (times an hour) can both say it exactly.
const STEPS = [5, 10, 15, 30, 60].map((minutes) => minutes * MINUTE);

/** How many of the newest articles tell the cadence. */
const MOST_LOOKED_AT = 10;

/**
 * How long a reader may keep a feed document, in seconds: a quarter of the usual
 * time between two articles, from five minutes to an hour.
 *
 * @param publishedAts ms since 1970 UTC, newest first; fewer than two tell nothing
 */
export function pollSecondsOf(publishedAts: readonly number[]): number {
  const looked = publishedAts.slice(0, MOST_LOOKED_AT);
  const [newest] = looked;
  const oldest = looked.at(-1);
  const [least = 5 * MINUTE] = STEPS;
  if (newest === undefined || oldest === undefined || looked.length < 2) return least;
  const between = (newest - oldest) / (looked.length - 1) / 1_000;
  return STEPS.findLast((step) => step <= between / 4) ?? least;
}
