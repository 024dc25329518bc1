// Pages that belong to no article. http never renders, so it asks here.

import { articlePath } from "../model/address.ts";
import { renderAboutJsonFeed } from "../pages/about-json-feed.tsx";
import { type FeedCard, renderHomePage } from "../pages/home.tsx";
import { renderNotice } from "../pages/notice.tsx";
import type { Deps } from "../ports.ts";

export type Home = {
  readonly html: string;
  readonly version: number; // of the feed that changed last; 0 when none was published
};

/** The front page, from what the feeds' records say of themselves: one list, and no feed is opened. */
export async function composeHome({
  feeds,
  listFeedCards,
}: Pick<Deps, "feeds" | "listFeedCards">): Promise<Home> {
  const facts = await listFeedCards();
  const cards = [...feeds.values()].map((feed): FeedCard => {
    const latest = facts.get(feed.slug)?.latest ?? [];
    return {
      feed,
      latest: latest.map(({ title, key, slug, publishedAt, language }) => ({
        title,
        path: articlePath(feed.slug, key, slug),
        publishedAt,
        language,
      })),
    };
  });
  const versions = [...facts.values()].map(({ version }) => version);
  return { html: renderHomePage(cards), version: Math.max(0, ...versions) };
}

/** A page for a person who asked for something that isn't there. */
export const composeNotice = (title: string, detail: string): string => renderNotice(title, detail);

/** What `_edgewire` in a JSON Feed means. */
export const composeAboutJsonFeed = (): string => renderAboutJsonFeed();
