// What every format is rendered from, and what they all derive in the same way.

import { articlePath, documentPath, placePath } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { Format } from "../model/format.ts";
import { HEAD, type Place } from "../model/place.ts";

export type RenderContext = {
  readonly feed: Feed;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
};

/** An article that was withdrawn. */
export type Tombstone = {
  readonly sourceId: string | null;
  readonly tagUri: string;
  readonly withdrawnAt: number; // ms since 1970 UTC
};

/** What a document says before and after its articles. */
export type DocumentContext = RenderContext & {
  readonly feedUri: string; // RFC 4151, given once: outlives a change of title and of domain
  readonly changedAt: number; // ms since 1970 UTC: when anything in the document last changed
  readonly place: Place;
  readonly archives: number; // how many are closed, so the number of the newest
  readonly pollSeconds: number | null; // how long it may be kept; null: for good
  readonly tombstones: readonly Tombstone[]; // oldest first: some readers heed only the last
};

/** A document at one moment. */
export type FeedSnapshot = DocumentContext & {
  readonly articles: readonly Article[]; // newest first
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

type Placed = Pick<DocumentContext, "feed" | "publicOrigin" | "place">;

/** The page that a document is the feed of. */
export const homePageOf = ({ feed, place, publicOrigin }: Placed): string =>
  place.kind === "derived" ? publicOrigin + placePath(feed.slug, place) : feed.homePage;

/** A derived feed is another than the whole, and an archive a part of the same. */
export const documentUriOf = ({
  feed,
  feedUri,
  place,
}: Pick<DocumentContext, "feed" | "feedUri" | "place">) =>
  place.kind === "derived"
    ? feedUri + placePath(feed.slug, place).slice(placePath(feed.slug, HEAD).length)
    : feedUri;

/** Where a document is, in a format. */
export const documentUrlOf = ({ feed, place, publicOrigin }: Placed, format: Format): string =>
  publicOrigin + documentPath(feed.slug, place, format);
