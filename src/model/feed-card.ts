// What a feed's KV record says of itself without being read: what `/` lists, and
// how many sitemaps it has.
//
// KV keeps at most 1,024 bytes beside a value. It travels in a header, where a
// title in Japanese is no text, so it is written in base64.

import { languageTagOf } from "./language.ts";
import { cutAtWord } from "./summary.ts";

export type CardArticle = {
  readonly title: string; // shortened where it had to be
  readonly key: string;
  readonly slug: string; // "" when it didn't fit: the key alone leads to the right address
  readonly publishedAt: number; // ms since 1970 UTC
  readonly language: string | null; // BCP 47; null: the feed's
};

export type FeedCardFacts = {
  readonly version: number;
  readonly mapped: number; // how many of its articles are in sitemaps
  readonly latest: readonly CardArticle[]; // newest first, as many as fit
};

/** How many articles of a feed `/` shows. */
export const MOST_CARD_ARTICLES = 5;

// In base64 and its quotes this is 1,018.
const MOST_BYTES = 760;

// A whole title first. A script whose letters take three bytes has half the letters on a line.
const TITLE_CHARACTERS = [200, 70, 50, 35];

/** As many of the newest articles as fit: titles are cut before an article is left out, slugs before titles. */
export function makeCard(
  facts: Omit<FeedCardFacts, "latest">,
  articles: readonly CardArticle[],
): FeedCardFacts {
  for (let count = Math.min(articles.length, MOST_CARD_ARTICLES); count > 0; count -= 1)
    for (const most of TITLE_CHARACTERS) {
      const latest = articles
        .slice(0, count)
        .map((article) => ({ ...article, title: shorten(article.title, most), slug: "" }));
      if (fits({ ...facts, latest })) return withSlugs({ ...facts, latest }, articles);
    }
  return { ...facts, latest: [] };
}

function shorten(title: string, most: number): string {
  const characters = Array.from(title);
  return characters.length <= most ? title : cutAtWord(characters, most);
}

/** The newest first: a slug spares its reader a redirect. */
function withSlugs(bare: FeedCardFacts, articles: readonly CardArticle[]): FeedCardFacts {
  let card = bare;
  for (const { key, slug } of articles) {
    const latest = card.latest.map((article) => (article.key === key ? { ...article, slug } : article));
    if (fits({ ...card, latest })) card = { ...card, latest };
  }
  return card;
}

const fits = (facts: FeedCardFacts): boolean => bytesOf(facts).byteLength <= MOST_BYTES;

const bytesOf = (facts: FeedCardFacts): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(compact(facts)));

// Without the names of the fields there is room for an article more.
const compact = ({ version, mapped, latest }: FeedCardFacts) => ({
  version,
  mapped,
  latest: latest.map(({ title, key, slug, publishedAt, language }) => [
    ...[title, key, slug, publishedAt],
    ...(language === null ? [] : [language]),
  ]),
});

/** As it is kept. */
export const packCard = (facts: FeedCardFacts): string => btoa(String.fromCharCode(...bytesOf(facts)));

/**
 * @returns null for what isn't a card. One that an earlier Worker wrote names its
 *   newest article alone, or counts none for the sitemaps
 */
export function openCard(metadata: unknown): FeedCardFacts | null {
  const card = typeof metadata === "string" ? parse(metadata) : null;
  if (typeof card !== "object" || card === null) return null;
  if (!("version" in card) || typeof card.version !== "number") return null;
  const listed = "latest" in card && Array.isArray(card.latest) ? card.latest : [];
  const newest = "newest" in card ? openNewest(card.newest) : [];
  const mapped = "mapped" in card && typeof card.mapped === "number" ? card.mapped : 0;
  return { version: card.version, mapped, latest: [...newest, ...listed.flatMap(openArticle)] };
}

function parse(metadata: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(metadata), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null; // neither base64 nor JSON: nobody here wrote it
  }
}

const openNewest = (newest: unknown): CardArticle[] =>
  typeof newest === "object" &&
  newest !== null &&
  "title" in newest &&
  "key" in newest &&
  "slug" in newest &&
  "publishedAt" in newest
    ? openArticle([newest.title, newest.key, newest.slug, newest.publishedAt])
    : [];

function openArticle(fields: unknown): CardArticle[] {
  const [title, key, slug, publishedAt, language]: unknown[] = Array.isArray(fields) ? fields : [];
  return typeof title === "string" &&
    typeof key === "string" &&
    typeof slug === "string" &&
    typeof publishedAt === "number"
    ? [
        {
          title,
          key,
          slug,
          publishedAt,
          language: typeof language === "string" ? languageTagOf(language) : null,
        },
      ]
    : [];
}
