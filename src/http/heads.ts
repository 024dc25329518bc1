// Feeds' heads, from this isolate's memory or KV.

import { type Bundle, type BundleHeader, openBundle } from "../formats/bundle.ts";
import type { Feed } from "../model/feed.ts";
import { HEAD } from "../model/place.ts";
import type { Deps } from "../ports.ts";
import { type FeedViews, viewsOf } from "./feed-views.ts";
import { createMemory } from "./memory.ts";

export type Head = { readonly bundle: Bundle; readonly views: FeedViews };

export type Heads = {
  /** What was read within the last second. */
  readonly fresh: (feed: string) => Head | undefined;
  /** @returns null for a feed that was never published, or that KV can't give and nobody here remembers */
  readonly load: (feed: Feed) => Promise<Head | null>;
};

type Needs = Pick<Deps, "publicOrigin" | "loadFeedRecord" | "now" | "log"> & {
  readonly pagePolicy: () => Promise<string>;
};

export function createHeads({ publicOrigin, loadFeedRecord, now, log, pagePolicy }: Needs): Heads {
  const memory = createMemory<Head>();
  return {
    fresh: (feed) => memory.fresh(feed, now()),
    load: async (feed) => {
      const known = memory.fresh(feed.slug, now());
      if (known !== undefined) return known;
      let record: ArrayBuffer | null;
      try {
        record = await loadFeedRecord(feed.slug);
      } catch (error) {
        log("warn", "feed_not_loaded", { feed: feed.slug, error: String(error) });
        return memory.stale(feed.slug) ?? null;
      }
      const bundle = record === null ? null : openBundle(record);
      if (record === null || bundle === null) return null;
      const views = viewsOf(bundle, { feed, place: HEAD, publicOrigin, pagePolicy: await pagePolicy() });
      const head = { bundle, views };
      memory.keep(feed.slug, head, 2 * record.byteLength, now()); // the bytes, and the same as text
      return head;
    },
  };
}

/** Whether a feed may have a label; where a bundle lists too many to say, its journal knows. */
export function mayHave(
  { tags, authors, languages }: Pick<BundleHeader, "tags" | "authors" | "languages">,
  of: "tag" | "author" | "language",
  labels: readonly string[],
): boolean {
  const known = { tag: tags, author: authors, language: languages }[of];
  return known === null || labels.every((label) => known.includes(label));
}
