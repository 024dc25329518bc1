// Google News, by RSS or Atom.
//
// Source: Google, Publisher Center Help, "Technical feed requirements",
// https://support.google.com/news/publisher-center/answer/9545420

import { declaredLinks } from "../extensions/links.ts";
import type { Feed } from "../feed.ts";
import { advice, error, type Finding, type Findings, warning } from "../finding.ts";
import { hasScriptOrStyle } from "../values/markup.ts";
import { lineOf } from "../xml/xml-tree.ts";
import { sayOnce } from "./missing.ts";
import { type NewsArticle, newsFeedOf } from "./news-feed.ts";

const SOURCE =
  "Google News feed requirements, https://support.google.com/news/publisher-center/answer/9545420";
const MAX_FEED_BYTES = 2_000_000;
const MAX_ARTICLE_BYTES = 1_000_000;
const MAX_ARTICLES = 60;

export function checkGoogleNews(feed: Feed): Findings {
  if (feed.format === "json")
    return [
      error(
        "google-news-format",
        "the feed",
        "Give Google News the RSS or Atom feed: it reads no JSON Feed.",
        SOURCE,
      ),
    ];
  const { head, articles } = newsFeedOf(feed);
  const isRss = feed.format === "rss";
  return [
    ...(feed.sizeBytes > MAX_FEED_BYTES
      ? [
          error(
            "google-news-size",
            "the feed",
            `Make the feed 2 MB at most: it has ${feed.sizeBytes} bytes.`,
            SOURCE,
          ),
        ]
      : []),
    ...(articles.length > MAX_ARTICLES
      ? [
          warning(
            "google-news-articles",
            lineOf(head),
            `Keep ${MAX_ARTICLES} articles at most: of more new ones than that it reads no more (here are ${articles.length}).`,
            SOURCE,
          ),
        ]
      : []),
    ...(feed.encoding === "utf-8"
      ? []
      : [
          warning("google-news-encoding", "line 1", `Write the feed in UTF-8, not ${feed.encoding}.`, SOURCE),
        ]),
    ...(isRss ? checkIdentity(articles) : []),
    ...articles.flatMap(checkArticle),
    ...checkFullText(articles, isRss),
    ...(declaredLinks(feed).hubs.length > 0
      ? []
      : [
          advice(
            "google-news-hub",
            lineOf(head),
            'Name a WebSub hub (rel="hub"): without one, Google News comes by every 30 minutes.',
            SOURCE,
          ),
        ]),
  ];
}

// Atom asks for both by itself.
function checkIdentity(articles: readonly NewsArticle[]): Finding[] {
  const elements = articles.map(({ element }) => element);
  const lacking = (field: "id" | "date") =>
    articles.filter((article) => article[field] === "").map(({ element }) => element);
  return [
    ...sayOnce(
      error,
      "google-news-id",
      lacking("id"),
      elements,
      "Give every article a <guid>: Google News tells articles apart by it",
      SOURCE,
    ),
    ...sayOnce(
      error,
      "google-news-date",
      lacking("date"),
      elements,
      "Give every article a <pubDate>: Google News sees by it that one was changed",
      SOURCE,
    ),
  ];
}

function checkArticle({ element, summary, content }: NewsArticle): Finding[] {
  const sizeBytes = new TextEncoder().encode(summary + content).length;
  return [
    ...(sizeBytes > MAX_ARTICLE_BYTES
      ? [
          error(
            "google-news-article-size",
            lineOf(element),
            `Make the article 1 MB at most: its text has ${sizeBytes} bytes.`,
            SOURCE,
          ),
        ]
      : []),
    ...(hasScriptOrStyle(content === "" ? summary : content)
      ? [
          advice(
            "google-news-script",
            lineOf(element),
            "Leave <script>, <style> and style attributes out of the text: Google News removes them.",
            SOURCE,
          ),
        ]
      : []),
  ];
}

const checkFullText = (articles: readonly NewsArticle[], isRss: boolean): Finding[] =>
  sayOnce(
    advice,
    "google-news-full-text",
    articles.filter(({ content }) => content === "").map(({ element }) => element),
    articles.map(({ element }) => element),
    `Give the full text in ${isRss ? "<content:encoded>" : "<content>"}`,
    SOURCE,
  );
