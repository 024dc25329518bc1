// What an article is. Every format and page is derived from `Article` alone.
//
// A field that may be absent is null, never undefined or "": a renderer asks once.

import type { Episode } from "./episode.ts";

export type Author = {
  readonly name: string; // plain text
  readonly url: string | null;
  readonly avatar: string | null;
};

/** The picture at the head of an article. A scraped text often has its caption without its URL. */
export type LeadImage = {
  readonly url: string | null;
  readonly alt: string; // "" when nobody described it
  readonly width: number | null; // pixels; null with height when nobody said
  readonly height: number | null;
  readonly caption: string | null;
  readonly credit: string | null;
};

export type Attachment = {
  readonly url: string;
  readonly mediaType: string; // as in "audio/mpeg"
  readonly title: string | null;
  readonly lengthBytes: number | null;
  readonly durationSeconds: number | null;
};

/** One submission after normalizing: what a publisher says of an article, clean and safe. */
export type Draft = {
  readonly sourceId: string | null; // the publisher's own id, verbatim
  readonly sourceUrl: string | null; // where the publisher has it; absolute http(s)
  readonly externalUrl: string | null; // what the article is about, elsewhere
  readonly slug: string; // "" when the title has no letter or digit
  readonly title: string | null; // plain text, never markup
  readonly contentHtml: string; // sanitized: safe to serve as it is; "" for none
  readonly markdown: string | null; // the Markdown that it came in, where that is as safe as contentHtml
  readonly summary: string | null; // plain text
  readonly image: LeadImage | null;
  readonly authors: readonly Author[];
  readonly tags: readonly string[];
  readonly language: string | null; // BCP 47; null: the feed's
  readonly attachments: readonly Attachment[];
  readonly episode: Episode | null; // null: the publisher said nothing of one
  readonly publishedAt: number | null; // ms since 1970 UTC; null: the moment it is accepted
  readonly sourceUpdatedAt: number | null; // ms since 1970 UTC, as the publisher dates this state
  readonly ampWithheld: string | null; // what the content had that no AMP page can show; null: nothing
};

/** One article as the wire keeps it. */
export type Article = Omit<Draft, "publishedAt"> & {
  readonly feed: string; // the feed's slug
  readonly key: string; // names it everywhere, never changes
  readonly tagUri: string; // RFC 4151, given once: its id in feeds when the publisher has none
  readonly publishedAt: number; // ms since 1970 UTC
  readonly updatedAt: number; // ms since 1970 UTC, never before publishedAt
};

/** The id that feeds carry: the publisher's own when it gave one. */
export const articleId = (article: Pick<Article, "sourceId" | "tagUri">): string =>
  article.sourceId ?? article.tagUri;

/** LIVE is in the feed, SCHEDULED waits for its time, a DRAFT for its publisher's word, a TOMBSTONE was withdrawn. */
export type ArticleState = "live" | "scheduled" | "draft" | "tombstone";

export const ARTICLE_STATES: readonly ArticleState[] = ["live", "scheduled", "draft", "tombstone"];

/** It may come, and readers see nothing of it until then. */
export const isWaiting = (state: ArticleState): boolean => state === "scheduled" || state === "draft";
