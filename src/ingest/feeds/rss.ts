// RSS 0.90 to 2.0, and RSS 1.0 in RDF, with the modules that are in use.
//
// One reader for all of them: their elements have the same names, and publishers
// mix them. `description` is the text where nothing else is, and else the summary.

import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAuthor } from "../submission.ts";
import { readEpisodeOf } from "./episodes.ts";
import type { FeedFacts, Surroundings } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { readFiles } from "./files.ts";
import { htmlIn } from "./inner-html.ts";
import { readName, readPerson } from "./people.ts";
import { baseOf, enter, resolve } from "./surroundings.ts";
import { statusOf } from "./unusable.ts";
import { attributeOf, childOf, childrenOf, findBelow, textAt, textOf } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

/** What a channel says of itself. */
export function readChannel(root: XmlElement, channel: XmlElement | null, around: Surroundings): FeedFacts {
  const inside = enter(around, root, ...(channel === null ? [] : [channel]));
  const said = channel ?? root;
  return {
    dialect: root.local === "rdf" ? "rdf" : "rss",
    title: textAt(said, "rss", "title") ?? textAt(said, "dc", "title"),
    language: textAt(said, "rss", "language") ?? textAt(said, "dc", "language") ?? inside.language,
    url: resolve(linkOf(said), baseOf(inside)),
  };
}

/** Read an item. @param around what it inherits */
export function readItem(item: XmlElement, feed: FeedFacts, around: Surroundings): Submission {
  const inside = enter(around, item);
  const base = baseOf(inside);
  const id = textAt(item, "rss", "guid") ?? attributeOf(item, "rdf:about");
  const link = linkOf(item);
  const url = textAt(item, "feedburner", "origlink") ?? link ?? permaLinkOf(item);
  const contentHtml = htmlOf(item);
  const summary = summaryOf(item);
  const modified = textAt(item, "atom", "updated") ?? textAt(item, "dcterms", "modified");
  const published = publishedOf(item) ?? modified;
  const { attachments, image } = readFiles(item, linksOf(item, "enclosure"), base);
  return {
    ...EMPTY_SUBMISSION,
    id: id ?? link,
    url: resolve(url, base),
    baseUrl: inside.base ?? (url === null ? base : null),
    externalUrl: resolve(attributeOf(linksOf(item, "related")[0] ?? null, "href"), base),
    title: titleOf(item),
    contentHtml: contentHtml ?? summary,
    summary: contentHtml === null || summary === contentHtml ? null : summary,
    image: image?.url ?? null,
    imageCredit: image?.credit ?? null,
    imageWidth: image?.width ?? null,
    imageHeight: image?.height ?? null,
    authors: authorsOf(item).slice(0, MAX_AUTHORS),
    tags: tagsOf(item).slice(0, MAX_TAGS),
    language: textAt(item, "dc", "language") ?? attributeOf(item, "xml:lang") ?? feed.language,
    attachments,
    episode: readEpisodeOf(item, base),
    status: statusOf(item),
    datePublished: published === null ? null : readFeedDate(published),
    dateModified: modified === null ? null : readFeedDate(modified),
    isLenient: true,
  };
}

/** RSS's link is text; some write it as Atom's. */
function linkOf(parent: XmlElement): string | null {
  const text = textAt(parent, "rss", "link") ?? textAt(parent, "rss", "url");
  if (text !== null) return text;
  const links = [...linksOf(parent, "alternate"), ...childrenOf(parent, "rss", "link")];
  return links.map((link) => attributeOf(link, "href")).find((href) => href !== null) ?? null;
}

const linksOf = (parent: XmlElement, rel: string): readonly XmlElement[] =>
  childrenOf(parent, "atom", "link").filter((link) => (attributeOf(link, "rel") ?? "alternate") === rel);

/** A guid is the item's page where nothing says that it isn't; podcasts have their sound there. */
function permaLinkOf(item: XmlElement): string | null {
  const guid = childOf(item, "rss", "guid");
  const url = textOf(guid);
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  if (attributeOf(guid, "isPermaLink")?.toLowerCase() === "false") return null;
  const isFile = childrenOf(item, "rss", "enclosure").some((file) => attributeOf(file, "url") === url);
  return isFile ? null : url;
}

const htmlOf = (item: XmlElement): string | null =>
  htmlIn(childOf(item, "content", "encoded")) ??
  htmlIn(childOf(item, "rss", "fullitem")) ??
  htmlIn(childOf(item, "xhtml", "body")) ??
  htmlIn(childOf(item, "rss", "body")) ??
  htmlIn(childOf(item, "xhtml", "div")) ??
  htmlIn(childOf(item, "atom", "content"));

const summaryOf = (item: XmlElement): string | null =>
  htmlIn(childOf(item, "rss", "description")) ??
  textAt(item, "itunes", "summary") ??
  textAt(item, "dc", "description") ??
  textOf(mediaIn(item, "description"));

const titleOf = (item: XmlElement): string | null =>
  htmlIn(childOf(item, "rss", "title")) ??
  textAt(item, "itunes", "title") ??
  textAt(item, "dc", "title") ??
  textOf(mediaIn(item, "title"));

/** Media RSS has it beside its files, or in their group. */
const mediaIn = (item: XmlElement, name: string): XmlElement | null =>
  findBelow(item, ({ vocabulary, local }) => vocabulary === "media" && local === name)[0] ?? null;

const publishedOf = (item: XmlElement): string | null =>
  textAt(item, "rss", "pubdate") ??
  textAt(item, "dc", "date") ??
  textAt(item, "dcterms", "issued") ??
  textAt(item, "dcterms", "created") ??
  textAt(item, "atom", "published");

/** Of several kinds of names the first that names anybody: they are the same people. */
function authorsOf(item: XmlElement): readonly SubmittedAuthor[] {
  const kinds = [
    childrenOf(item, "dc", "creator").flatMap(readName),
    childrenOf(item, "atom", "author").flatMap(readPerson),
    childrenOf(item, "rss", "author").flatMap(readName),
    childrenOf(item, "dc", "author").flatMap(readName), // which Dublin Core doesn't have
    childrenOf(item, "itunes", "author").flatMap(readName),
  ];
  return kinds.find((authors) => authors.length > 0) ?? [];
}

function tagsOf(item: XmlElement): readonly string[] {
  const categories = [...childrenOf(item, "rss", "category"), ...childrenOf(item, "dc", "subject")];
  const keywords = textAt(item, "itunes", "keywords")?.split(",") ?? [];
  return [...categories.map((category) => textOf(category) ?? ""), ...keywords].filter(
    (tag) => tag.trim() !== "",
  );
}
