// Apple News, for channels that deliver by RSS or Atom.
//
// Source: Apple, News Publisher User Guide, "RSS guidelines for Apple News",
// https://support.apple.com/guide/news-publisher/apdc2c7520ff/icloud

import type { Feed } from "../feed.ts";
import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { hasRegion } from "../values/languages.ts";
import { plainTextFault } from "../values/markup.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { type NewsArticle, newsFeedOf } from "./news-feed.ts";

const SOURCE =
  "Apple News RSS guidelines, https://support.apple.com/guide/news-publisher/apdc2c7520ff/icloud";
const [SHORTEST, LONGEST] = [15, 60];

export function checkAppleNews(feed: Feed): Findings {
  if (feed.format === "json")
    return [
      error(
        "apple-news-format",
        "the feed",
        "Give Apple News the RSS or Atom feed: it reads no JSON Feed.",
        SOURCE,
      ),
    ];
  const news = newsFeedOf(feed);
  return [
    ...(feed.encoding === "utf-8"
      ? []
      : [error("apple-news-encoding", "line 1", `Write the feed in UTF-8, not ${feed.encoding}.`, SOURCE)]),
    // RSS asks for a title and a link by itself, Atom for a title.
    ...(feed.format === "atom" ? required(news.head, { link: news.link }) : []),
    ...checkLanguage(news.head, news.language),
    ...news.articles.flatMap(checkArticle),
    ...checkFullText(news.articles),
  ];
}

const required = (element: XmlElement, fields: Readonly<Record<string, string>>): Finding[] =>
  Object.entries(fields)
    .filter(([, value]) => value === "")
    .map(([name]) =>
      error(
        `apple-news-${name}`,
        lineOf(element),
        `Give <${element.local}> its ${name}: Apple News requires it.`,
        SOURCE,
      ),
    );

function checkLanguage(head: XmlElement, language: string): Finding[] {
  if (hasRegion(language)) return [];
  const message =
    language === ""
      ? "Say the language with its country, as in en-GB."
      : `Say the country too: en-GB rather than en. The language is ${shown(language)}.`;
  return [error("apple-news-language", lineOf(head), message, SOURCE)];
}

function checkArticle({ element, title, link, summary, content }: NewsArticle): Finding[] {
  const findings = required(element, { title, link, description: summary === "" ? content : summary });
  if (plainTextFault(title) !== null)
    findings.push(
      warning(
        "apple-news-title",
        lineOf(element),
        `Take HTML out of the title ${shown(title)}: it is stripped.`,
        SOURCE,
      ),
    );
  if (title !== "" && (title.length < SHORTEST || title.length > LONGEST))
    findings.push(
      advice(
        "apple-news-title-length",
        lineOf(element),
        `Make the title ${SHORTEST} to ${LONGEST} characters long: ${shown(title)} has ${title.length}.`,
        SOURCE,
      ),
    );
  return findings;
}

// Excerpts are taken too, so this is a wish.
function checkFullText(articles: readonly NewsArticle[]): Finding[] {
  const [first] = articles;
  if (first === undefined || articles.some(({ content }) => content !== "")) return [];
  const name =
    childOf(first.element, NAMESPACES.atom, "id") === undefined ? "<content:encoded>" : "<content>";
  return [
    advice(
      "apple-news-full-text",
      lineOf(first.element),
      `Give the full text in ${name}: Apple recommends it.`,
      SOURCE,
    ),
  ];
}
