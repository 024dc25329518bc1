// A podcast in RSS: what Apple's namespace says of a show and its episodes, and
// what Podcasting 2.0 adds. Nothing of it is in a feed that is none.
//
// Sources: https://podcasters.apple.com/support/823-podcast-requirements and
// https://podcasting2.org/docs/podcast-namespace

import type { Article } from "../model/article.ts";
import type { Episode } from "../model/episode.ts";
import type { Podcast } from "../model/podcast.ts";
import type { DocumentContext, RenderContext } from "./context.ts";
import { enclosedOf, isPlayed } from "./enclosure.ts";
import { element, optional } from "./xml.ts";

export const PODCAST_NAMESPACES = {
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
};

/** The channel's elements. */
export function podcastChannelOf({ feed, place }: Pick<DocumentContext, "feed" | "place">): string {
  const { podcast } = feed;
  if (podcast === null) return "";
  const authors = feed.authors.map(({ name }) => name).join(", ");
  return [
    element("itunes:author", {}, podcast.author ?? (authors || feed.title)),
    ...podcast.categories.map(categoryOf),
    element("itunes:explicit", {}, String(podcast.explicit)),
    imageOf(podcast.image ?? feed.image),
    optional("itunes:type", podcast.type),
    ownerOf(podcast),
    // What shares a tag is a part of the show, and must not pass for the whole.
    place.kind === "derived" ? "" : optional("podcast:guid", podcast.guid),
    optional("podcast:locked", podcast.locked === null ? null : podcast.locked ? "yes" : "no"),
  ].join("");
}

const categoryOf = ({ name, subcategory }: Podcast["categories"][number]): string =>
  element(
    "itunes:category",
    { text: name },
    subcategory === null ? null : [element("itunes:category", { text: subcategory }, null)],
  );

const imageOf = (href: string | null): string =>
  href === null ? "" : element("itunes:image", { href }, null);

const ownerOf = ({ owner }: Podcast): string =>
  owner === null
    ? ""
    : element("itunes:owner", {}, [
        element("itunes:name", {}, owner.name),
        element("itunes:email", {}, owner.email),
      ]);

/** An item's elements: none for what is no episode, such as a note between two. */
export function podcastItemOf(article: Article, { feed }: RenderContext): string {
  const enclosed = enclosedOf(article);
  const played = enclosed !== null && isPlayed(enclosed) ? enclosed : null;
  if (feed.podcast === null || (played === null && article.episode === null)) return "";
  const seconds = played?.durationSeconds ?? null;
  return [
    optional("itunes:duration", seconds === null ? null : String(Math.round(seconds))),
    imageOf(article.image?.url ?? null),
    article.episode === null ? "" : episodeOf(article.episode),
  ].join("");
}

function episodeOf({ number, season, type, explicit, transcripts, chapters }: Episode): string {
  const [ordinal, seasonOrdinal] = [number, season].map((of) => (of === null ? null : String(of)));
  return [
    optional("itunes:season", seasonOrdinal ?? null),
    optional("itunes:episode", ordinal ?? null),
    optional("itunes:episodeType", type),
    optional("itunes:explicit", explicit === null ? null : String(explicit)),
    optional("podcast:season", seasonOrdinal ?? null),
    optional("podcast:episode", ordinal ?? null),
    ...transcripts.map(({ url, mediaType, language }) =>
      element("podcast:transcript", { url, type: mediaType, language }, null),
    ),
    chapters === null
      ? ""
      : element("podcast:chapters", { url: chapters.url, type: chapters.mediaType }, null),
  ].join("");
}
