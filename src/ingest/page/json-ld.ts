// What a page says of its article to search engines.
//
// Source: https://schema.org/Article, in JSON-LD (https://www.w3.org/TR/json-ld11/).
// Publishers write every field in several shapes: a string, an object with a
// name, a list of either, a reference to another node of the graph.

import { MAX_AUTHORS } from "../../model/limits.ts";
import { parseJson } from "../json.ts";
import type { SubmittedAuthor } from "../submission.ts";

type Thing = Readonly<Record<string, unknown>>;

/** What was found; null or [] for what wasn't. */
export type LinkedArticle = {
  readonly headline: string | null;
  readonly description: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly authors: readonly SubmittedAuthor[];
  readonly keywords: readonly string[];
  readonly image: {
    readonly url: string;
    readonly width: number | null;
    readonly height: number | null;
  } | null;
  readonly language: string | null;
  readonly url: string | null;
};

const MOST_CHARACTERS = 300_000;
const MOST_ARTICLES = 50;
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/;

/**
 * Find the article among a page's scripts of JSON-LD.
 *
 * @param address the page's own, as its links say: of several articles, such as teasers, the one that is there
 * @returns null when none of them has one
 */
export function readJsonLd(scripts: readonly string[], address: string | null): LinkedArticle | null {
  const things = scripts.flatMap((script) => {
    const parsed =
      script.length > MOST_CHARACTERS ? null : parseJson(script.trim().replace(/^<!--|-->$/g, ""));
    return parsed?.ok ? thingsIn(parsed.value) : [];
  });
  const byId = new Map(things.map((thing) => [thing["@id"], thing]));
  const articles = things
    .filter((thing) => listOf(thing["@type"]).some((type) => typeof type === "string" && ARTICLE.test(type)))
    .slice(0, MOST_ARTICLES)
    .map((article) => readArticle(article, byId));
  return articles.find(({ url }) => url !== null && url === address) ?? articles[0] ?? null;
}

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value];

function thingsIn(value: unknown): Thing[] {
  return listOf(value).flatMap((one) => (isThing(one) ? [one, ...thingsIn(one["@graph"])] : []));
}

function readArticle(article: Thing, byId: ReadonlyMap<unknown, Thing>): LinkedArticle {
  const text = (name: string) => textIn(article[name]);
  const resolve = (value: unknown): unknown => {
    if (!isThing(value) || value["name"] !== undefined || value["url"] !== undefined) return value;
    return byId.get(value["@id"]) ?? value;
  };
  const keywords = listOf(article["keywords"]).flatMap((one) => textIn(one)?.split(",") ?? []);
  return {
    headline: text("headline") ?? text("name"),
    description: text("description"),
    datePublished: text("datePublished"),
    dateModified: text("dateModified"),
    authors: listOf(article["author"])
      .slice(0, MAX_AUTHORS)
      .flatMap((author) => authorIn(resolve(author))),
    keywords: keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== ""),
    image: imageIn(resolve(listOf(article["image"])[0])),
    language: text("inLanguage"),
    url: text("url") ?? textIn(idOf(article["mainEntityOfPage"])),
  };
}

const idOf = (value: unknown): unknown => (isThing(value) ? (value["@id"] ?? value["url"]) : value);

function textIn(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value === "number") return String(value);
  return isThing(value) ? textIn(value["name"] ?? value["@value"] ?? value["alternateName"]) : null;
}

function authorIn(author: unknown): SubmittedAuthor[] {
  const name = textIn(author);
  if (name === null) return [];
  const url = isThing(author) ? textIn(listOf(author["url"])[0] ?? listOf(author["sameAs"])[0]) : null;
  return [{ name, url, avatar: null }];
}

function imageIn(image: unknown): LinkedArticle["image"] {
  const url = isThing(image) ? textIn(image["url"] ?? image["contentUrl"]) : textIn(image);
  if (url === null) return null;
  const size = (name: string) => (isThing(image) ? sizeIn(image[name]) : null);
  return { url, width: size("width"), height: size("height") };
}

function sizeIn(value: unknown): number | null {
  const said = isThing(value) ? value["value"] : value;
  const number = typeof said === "number" ? said : Number.parseInt(typeof said === "string" ? said : "", 10);
  return Number.isFinite(number) ? Math.round(number) : null;
}
