// Where things are: the one place that spells a path. The origin in front of it
// is always the configured PUBLIC_ORIGIN, never a request's header.

import { FORMAT_FACTS, type Format } from "./format.ts";
import type { LabelKind } from "./label.ts";
import { HEAD, type NamedLabel, type Place } from "./place.ts";

// Crockford's base32 in lower case: no i, l, o or u to mistake or to spell.
export const KEY_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
export const KEY_LENGTH = 16;
const KEY_SHAPE = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** Where people find what `_edgewire` means in our JSON Feed. */
export const ABOUT_JSON_PATH = "/about/json-feed";

/** The folder of a kind of derived feeds. */
export const LABEL_FOLDERS: Readonly<Record<LabelKind, string>> = {
  tag: "tags",
  author: "authors",
  language: "languages",
};

/** A feed, or a part of it, for people: the page, or by Accept one of its documents. */
export function placePath(feed: string, place: Place): string {
  switch (place.kind) {
    case "head":
      return `/feeds/${feed}`;
    case "archive":
      return `/feeds/${feed}/archive/${place.number}`;
    case "derived":
      return `/feeds/${feed}/${LABEL_FOLDERS[place.of]}/${place.labels.map(({ label }) => encodeURIComponent(label)).join("+")}`;
  }
}

/**
 * The page of the articles that share a label.
 *
 * @returns null for a label that a browser takes for "here" or "one up", however it is escaped
 */
export const labelPath = (feed: string, of: LabelKind, label: NamedLabel): string | null =>
  ["", ".", ".."].includes(label.label) ? null : placePath(feed, { kind: "derived", of, labels: [label] });

export const documentPath = (feed: string, place: Place, format: Format): string =>
  `${placePath(feed, place)}/${FORMAT_FACTS[format].file}`;

/** The head document that readers subscribe to. */
export const feedPath = (feed: string, format: Format): string => documentPath(feed, HEAD, format);

/** Every feed, as an outline that readers import. */
export const OUTLINE_PATH = "/feeds.opml";

/** The index of all sitemaps, and the sitemap of news, or the index of those. */
export const SITEMAP_PATH = "/sitemap.xml";
export const NEWS_SITEMAP_PATH = "/sitemap-news.xml";

export const SECURITY_PATH = "/.well-known/security.txt";

/** @param number from 1, the oldest articles */
export const feedSitemapPath = (feed: string, number: number): string =>
  `${placePath(feed, HEAD)}/sitemap-${number}.xml`;

export const feedNewsPath = (feed: string): string => placePath(feed, HEAD) + NEWS_SITEMAP_PATH;

/** The public address of an article. A slug that no title gave is left out. */
export const articlePath = (feed: string, key: string, slug: string): string =>
  `/feeds/${feed}/articles/${slug === "" ? "" : `${encodeURIComponent(slug)}-`}${key}`;

/** Where Micropub clients write to a feed, and ask it. */
export const micropubPath = (feed: string): string => `${placePath(feed, HEAD)}/micropub`;

export const ampPath = (feed: string, key: string, slug: string): string =>
  `${articlePath(feed, key, slug)}/amp`;

/**
 * The key at the end of `{slug}-{key}` or of a bare `{key}`, in either case of letters.
 *
 * @returns null when the segment does not end in the shape of a key: nothing is worth asking for
 */
export function keyOfSegment(segment: string): string | null {
  const key = segment.slice(-KEY_LENGTH).toLowerCase();
  const before = segment.slice(0, -KEY_LENGTH);
  if (!KEY_SHAPE.test(key)) return null;
  return before === "" || before.endsWith("-") ? key : null;
}

/** The key of the article whose page this is. @returns null for an address elsewhere, or of another feed */
export function keyOfArticleUrl(address: string, publicOrigin: string, feed: string): string | null {
  const url = URL.parse(address);
  const start = articlePath(feed, "", "");
  if (url === null || url.origin !== publicOrigin || !url.pathname.startsWith(start)) return null;
  return keyOfSegment(url.pathname.slice(start.length));
}
