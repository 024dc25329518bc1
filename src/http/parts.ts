// Archives and derived feeds: documents that are asked for less than heads are.
//
// An archive is one read of KV. A derived feed is kept at this location; its
// journal is asked when nobody here has it, or when it is old and something has
// been published since. Neither is ever written to KV by a reader.

import { type Bundle, openDocuments } from "../formats/bundle.ts";
import type { Feed } from "../model/feed.ts";
import type { Derived, Place } from "../model/place.ts";
import type { Deps, DerivedQuery } from "../ports.ts";
import { type FeedViews, viewsOf } from "./feed-views.ts";
import { createMemory } from "./memory.ts";

type Needs = Pick<
  Deps,
  "publicOrigin" | "loadArchiveRecord" | "journalOf" | "loadCached" | "keepCached" | "now" | "log"
> & { readonly pagePolicy: () => Promise<string> };

export type Parts = {
  /** @returns null for a number that is none, "missing" for one that KV doesn't have just now */
  readonly archive: (feed: Feed, bundle: Bundle, number: number) => Promise<FeedViews | "missing" | null>;
  /** @returns null where there is no such label, "missing" when it can't be had just now */
  readonly derived: (
    feed: Feed,
    bundle: Bundle,
    query: DerivedQuery,
  ) => Promise<FeedViews | "missing" | null>;
};

/** views null: the journal knew no such label. */
type KnownDerived = { readonly views: FeedViews | null; readonly asOf: number; readonly assembledAt: number };

const MOST_BYTES = 16 * 1_048_576; // each

/** How long a derived feed is served though something was published since. */
const DERIVED_FOR = 60_000;

/** And how long one is kept at all, in seconds: what was purged must not lie about. */
const KEPT_FOR = 300;

export function createParts(deps: Needs): Parts {
  const { publicOrigin, now, log } = deps;
  const archives = createMemory<FeedViews>(MOST_BYTES);
  const deriveds = createMemory<KnownDerived>(MOST_BYTES);

  async function open(feed: Feed, place: Place, record: ArrayBuffer): Promise<FeedViews | null> {
    const opened = openDocuments(record);
    if (opened === null) return null;
    return viewsOf(opened, { feed, place, publicOrigin, pagePolicy: await deps.pagePolicy() });
  }

  async function archive(feed: Feed, { header }: Bundle, number: number) {
    if (number > header.archives) return null;
    const key = `${feed.slug} ${number}`;
    const known = archives.fresh(key, now());
    if (known !== undefined) return known;
    const record = await orNull("archive_not_loaded", deps.loadArchiveRecord(feed.slug, number));
    const views = record === null ? null : await open(feed, { kind: "archive", number }, record);
    if (record === null || views === null) return "missing";
    archives.keep(key, views, 2 * record.byteLength, now());
    return views;
  }

  async function derived(feed: Feed, { header }: Bundle, query: DerivedQuery) {
    const place: Derived = {
      kind: "derived",
      of: query.of,
      labels: query.labels.map((label) => ({ label, name: label })), // only the address is of interest here
    };
    const key = JSON.stringify([feed.slug, header.renderKey, query.of, query.labels]);
    const known = deriveds.stale(key);
    if (known !== undefined && holds(known, header, DERIVED_FOR)) return known.views;
    const record = (await kept(key, header)) ?? (await ask(feed.slug, key, query));
    const facts = record instanceof ArrayBuffer ? openDocuments(record)?.header : undefined;
    const views = record instanceof ArrayBuffer ? await open(feed, place, record) : null;
    if (record === "unknown") {
      deriveds.keep(key, { views: null, asOf: header.version, assembledAt: 0 }, key.length, now());
      return null;
    }
    if (record === "unavailable" || facts === undefined || views === null)
      // Better an old copy than an error, but none that holds what was withdrawn.
      return known !== undefined && holds(known, header, KEPT_FOR * 1_000) ? known.views : "missing";
    const { asOf, assembledAt } = facts;
    deriveds.keep(key, { views, asOf, assembledAt }, 2 * record.byteLength, now());
    return views;
  }

  /** Whether it is as new as the feed; or new enough, and nothing was withdrawn since: that doesn't wait. */
  const holds = (
    { asOf, assembledAt }: Pick<KnownDerived, "asOf" | "assembledAt">,
    { version, tombstones }: Bundle["header"],
    age: number,
  ): boolean =>
    asOf >= version ||
    (now() - assembledAt < age && !tombstones.some((tombstone) => tombstone.version > asOf));

  /** What this location keeps, if it still holds. */
  async function kept(key: string, header: Bundle["header"]): Promise<ArrayBuffer | null> {
    const record = await orNull("derived_not_loaded", deps.loadCached(key));
    const facts = record === null ? undefined : openDocuments(record)?.header;
    return facts !== undefined && holds(facts, header, DERIVED_FOR) ? record : null;
  }

  async function ask(
    feed: string,
    key: string,
    query: DerivedQuery,
  ): Promise<ArrayBuffer | "unknown" | "unavailable"> {
    try {
      const record = await deps.journalOf(feed).derive(query);
      if (record === null) return "unknown";
      await keep(key, record);
      return new Uint8Array(record).buffer;
    } catch (error) {
      log("warn", "derived_not_loaded", { feed, of: query.of, error: String(error) });
      return "unavailable";
    }
  }

  /** Who asked is answered all the same. */
  const keep = (key: string, record: Uint8Array): Promise<void> =>
    deps
      .keepCached(key, record, KEPT_FOR)
      .catch((error: unknown) => log("warn", "derived_not_kept", { error: String(error) }));

  const orNull = (event: string, loading: Promise<ArrayBuffer | null>): Promise<ArrayBuffer | null> =>
    loading.catch((error: unknown) => {
      log("warn", event, { error: String(error) });
      return null;
    });

  return { archive, derived };
}
