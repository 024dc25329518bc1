// A podcast: what Apple Podcasts requires is an error, what the Podcast Standards
// Project's PSP-1 recommends besides is advice.
//
// Sources: Apple, "Podcast RSS feed requirements", https://podcasters.apple.com/support/823-podcast-requirements,
// and "A Podcaster's Guide to RSS"; PSP-1, https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification

import type { Feed } from "../feed.ts";
import { advice, error, type Finding, type Findings, shown } from "../finding.ts";
import { NAMESPACES, PODCAST_ALIAS } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { APPLE_CATEGORIES } from "./apple-categories.ts";
import { checkArtwork } from "./artwork.ts";
import { checkEpisodes } from "./episodes.ts";
import { APPLE, PSP } from "./podcast-source.ts";

export function checkPodcastShow(feed: Feed): Findings {
  if (feed.format !== "rss")
    return [
      error(
        "podcast-format",
        "the feed",
        "Make it an RSS 2.0 feed: podcast directories take no other.",
        APPLE,
      ),
    ];
  const { channel, items } = feed;
  return [
    ...checkRequired(channel),
    ...checkDescription(channel),
    ...checkCategories(channel),
    ...checkArtwork(channel),
    ...(feed.encoding === "utf-8"
      ? []
      : [error("podcast-encoding", "line 1", `Write the feed in UTF-8, not ${feed.encoding}.`, APPLE)]),
    ...checkRecommended(channel),
    ...checkEpisodes(channel, items),
  ];
}

function checkRequired(channel: XmlElement): Finding[] {
  // RSS itself asks for a title and a link.
  const own = ["description", "language"].filter((name) => textOf(channel, "", name) === "");
  const apples = ["image", "category", "explicit"].filter(
    (name) => childOf(channel, NAMESPACES.itunes, name) === undefined,
  );
  return [...own, ...apples.map((name) => `itunes:${name}`)].map((name) =>
    error(
      `podcast-show-${name.replace("itunes:", "")}`,
      lineOf(channel),
      `Give the show its <${name}>: Apple lists none without.`,
      APPLE,
    ),
  );
}

function checkDescription(channel: XmlElement): Finding[] {
  const sizeBytes = new TextEncoder().encode(textOf(channel, "", "description")).length;
  return sizeBytes > 4_000
    ? [
        error(
          "podcast-show-description",
          lineOf(channel),
          `Make the description 4000 bytes at most: it has ${sizeBytes}.`,
          APPLE,
        ),
      ]
    : [];
}

function checkCategories(channel: XmlElement): Finding[] {
  return childrenOf(channel, NAMESPACES.itunes, "category").flatMap((category) => {
    const text = category.attributes["text"] ?? "";
    const below = APPLE_CATEGORIES[text];
    if (below === undefined) return [notListed(category, Object.keys(APPLE_CATEGORIES))];
    return childrenOf(category, NAMESPACES.itunes, "category")
      .filter(({ attributes }) => !below.includes(attributes["text"] ?? ""))
      .map((subcategory) => notListed(subcategory, below));
  });
}

function notListed(category: XmlElement, allowed: readonly string[]): Finding {
  const text = category.attributes["text"] ?? "";
  const meant = allowed.find((name) => name.toLowerCase() === text.toLowerCase());
  const change =
    meant !== undefined
      ? `write it as ${shown(meant)}`
      : allowed.length > 0
        ? `write one of ${allowed.join(", ")}`
        : "leave it out: this category has no subcategories";
  return error("podcast-category", lineOf(category), `Category ${shown(text)}: ${change}.`, APPLE);
}

// PSP-1 requires a link and an atom:link rel="self" besides; the rules for RSS ask for both.
function checkRecommended(channel: XmlElement): Finding[] {
  const hasPodcast = (name: string): boolean =>
    [NAMESPACES.podcast, PODCAST_ALIAS].some((namespace) => childOf(channel, namespace, name) !== undefined);
  return [
    ...["guid", "locked"]
      .filter((name) => !hasPodcast(name))
      .map((name) => advice(`podcast-show-${name}`, lineOf(channel), `Add <podcast:${name}>.`, PSP)),
    ...(textOf(channel, NAMESPACES.itunes, "author") === ""
      ? [advice("podcast-show-author", lineOf(channel), "Add <itunes:author>.", PSP)]
      : []),
  ];
}
