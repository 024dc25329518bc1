// The readers' copy: every key of the KV namespace, in one file.
//
//   feed:<feed>            the feed's bundle; metadata: its card
//   article:<feed>:<key>   the article's record
//   archive:<feed>:<n>     a closed archive's documents
//
// A withdrawn article keeps its key and says 410: KV remembers a missing key for a minute too.

import { type FeedCardFacts, openCard, packCard } from "../model/feed-card.ts";

const FEED_PREFIX = "feed:";
const feedKey = (feed: string): string => FEED_PREFIX + feed;
const archiveKey = (feed: string, number: number): string => `archive:${feed}:${number}`;
const articleKey = (feed: string, key: string): string => `article:${feed}:${key}`;

// The shortest that KV allows: a location sees a new version half a minute after the last look.
const FEED_CACHE_SECONDS = 30;

export const kvStore = (kv: KVNamespace) => ({
  loadFeedRecord: (feed: string): Promise<ArrayBuffer | null> =>
    kv.get(feedKey(feed), { type: "arrayBuffer", cacheTtl: FEED_CACHE_SECONDS }),

  loadArticleRecord: (feed: string, key: string): Promise<ArrayBuffer | null> =>
    kv.get(articleKey(feed, key), "arrayBuffer"),

  loadArchiveRecord: (feed: string, number: number): Promise<ArrayBuffer | null> =>
    kv.get(archiveKey(feed, number), "arrayBuffer"),

  putFeedRecord: (feed: string, record: Uint8Array, facts: FeedCardFacts): Promise<void> =>
    kv.put(feedKey(feed), record, { metadata: packCard(facts) }),

  putArticleRecord: (feed: string, key: string, record: Uint8Array): Promise<void> =>
    kv.put(articleKey(feed, key), record),

  putArchiveRecord: (feed: string, number: number, record: Uint8Array): Promise<void> =>
    kv.put(archiveKey(feed, number), record),

  loadFeedVersion: async (feed: string): Promise<number | null> => {
    const { metadata, value } = await kv.getWithMetadata(feedKey(feed), "stream");
    await value?.cancel();
    return openCard(metadata)?.version ?? null;
  },

  // One list tells of a thousand feeds; the metadata comes with it.
  listFeedCards: async (): Promise<ReadonlyMap<string, FeedCardFacts>> => {
    const keys: KVNamespaceListKey<unknown>[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const page: KVNamespaceListResult<unknown> = await kv.list({ prefix: FEED_PREFIX, cursor });
      keys.push(...page.keys);
      more = !page.list_complete;
      cursor = page.list_complete ? null : page.cursor;
    }
    return new Map(
      keys.flatMap(({ name, metadata }): [string, FeedCardFacts][] => {
        const card = openCard(metadata);
        return card === null ? [] : [[name.slice(FEED_PREFIX.length), card]];
      }),
    );
  },
});
