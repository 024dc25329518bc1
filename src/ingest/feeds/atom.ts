// Atom 1.0 (RFC 4287) and 0.3, entries in a feed or alone.

import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAuthor } from "../submission.ts";
import { lineOf, readAtomText } from "./atom-text.ts";
import { readEpisodeOf } from "./episodes.ts";
import type { FeedFacts, Surroundings } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { readFiles } from "./files.ts";
import { readName, readPerson } from "./people.ts";
import { baseOf, enter, resolve } from "./surroundings.ts";
import { statusOf } from "./unusable.ts";
import { attributeOf, childOf, childrenOf, findBelow, textAt, textOf } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

export function readAtomFeed(root: XmlElement, around: Surroundings): FeedFacts {
  const inside = enter(around, root);
  return {
    dialect: "atom",
    title: lineOf(readAtomText(childOf(root, "atom", "title"))),
    language: inside.language ?? textAt(root, "dc", "language"),
    url: pageOf(root, inside),
  };
}

/** The authors of a feed are those of entries that name none (§4.2.1). */
export const readAuthors = (parent: XmlElement): readonly SubmittedAuthor[] =>
  childrenOf(parent, "atom", "author").slice(0, MAX_AUTHORS).flatMap(readPerson);

/** Read an entry. @param around what it inherits, as it does `feedAuthors` */
export function readEntry(
  entry: XmlElement,
  feedAuthors: readonly SubmittedAuthor[],
  around: Surroundings,
): Submission {
  const inside = enter(around, entry);
  const base = baseOf(inside);
  const contentElement = childOf(entry, "atom", "content");
  const content = readContent(contentElement, inside);
  const summary = readAtomText(childOf(entry, "atom", "summary"));
  const text = content.text ?? summary ?? readAtomText(descriptionOf(entry));
  const modified = textAt(entry, "atom", "updated") ?? textAt(entry, "atom", "modified");
  const published =
    textAt(entry, "atom", "published") ??
    textAt(entry, "atom", "issued") ??
    textAt(entry, "atom", "created") ??
    textAt(entry, "dc", "date") ??
    modified;
  const { attachments, image } = readFiles(entry, linksOf(entry, "enclosure"), base);
  const url = textAt(entry, "feedburner", "origlink") ?? pageOf(entry, inside);
  return {
    ...EMPTY_SUBMISSION,
    id: textAt(entry, "atom", "id"),
    url,
    baseUrl: content.base ?? inside.base ?? (url === null ? base : null),
    externalUrl: hrefOf(linksOf(entry, "related")[0], inside),
    title: lineOf(readAtomText(childOf(entry, "atom", "title"))),
    contentHtml: text?.kind === "html" ? text.html : null,
    contentText: text?.kind === "text" ? text.text : null,
    summary: content.text === null ? null : lineOf(summary),
    image: image?.url ?? null,
    imageCredit: image?.credit ?? null,
    imageWidth: image?.width ?? null,
    imageHeight: image?.height ?? null,
    authors: authorsOf(entry, feedAuthors),
    tags: tagsOf(entry).slice(0, MAX_TAGS),
    language:
      (contentElement === null ? null : attributeOf(contentElement, "xml:lang")) ??
      attributeOf(entry, "xml:lang") ??
      textAt(entry, "dc", "language") ??
      inside.language,
    attachments: [...attachments, ...content.attachments],
    episode: readEpisodeOf(entry, base),
    status: statusOf(entry),
    datePublished: published === null ? null : readFeedDate(published),
    dateModified: modified === null ? null : readFeedDate(modified),
    isLenient: true,
    dropped: content.dropped,
  };
}

const NO_CONTENT = { text: null, base: null, attachments: [], dropped: [] } as const;

/** Content that is elsewhere, or is no text, comes with the entry: nothing here asks for it. */
function readContent(content: XmlElement | null, around: Surroundings) {
  if (content === null) return NO_CONTENT;
  const inside = enter(around, content);
  const src = resolve(attributeOf(content, "src"), baseOf(inside));
  const mediaType = attributeOf(content, "type") ?? "";
  if (src !== null) {
    const isPage = !mediaType.includes("/") || /html/i.test(mediaType);
    const file = { url: src, mediaType, title: null, lengthBytes: null, durationSeconds: null };
    return isPage
      ? { ...NO_CONTENT, dropped: [left("content-elsewhere", src)] }
      : { ...NO_CONTENT, attachments: [file] };
  }
  const text = readAtomText(content);
  return text?.kind === "other"
    ? { ...NO_CONTENT, dropped: [left("content-not-usable", text.mediaType)] }
    : { ...NO_CONTENT, text, base: inside.base };
}

const left = (rule: string, detail: string): Dropped => ({ rule, detail });

/** YouTube has no other text. */
const descriptionOf = (entry: XmlElement): XmlElement | null =>
  findBelow(entry, ({ vocabulary, local }) => vocabulary === "media" && local === "description")[0] ?? null;

/** A relation by its name or by its IRI. */
const linksOf = (parent: XmlElement, rel: string): readonly XmlElement[] =>
  childrenOf(parent, "atom", "link").filter(
    (link) => (attributeOf(link, "rel") ?? "alternate").replace(/^.*\//, "").toLowerCase() === rel,
  );

function pageOf(parent: XmlElement, around: Surroundings): string | null {
  const links = linksOf(parent, "alternate");
  const isPage = (link: XmlElement): boolean => /html/i.test(attributeOf(link, "type") ?? "html");
  const link = links.find(isPage) ?? links[0];
  return hrefOf(link, around) ?? resolve(textAt(parent, "atom", "link"), baseOf(around));
}

const hrefOf = (link: XmlElement | undefined, around: Surroundings): string | null =>
  link === undefined ? null : resolve(attributeOf(link, "href"), baseOf(enter(around, link)));

function authorsOf(entry: XmlElement, feedAuthors: readonly SubmittedAuthor[]): readonly SubmittedAuthor[] {
  const source = childOf(entry, "atom", "source");
  const kinds = [
    readAuthors(entry),
    childrenOf(entry, "dc", "creator").slice(0, MAX_AUTHORS).flatMap(readName),
    source === null ? [] : readAuthors(source),
  ];
  return kinds.find((authors) => authors.length > 0) ?? feedAuthors;
}

// Blogger says of each entry that it is a post.
const IS_KIND = /\/g\/2005#kind$/;

const tagsOf = (entry: XmlElement): readonly string[] =>
  [...childrenOf(entry, "atom", "category"), ...childrenOf(entry, "dc", "subject")]
    .filter((category) => !IS_KIND.test(attributeOf(category, "scheme") ?? ""))
    .flatMap(
      (category) => attributeOf(category, "label") ?? attributeOf(category, "term") ?? textOf(category) ?? [],
    );
