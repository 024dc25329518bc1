// What the head of a page says of its article.
//
// Sources: https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names,
// https://ogp.me/#type_article

import { languageTagOf } from "../../model/language.ts";
import type { Submission, SubmittedAuthor } from "../submission.ts";
import { readJsonLd } from "./json-ld.ts";
import { findAll, named, type PageElement } from "./page-tree.ts";

export type PageFacts = Pick<
  Submission,
  | "url"
  | "baseUrl"
  | "title"
  | "summary"
  | "image"
  | "imageAlt"
  | "imageWidth"
  | "imageHeight"
  | "authors"
  | "tags"
  | "language"
  | "datePublished"
  | "dateModified"
> & {
  /** What `<title>` says, which often has the site's name in it. */
  readonly documentTitle: string | null;
};

/** Read a page's metadata. @param address where the page is from; null when nobody said */
export function readPageFacts(page: PageElement, address: string | null): PageFacts {
  const meta = metaOf(page);
  const first = (...names: readonly string[]) =>
    names.map((name) => meta.get(name)?.[0]).find(isSaid) ?? null;
  const base = absolute(findAll(page, named("base"))[0]?.attributes["href"] ?? null, address);
  const canonical = findAll(
    page,
    ({ name, attributes }) => name === "link" && /\bcanonical\b/i.test(attributes["rel"] ?? ""),
  )[0];
  const said =
    [canonical?.attributes["href"], first("og:url")]
      .map((href) => absolute(href ?? null, base))
      .find((url) => url !== null && !isFrontPage(url)) ?? null;
  const linked = readJsonLd(
    findAll(
      page,
      ({ name, attributes }) => name === "script" && /ld\+json/i.test(attributes["type"] ?? ""),
    ).map(({ children }) => children.filter((child) => typeof child === "string").join("")),
    address ?? said,
  );
  const linkedAddress = absolute(linked?.url ?? null, base);
  const image = first(
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
  );
  const isLinked = linked?.image != null && (image === null || linked.image.url === image);
  const size = (name: string) => Number.parseInt(first(name) ?? "", 10) || null;
  const [title] = findAll(page, named("title"));
  return {
    url: address ?? said ?? (linkedAddress !== null && !isFrontPage(linkedAddress) ? linkedAddress : null),
    baseUrl: base,
    documentTitle:
      title === undefined ? null : title.children.filter((child) => typeof child === "string").join(""),
    title: linked?.headline ?? first("og:title", "twitter:title", "dc.title"),
    summary:
      linked?.description ?? first("og:description", "description", "twitter:description", "dc.description"),
    image: image ?? linked?.image?.url ?? null,
    imageAlt: image === null ? null : first("og:image:alt", "twitter:image:alt"),
    imageWidth: size("og:image:width") ?? (isLinked ? linked.image.width : null),
    imageHeight: size("og:image:height") ?? (isLinked ? linked.image.height : null),
    authors: authorsOf(linked?.authors ?? [], meta),
    tags: tagsOf(linked?.keywords ?? [], meta),
    language: languageOf(page, meta, linked?.language ?? null),
    datePublished:
      linked?.datePublished ??
      first(
        "article:published_time",
        "og:published_time",
        "parsely-pub-date",
        "dc.date",
        "dcterms.created",
        "date",
        "pubdate",
      ),
    dateModified:
      linked?.dateModified ??
      first("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"),
  };
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== "";

type Meta = ReadonlyMap<string, readonly string[]>;

const MOST_VALUES = 1_000; // of one name

function metaOf(page: PageElement): Meta {
  const meta = new Map<string, string[]>();
  for (const { attributes } of findAll(page, named("meta"))) {
    const name = (attributes["property"] ?? attributes["name"] ?? attributes["http-equiv"] ?? "")
      .trim()
      .toLowerCase();
    const { content } = attributes;
    if (name === "" || content === undefined) continue;
    const known = meta.get(name);
    if (known === undefined) meta.set(name, [content]);
    else if (known.length < MOST_VALUES) known.push(content);
  }
  return meta;
}

/** Some sites say of every page that it is their front page: no article is there. */
const isFrontPage = (url: string): boolean => new URL(url).pathname === "/" && new URL(url).search === "";

/** @returns null for what is no address of the web, so that it can be looked for elsewhere */
function absolute(href: string | null, base: string | null): string | null {
  const url = href === null ? null : URL.parse(href.trim(), base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

function authorsOf(linked: readonly SubmittedAuthor[], meta: Meta): readonly SubmittedAuthor[] {
  if (linked.length > 0) return linked;
  const names = ["author", "parsely-author", "article:author", "dc.creator"].map(
    (name) => meta.get(name)?.filter(isSaid) ?? [],
  );
  const found = names.find((list) => list.some((name) => !/^https?:/.test(name))) ?? [];
  return found.filter((name) => !/^https?:/.test(name)).map((name) => ({ name, url: null, avatar: null }));
}

function tagsOf(keywords: readonly string[], meta: Meta): readonly string[] {
  if (keywords.length > 0) return keywords;
  const tags = meta.get("article:tag") ?? [];
  if (tags.length > 0) return tags;
  return (meta.get("keywords") ?? meta.get("news_keywords") ?? [])
    .flatMap((list) => list.split(/[,;，、]/))
    .map((tag) => tag.trim());
}

function languageOf(page: PageElement, meta: Meta, linked: string | null): string | null {
  const [html] = findAll(page, named("html"));
  const said = [
    html?.attributes["lang"],
    html?.attributes["xml:lang"],
    linked,
    meta.get("content-language")?.[0],
    meta.get("og:locale")?.[0],
  ];
  // Only a tag counts: pages say "english", or several at once.
  const tags = said
    .map((tag) => (tag ?? "").trim().replace("_", "-"))
    .filter((tag) => /^[a-z]{2,3}(?:-|$)/i.test(tag));
  return tags.map(languageTagOf).find((tag) => tag !== null) ?? null;
}
