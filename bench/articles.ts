// Articles to measure with: 5 KB each, of the length and mix that a newsroom's have.

import type { Article } from "../src/model/article.ts";
import type { FeedDefinition } from "../src/model/feed.ts";
import type { SourceDefinition } from "../src/model/source.ts";

/** Feeds that nothing is posted to but by the one who measures an idle feed. */
export const IDLE_FEEDS = 40;

export const benchSource: SourceDefinition = {
  name: "ghost",
  adapter: "ghost",
  scheme: "ghost",
  secret: "HOOK_SECRET",
};

export const benchFeed = (slug: string): FeedDefinition => ({
  slug,
  title: "Bench",
  description: "Measured again and again.",
  homePage: "https://news.example/",
  language: "en-GB",
  authors: [{ name: "The Desk" }],
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
  sources: [benchSource],
});

const SENTENCE =
  "The ferry left at nine and came back at noon, as it does on every other Monday of the year. ";
const LINKED =
  '<a href="https://news.example/tides?month=11&amp;quay=2">Fish &amp; chips</a> were to be had on the quay. ';

const paragraphsOf = (at: number): string =>
  Array.from(
    { length: 13 },
    (_, paragraph) => `<p>${at}.${paragraph} ${SENTENCE.repeat(3)}${LINKED}</p>`,
  ).join("\n");

/** An article in the vocabulary of JSON Feed, as a publisher posts it. */
export const submissionOf = (at: number): string =>
  JSON.stringify({
    id: `https://news.example/${at}`,
    url: `https://news.example/${at}`,
    title: `What the tide brought in, part ${at}`,
    content_html: paragraphsOf(at),
    markdown: null,
    summary: SENTENCE.trim(),
    image: `https://news.example/${at}.jpg`,
    image_caption: "The quay at noon",
    image_credit: "Harbour Archive",
    tags: ["tides", "ferries", "R&D"],
    authors: [{ name: "Harbour Desk" }],
    date_published: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
  });

/** The same as Ghost sends it. */
export const deliveryOf = (at: number): string =>
  JSON.stringify({
    post: {
      current: {
        id: at.toString(16).padStart(24, "0"),
        title: `What the tide brought in, part ${at}`,
        slug: `what-the-tide-brought-in-part-${at}`,
        html: paragraphsOf(at),
        status: "published",
        visibility: "public",
        updated_at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
        published_at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
        url: `https://news.example/${at}/`,
        feature_image: `https://news.example/${at}.jpg`,
        feature_image_caption: "The quay at noon",
        authors: [{ name: "Harbour Desk" }],
        tags: [{ name: "tides", slug: "tides", visibility: "public" }],
      },
      previous: {},
    },
  });

/** The same after it was taken in. */
export const articleOf = (at: number): Article => ({
  feed: "bench",
  key: at.toString().padStart(16, "0"),
  tagUri: `tag:wire.example,2026:bench/${at}`,
  sourceId: `https://news.example/${at}`,
  sourceUrl: `https://news.example/${at}`,
  externalUrl: null,
  slug: `what-the-tide-brought-in-part-${at}`,
  title: `What the tide brought in, part ${at}`,
  contentHtml: paragraphsOf(at),
  markdown: null,
  summary: SENTENCE.trim(),
  image: {
    url: `https://news.example/${at}.jpg`,
    alt: "",
    width: 1200,
    height: 800,
    caption: "The quay at noon",
    credit: "Harbour Archive",
  },
  authors: [{ name: "Harbour Desk", url: null, avatar: null }],
  tags: ["tides", "ferries", "R&D"],
  language: null,
  attachments: [],
  episode: null,
  publishedAt: Date.UTC(2026, 0, 1) + at * 60_000,
  updatedAt: Date.UTC(2026, 0, 1) + at * 60_000,
  sourceUpdatedAt: null,
  ampWithheld: null,
});
