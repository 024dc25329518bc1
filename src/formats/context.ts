// What every format is rendered from, and what they all derive in the same way.

import { articlePath } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";

export type RenderContext = {
  readonly feed: Feed;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
};

/** A feed at one moment: what a document is made of. */
export type FeedSnapshot = RenderContext & {
  readonly articles: readonly Article[]; // newest first
  readonly feedUri: string; // RFC 4151, given once: outlives a change of title and of domain
  readonly changedAt: number; // ms since 1970 UTC: when anything in the feed last changed
};

/** Where a reader goes from the feed: to the publisher's own page, else to ours. */
export const linkOf = (article: Article, { publicOrigin }: RenderContext): string =>
  article.sourceUrl ?? pageUrlOf(article, publicOrigin);

export const pageUrlOf = ({ feed, key, slug }: Article, publicOrigin: string): string =>
  publicOrigin + articlePath(feed, key, slug);

/** The authors that a format names: the article's, else the feed's. */
export const authorsOf = (article: Article, { feed }: RenderContext) =>
  article.authors.length > 0 ? article.authors : feed.authors;

/** The article's language where it isn't the feed's. */
export const ownLanguageOf = ({ language }: Article, { feed }: RenderContext): string | null =>
  language === feed.language ? null : language;
