// Has this reader got it already? Conditional requests, RFC 9110 §13.
//
// Real readers and proxies send back what we never said: weak tags from an edge
// that compressed, a "-gzip" from an Apache in between, tags without quotes.

export type Validators = {
  readonly etag: string; // with its quotes
  readonly version: number;
  readonly lastModifiedAt: number | null; // ms since 1970 UTC, whole seconds; null: dates tell nothing
};

export type Conditions = {
  readonly ifNoneMatch: string | null;
  readonly ifModifiedSince: string | null;
};

const TAGS = /(?:W\/)?(?:"([^"]*)"|([^\s,"]+))/g;
const PROXY_SUFFIX = /(?:--?|;)(?:gzip|br|zstd|deflate)$/;
const OUR_TAG = /^(\d{13,16})-[0-9a-f]{16}$/;

/**
 * A date of the reader's own making may lie behind ours though this location gave
 * it an older document: KV may be read a minute late. After this it can't.
 */
const LOCATIONS_DIFFER = 120_000;

/** A tag that claims a version further ahead than clocks differ was never ours. */
const CLOCKS_DIFFER = 60_000;

// §5.6.7: a day's name, and a year of four digits; of two in the form of RFC 850.
const HTTP_DATE = /^[A-Z][a-z]{2,8},? .*(?:\d{4}|-\d\d )/;

/** Whether the answer is 304. If-Modified-Since is ignored beside If-None-Match (§13.1.3). */
export function isFresh(
  { ifNoneMatch, ifModifiedSince }: Conditions,
  document: Validators,
  now: number,
): boolean {
  if (ifNoneMatch !== null) return ifNoneMatch === document.etag || matchesOne(ifNoneMatch, document, now);
  if (ifModifiedSince === null || !HTTP_DATE.test(ifModifiedSince)) return false;
  const since = Date.parse(ifModifiedSince);
  const { lastModifiedAt } = document;
  if (lastModifiedAt === null) return false;
  if (since === lastModifiedAt) return true;
  // An unparsable date compares false; one in the future would hide changes until then.
  return since > lastModifiedAt + LOCATIONS_DIFFER && since <= now + CLOCKS_DIFFER;
}

/** The versions that a reader's tags name, where they are ours. */
export const versionsIn = (
  ifNoneMatch: string,
): readonly { readonly tag: string; readonly version: number }[] =>
  tagsIn(ifNoneMatch).flatMap((tag) => {
    const claimed = OUR_TAG.exec(tag)?.[1];
    return claimed === undefined ? [] : [{ tag: `"${tag}"`, version: Number(claimed) }];
  });

/** Without their quotes, and without what proxies hang on. */
const tagsIn = (ifNoneMatch: string): readonly string[] =>
  [...ifNoneMatch.matchAll(TAGS)].map(([, quoted, bare]) => (quoted ?? bare ?? "").replace(PROXY_SUFFIX, ""));

function matchesOne(ifNoneMatch: string, { etag, version }: Validators, now: number): boolean {
  if (ifNoneMatch.trim() === "*") return true;
  const ours = etag.slice(1, -1);
  for (const tag of tagsIn(ifNoneMatch)) {
    if (tag === ours) return true;
    // This location's copy may be behind the reader's: what it has is newer.
    const claimed = Number(OUR_TAG.exec(tag)?.[1]);
    if (claimed > version && claimed <= now + CLOCKS_DIFFER) return true;
  }
  return false;
}
