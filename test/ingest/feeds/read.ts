// A feed as text, read as an import would.

import type { FeedEntry, ReadFeed } from "../../../src/ingest/feeds/feed.ts";
import { readFeed } from "../../../src/ingest/feeds/read-feed.ts";
import { normalize } from "../../../src/ingest/normalize.ts";

export const NOW = Date.UTC(2026, 10, 24, 6);
export const LIMITS = { maxBytes: 2 * 1_048_576, maxEntries: 5_000 };

export function feedOf(text: string, feedUrl: string | null = null): ReadFeed {
  const read = readFeed(text, feedUrl, LIMITS);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The first entry of a feed. */
export function entryOf(text: string, feedUrl: string | null = null): FeedEntry {
  const [entry] = feedOf(text, feedUrl).entries;
  if (!entry?.ok) throw new Error(JSON.stringify(entry));
  return entry.value;
}
export const submissionOf = (text: string, feedUrl: string | null = null) =>
  entryOf(text, feedUrl).submission;

/** The same as it would be stored. */
export function draftOf(text: string, feedUrl: string | null = null) {
  const normalized = normalize(submissionOf(text, feedUrl), NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value.draft;
}

export const rss = (item: string, attributes = ""): string =>
  `<rss version="2.0" ${MODULES} ${attributes}><channel><title>Harbour</title><link>https://quay.example/</link><item>${item}</item></channel></rss>`;

export const atom = (entry: string, attributes = ""): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${MODULES} ${attributes}><title>Harbour</title><entry>${entry}</entry></feed>`;

const MODULES = [
  'xmlns:a="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:wp="http://wordpress.org/export/1.2/"',
].join(" ");
