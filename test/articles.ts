// Articles and feeds for tests: a plain one, with what a test is about laid over it.

import type { FeedSnapshot } from "../src/formats/context.ts";
import type { Article } from "../src/model/article.ts";
import { checkFeed } from "../src/model/check-feed.ts";
import type { Feed, FeedDefinition } from "../src/model/feed.ts";
import type { PodcastDefinition } from "../src/model/podcast.ts";

export const PUBLISHED_AT = Date.UTC(2026, 10, 20, 10, 5);

export const aDefinition = (over: Partial<FeedDefinition> = {}): FeedDefinition => ({
  slug: "world",
  title: "World Desk",
  description: "News from abroad.",
  homePage: "https://news.example/world",
  language: "en-GB",
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
  ...over,
});

export function aFeed(over: Partial<FeedDefinition> = {}): Feed {
  const checked = checkFeed(aDefinition(over));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

export const anArticle = (over: Partial<Article> = {}): Article => ({
  sourceId: null,
  sourceUrl: null,
  externalUrl: null,
  slug: "the-tide-is-in",
  title: "The tide is in",
  contentHtml: "<p>Mind the step.</p>",
  markdown: null,
  summary: null,
  image: null,
  authors: [],
  tags: [],
  language: null,
  attachments: [],
  episode: null,
  sourceUpdatedAt: null,
  ampWithheld: null,
  feed: "world",
  key: "0123456789abcdef",
  tagUri: "tag:wire.example,2026:world/0123456789abcdef",
  publishedAt: PUBLISHED_AT,
  updatedAt: PUBLISHED_AT,
  ...over,
});

export const aSnapshot = (over: Partial<FeedSnapshot> = {}): FeedSnapshot => ({
  feed: aFeed(),
  feedUri: "tag:wire.example,2026:world",
  publicOrigin: "https://wire.example",
  changedAt: PUBLISHED_AT,
  place: { kind: "head" },
  archives: 0,
  pollSeconds: 300,
  tombstones: [],
  articles: [anArticle()],
  ...over,
});

/** An article with something in every field. */
export const aFullArticle = (over: Partial<Article> = {}): Article =>
  anArticle({
    sourceId: "https://news.example/?p=42",
    sourceUrl: "https://news.example/2026/tide?a=1&b=2",
    externalUrl: "https://tides.example/table",
    summary: "High water at noon & again at midnight.",
    contentHtml:
      '<h2>Noon</h2>\n<p>Mind the <em>step</em> &amp; the <a href="https://quay.example/?a=1&amp;b=2">quay</a>.</p>',
    image: {
      url: "https://news.example/tide.jpg?w=1&h=2",
      alt: "A quay under water",
      width: 1600,
      height: 900,
      caption: "The quay at noon",
      credit: "Harbour Archive",
    },
    authors: [
      { name: "Harbour Desk", url: "https://news.example/desk", avatar: "https://news.example/desk.png" },
      { name: "Night Desk", url: null, avatar: null },
    ],
    tags: ["tides", "R&D", "<quay>"],
    language: "de-DE",
    attachments: [
      {
        url: "https://news.example/tide.mp3",
        mediaType: "audio/mpeg",
        title: "The sound of it",
        lengthBytes: 1234,
        durationSeconds: 61.4,
      },
      {
        url: "https://news.example/table.pdf",
        mediaType: "application/pdf",
        title: null,
        lengthBytes: null,
        durationSeconds: null,
      },
    ],
    updatedAt: PUBLISHED_AT + 60_000,
    ...over,
  });

/** An episode with something in every field: its sound comes after its notes. */
export const anEpisode = (over: Partial<Article> = {}): Article =>
  anArticle({
    attachments: [
      {
        url: "https://news.example/7.pdf",
        mediaType: "application/pdf",
        title: "Notes",
        lengthBytes: 99,
        durationSeconds: null,
      },
      {
        url: "https://news.example/7.mp3",
        mediaType: "audio/mpeg",
        title: null,
        lengthBytes: 1234,
        durationSeconds: 1799.6,
      },
    ],
    episode: {
      number: 7,
      season: 2,
      type: "full",
      explicit: true,
      transcripts: [
        { url: "https://news.example/7.vtt", mediaType: "text/vtt", language: "de-DE" },
        { url: "https://news.example/7.html", mediaType: "text/html", language: null },
      ],
      chapters: { url: "https://news.example/7.json", mediaType: "application/json+chapters" },
    },
    ...over,
  });

/** A show with something in every field. */
export const PODCAST: PodcastDefinition = {
  categories: ["Society & Culture > Documentary", "News"],
  explicit: false,
  type: "serial",
  author: "Harbour Desk & Friends",
  image: "https://news.example/show.jpg",
  owner: { name: "Harbour Desk", email: "desk@news.example" },
  guid: "9b024349-ccf0-5f69-a609-6b82873eab3c",
  locked: true,
};
