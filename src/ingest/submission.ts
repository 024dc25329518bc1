// One article as its adapter read it: the shape that every way in leads to.
// Nothing here is clean or checked for meaning yet; `normalize` does that.

import type { Dropped } from "../model/receipt.ts";

export type SubmittedAuthor = {
  readonly name: string | null;
  readonly url: string | null;
  readonly avatar: string | null;
};

/** "" for what isn't said. */
export type SubmittedFile = {
  readonly url: string;
  readonly mediaType: string;
};

export type SubmittedAttachment = SubmittedFile & {
  readonly title: string | null;
  readonly lengthBytes: number | null;
  readonly durationSeconds: number | null;
};

/** What it says of itself as an episode of a podcast. */
export type SubmittedEpisode = {
  readonly number: number | null;
  readonly season: number | null;
  readonly type: string | null;
  readonly explicit: boolean | null;
  readonly transcripts: readonly (SubmittedFile & { readonly language: string | null })[];
  readonly chapters: SubmittedFile | null;
};

export type Submission = {
  readonly id: string | null;
  readonly url: string | null;
  readonly baseUrl: string | null; // what relative URLs are relative to, where it isn't `url`
  readonly externalUrl: string | null;
  readonly slug: string | null; // for the article's address; null: of its title
  readonly title: string | null;
  readonly contentHtml: string | null; // as it came: not safe
  readonly markdown: string | null; // what contentHtml was made of, if it was Markdown
  readonly contentText: string | null; // the same without markup: counts where no HTML is left
  readonly summary: string | null;
  readonly image: string | null;
  readonly imageAlt: string | null;
  readonly imageCaption: string | null;
  readonly imageCredit: string | null;
  readonly imageWidth: number | null; // pixels
  readonly imageHeight: number | null;
  readonly authors: readonly SubmittedAuthor[];
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly attachments: readonly SubmittedAttachment[];
  readonly episode: SubmittedEpisode;
  /** Whether it may be seen; null: yes, once its date has come. */
  readonly status: "draft" | "scheduled" | "published" | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  /** It was read out of what was written for people: a field that can't be used is left out, not refused. */
  readonly isScraped: boolean;
  /** It comes from a system that reads no errors: a field that can't be used is left out too, not refused. */
  readonly isLenient: boolean;
  readonly dropped: readonly Dropped[]; // what the adapter itself left out
};

const NO_EPISODE: SubmittedEpisode = {
  number: null,
  season: null,
  type: null,
  explicit: null,
  transcripts: [],
  chapters: null,
};

export const EMPTY_SUBMISSION: Submission = {
  id: null,
  url: null,
  baseUrl: null,
  externalUrl: null,
  slug: null,
  title: null,
  contentHtml: null,
  markdown: null,
  contentText: null,
  summary: null,
  image: null,
  imageAlt: null,
  imageCaption: null,
  imageCredit: null,
  imageWidth: null,
  imageHeight: null,
  authors: [],
  tags: [],
  language: null,
  attachments: [],
  episode: NO_EPISODE,
  status: null,
  datePublished: null,
  dateModified: null,
  isScraped: false,
  isLenient: false,
  dropped: [],
};
