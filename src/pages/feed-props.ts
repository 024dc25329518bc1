// What the page of a feed, or of a part of it, is made from.

import type { Feed } from "../model/feed.ts";
import type { NamedLabel, Place } from "../model/place.ts";

export type FeedPageProps = {
  readonly feed: Feed;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
  readonly place: Extract<Place, { kind: "head" | "derived" }>;
  readonly latest: readonly LatestArticle[]; // newest first
  readonly tags: readonly NamedLabel[];
};

export type LatestArticle = {
  readonly title: string;
  readonly path: string; // of our page of it
  readonly publishedAt: number; // ms since 1970 UTC
  readonly language: string | null; // BCP 47; null: the feed's
  readonly summary: string | null; // plain text
};
