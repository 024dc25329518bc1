// Sitemaps, from what feeds' cards say and their journals list.

import { renderSitemap, renderSitemapIndex } from "../formats/sitemap.ts";
import { renderNewsSitemap } from "../formats/sitemap-news.ts";
import { articlePath, feedNewsPath, feedSitemapPath, placePath } from "../model/address.ts";
import type { Feed } from "../model/feed.ts";
import type { FeedCardFacts } from "../model/feed-card.ts";
import { HEAD } from "../model/place.ts";
import { countSitemaps, MOST_NEWS, NEWS_FOR } from "../model/sitemap.ts";
import type { Deps } from "../ports.ts";

type Needs = Pick<Deps, "feeds" | "publicOrigin">;
type Cards = ReadonlyMap<string, FeedCardFacts>;

/** The index of every sitemap of every feed that was published. */
export const composeSitemapIndex = ({ feeds, publicOrigin }: Needs, cards: Cards): string =>
  renderSitemapIndex(
    [...feeds.keys()].flatMap((feed) => {
      const card = cards.get(feed);
      if (card === undefined) return [];
      return Array.from(
        { length: countSitemaps(card.mapped) },
        (_, at) => publicOrigin + feedSitemapPath(feed, at + 1),
      );
    }),
  );

/**
 * One of a feed's sitemaps: the articles that its journal lists, and in the first the feed's page.
 *
 * @throws what the journal throws
 */
export async function composeSitemap(
  { publicOrigin, journalOf }: Pick<Deps, "publicOrigin" | "journalOf">,
  feed: string,
  number: number,
): Promise<string> {
  const articles = await journalOf(feed).sitemap(number);
  const page = { url: publicOrigin + placePath(feed, HEAD), modifiedAt: null };
  return renderSitemap([
    ...(number === 1 ? [page] : []),
    ...articles.map(({ key, slug, updatedAt }) => ({
      url: publicOrigin + articlePath(feed, key, slug),
      modifiedAt: updatedAt,
    })),
  ]);
}

/** The index of the news sitemaps of all feeds that were published, whether or not they have news. */
export const composeNewsIndex = ({ feeds, publicOrigin }: Needs, cards: Cards): string =>
  renderSitemapIndex(
    [...feeds.keys()].filter((feed) => cards.has(feed)).map((feed) => publicOrigin + feedNewsPath(feed)),
  );

/**
 * The news of these feeds together. A journal is asked only if its feed's card says that there is some.
 *
 * @throws what a journal throws: without one feed's news it would look as if they were gone
 */
export async function composeNews(
  { publicOrigin, journalOf, now }: Pick<Deps, "publicOrigin" | "journalOf" | "now">,
  feeds: readonly Feed[],
  cards: Cards,
): Promise<string> {
  const since = now() - NEWS_FOR;
  const asked = feeds.filter(({ slug }) =>
    cards.get(slug)?.latest.some(({ publishedAt }) => publishedAt > since),
  );
  const news = await Promise.all(
    asked.map(async (feed) =>
      (await journalOf(feed.slug).news(since)).map((article) => ({ ...article, feed })),
    ),
  );
  const newest = news
    .flat()
    .toSorted((one, other) => other.publishedAt - one.publishedAt)
    .slice(0, MOST_NEWS);
  return renderNewsSitemap(
    newest.map(({ feed, key, slug, title, publishedAt }) => ({
      publication: feed,
      url: publicOrigin + articlePath(feed.slug, key, slug),
      title,
      publishedAt,
    })),
  );
}
