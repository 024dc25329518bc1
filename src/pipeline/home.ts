// The front page, from what the feeds' records say of themselves.

import { articlePath } from "../model/address.ts";
import { type FeedCard, renderHomePage } from "../pages/home.tsx";
import type { Deps } from "../ports.ts";

/** Render `/`: one list, and no feed is opened. */
export async function composeHome({
  feeds,
  listFeedCards,
}: Pick<Deps, "feeds" | "listFeedCards">): Promise<string> {
  const cards = await listFeedCards();
  return renderHomePage(
    [...feeds.values()].map((feed): FeedCard => {
      const newest = cards.get(feed.slug)?.newest ?? null;
      if (newest === null) return { feed, newest };
      const { title, key, slug, publishedAt } = newest;
      return { feed, newest: { title, path: articlePath(feed.slug, key, slug), publishedAt } };
    }),
  );
}
