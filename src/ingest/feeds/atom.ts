// Atom 1.0 (RFC 4287) and 0.3, entries in a feed or alone.

import type { Dropped } from "../../model/receipt.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { lineOf, readAtomText } from "./atom-text.ts";
import { readEpisodeOf } from "./episodes.ts";
import type { FeedFacts, Surroundings } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { readFiles } from "./files.ts";
import { readPerson } from "./people.ts";
import { enter, resolve } from "./surroundings.ts";
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

/** Read an entry. @param root its feed, whose authors are those of entries that name none (§4.2.1); null for an entry alone */
export function readEntry(entry: XmlElement, root: XmlElement | null, around: Surroundings): Submission {
  const inside = root === null ? enter(around, entry) : enter(around, root, entry);
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
  const { attachments, image } = readFiles(entry, linksOf(entry, "enclosure"), inside.base);
  return {
    ...EMPTY_SUBMISSION,
    id: textAt(entry, "atom", "id"),
    url: textAt(entry, "feedburner", "origlink") ?? pageOf(entry, inside),
    baseUrl: content.base ?? inside.base,
    externalUrl: hrefOf(linksOf(entry, "related")[0], inside),
    title: lineOf(readAtomText(childOf(entry, "atom", "title"))),
    contentHtml: text?.kind === "html" ? text.html : null,
    contentText: text?.kind === "text" ? text.text : null,
    summary: content.text === null ? null : lineOf(summary),
    image: image?.url ?? null,
    imageCredit: image?.credit ?? null,
    imageWidth: image?.width ?? null,
    imageHeight: image?.height ?? null,
    authors: authorsOf(entry, root),
    tags: tagsOf(entry),
    language:
      (contentElement === null ? null : attributeOf(contentElement, "xml:lang")) ??
      attributeOf(entry, "xml:lang") ??
      textAt(entry, "dc", "language") ??
      inside.language,
    attachments: [...attachments, ...content.attachments],
    episode: readEpisodeOf(entry, inside.base),
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
  const { base } = enter(around, content);
  const src = resolve(attributeOf(content, "src"), base);
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
    : { ...NO_CONTENT, text, base: attributeOf(content, "xml:base") === null ? null : base };
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
  return hrefOf(link, around) ?? resolve(textAt(parent, "atom", "link"), around.base);
}

const hrefOf = (link: XmlElement | undefined, around: Surroundings): string | null =>
  link === undefined ? null : resolve(attributeOf(link, "href"), enter(around, link).base);

function authorsOf(entry: XmlElement, root: XmlElement | null) {
  const source = childOf(entry, "atom", "source");
  const named = [entry, source, root].find(
    (one) => one !== null && one !== undefined && childrenOf(one, "atom", "author").length > 0,
  );
  const own = named === undefined || named === null ? [] : childrenOf(named, "atom", "author");
  return own.length > 0
    ? own.flatMap(readPerson)
    : childrenOf(entry, "dc", "creator").flatMap((creator) => readPerson(creator));
}

// Blogger says of each entry that it is a post.
const IS_KIND = /\/g\/2005#kind$/;

const tagsOf = (entry: XmlElement): readonly string[] =>
  [...childrenOf(entry, "atom", "category"), ...childrenOf(entry, "dc", "subject")]
    .filter((category) => !IS_KIND.test(attributeOf(category, "scheme") ?? ""))
    .flatMap(
      (category) => attributeOf(category, "label") ?? attributeOf(category, "term") ?? textOf(category) ?? [],
    );
