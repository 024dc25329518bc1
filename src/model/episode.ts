// What an article is besides, when it is an episode of a podcast. Its sound is
// an attachment.

export const EPISODE_TYPES = ["full", "trailer", "bonus"] as const;
export type EpisodeType = (typeof EPISODE_TYPES)[number];

/** What is said in it, to be read. */
export type Transcript = {
  readonly url: string;
  readonly mediaType: string; // as in "text/vtt"
  readonly language: string | null; // BCP 47; null: the feed's
};

export type Chapters = {
  readonly url: string;
  readonly mediaType: string; // mostly "application/json+chapters"
};

export type Episode = {
  readonly number: number | null; // whole, from 1
  readonly season: number | null; // whole, from 1
  readonly type: EpisodeType | null;
  readonly explicit: boolean | null; // null: as the feed says
  readonly transcripts: readonly Transcript[];
  readonly chapters: Chapters | null;
};
