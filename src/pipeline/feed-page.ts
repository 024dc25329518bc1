// The page of a feed, or of a part of it, for people who may subscribe.

import { articlePath } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import { headlineOf } from "../model/headline.ts";
import type { Place } from "../model/place.ts";
import { summaryOf } from "../model/summary.ts";
import { renderFeedPage } from "../pages/feed-page.tsx";
import type { JournalDeps } from "../ports/journal.ts";

/** How many of its tags a feed's page links to. */
const MOST_TAGS = 40;

/** @param latest newest first */
export function composeFeedPage(
  { feed, publicOrigin, tables }: JournalDeps,
  place: Exclude<Place, { readonly kind: "archive" }>,
  latest: readonly Article[],
): string {
  return renderFeedPage({
    feed,
    publicOrigin,
    place,
    latest: latest.map((article) => ({
      title: headlineOf(article),
      path: articlePath(feed.slug, article.key, article.slug),
      publishedAt: article.publishedAt,
      language: article.language === feed.language ? null : article.language,
      summary: summaryOf(article),
    })),
    tags: tables.mostUsedTags(MOST_TAGS),
  });
}
