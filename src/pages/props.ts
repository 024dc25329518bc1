// What the article page and the AMP page are made from, and what both derive in the same way.

import { articlePath } from "../model/address.ts";
import type { Article, Author } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { directionOf } from "../model/language.ts";

export type ArticlePageProps = {
  readonly article: Article;
  readonly feed: Feed;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
};

/** Whether an article has an AMP page: where its feed wants one and nothing of substance would be missing. */
export const hasAmpPage = ({ article, feed }: Pick<ArticlePageProps, "article" | "feed">): boolean =>
  feed.amp && article.ampWithheld === null;

export const languageOf = ({ article, feed }: ArticlePageProps): string => article.language ?? feed.language;

/** Where our page of the article is. */
export const pageUrlOf = ({ article, feed, publicOrigin }: ArticlePageProps): string =>
  publicOrigin + articlePath(feed.slug, article.key, article.slug);

/** The article's one true address: the publisher's own page is the original; without one ours is. */
export const canonicalOf = (props: ArticlePageProps): string => props.article.sourceUrl ?? pageUrlOf(props);

/** Who the byline names: the article's authors, else the feed's. */
export const authorsOf = ({ article, feed }: ArticlePageProps): readonly Author[] =>
  article.authors.length > 0 ? article.authors : feed.authors.map((author) => ({ ...author, avatar: null }));

/**
 * The direction of the article's own part of the page where it isn't the page's.
 *
 * An article that doesn't say its language may be in another script than its
 * feed: its first letter decides. (In a feed that is written from the right
 * that would be wrong, where so many headlines begin with a name in Latin.)
 */
export const ownDirectionOf = ({ article, feed }: ArticlePageProps): "auto" | undefined =>
  article.language === null && directionOf(feed.language) === "ltr" ? "auto" : undefined;
