// Which part of a page is its article, and what in that part is not.

import { MAX_TITLE_CHARACTERS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { shorten } from "../text.ts";
import { type FrontLines, takeFrontLines } from "./front-lines.ts";
import { type Measures, measurePage } from "./page-measure.ts";
import { isCommentSection, isForEars, isOfComments, PAGE_RULES, PARAGRAPH_CHARACTERS } from "./page-rules.ts";
import { findAll, findOutermost, named, type PageElement, removeAll, wordsOf } from "./page-tree.ts";

export type PageContent = Omit<FrontLines, "dropped"> & {
  readonly root: PageElement; // with nothing but the article in it
  readonly heading: string | null; // its own title, taken out of it
  readonly dropped: readonly Dropped[];
};

/**
 * Find the article in a page, and take out of it what is around its text. The tree is changed.
 *
 * @param title what the page's head says; null when it says nothing
 */
export function readPageContent(page: PageElement, title: string | null): PageContent {
  const measures = measurePage(page);
  const lengthOf = (element: PageElement): number => measures.get(element)?.length ?? 0;
  const dropped: Dropped[] = [];
  const root = rootOf(page, lengthOf);
  const outside = lengthOf(page) - lengthOf(root);
  if (outside > 0)
    dropped.push({
      rule: "outside-article",
      detail: `${outside} characters: ${shorten(wordsOf(page, root), 80)}`,
    });
  dropFurniture(root, measures, dropped, page);
  const heading = takeHeading(root, measures, title);
  const front = takeFrontLines(openingOf(root, measures), measures);
  removeAll(root, front.elements);
  return { ...front, root, heading, dropped: [...dropped, ...front.dropped] };
}

/**
 * The article: the one `<article>` that holds most of the text or the headline,
 * if there is no other beside it that is as long; else `<main>`, else all. In a
 * fragment there is nothing to choose.
 */
function rootOf(page: PageElement, lengthOf: (element: PageElement) => number): PageElement {
  const [body] = findAll(page, named("body"));
  if (body === undefined && findAll(page, named("html", "head")).length === 0) return page;
  const largest = (elements: readonly PageElement[]): PageElement | undefined =>
    elements.reduce<PageElement | undefined>(
      (best, one) => (best === undefined || lengthOf(one) > lengthOf(best) ? one : best),
      undefined,
    );
  const isMain = ({ name, attributes }: PageElement) => name === "main" || attributes["role"] === "main";
  const whole = largest(findAll(page, isMain)) ?? body ?? page;
  const articles = findOutermost(whole, named("article"));
  const best = largest(articles) ?? largest(findOutermost(whole, isArticleBody));
  if (best === undefined) return whole;
  const rivals = articles.filter((one) => one !== best && lengthOf(one) * 3 >= lengthOf(best));
  const share = lengthOf(best) / Math.max(lengthOf(whole), 1);
  const hasHeadline = findAll(best, isArticleHeading).length > 0;
  return rivals.length === 0 && (share >= 0.6 || (share >= 0.25 && hasHeadline)) ? best : whole;
}

const isArticleBody = ({ attributes }: PageElement): boolean =>
  /(?:^|\s)articleBody(?:\s|$)/.test(attributes["itemprop"] ?? "");

/** Take out what the rules know, unless there is a paragraph in it, or most of the text. */
function dropFurniture(root: PageElement, measures: Measures, dropped: Dropped[], page: PageElement): void {
  const withMedia = withAncestors(findAll(root, isMedium), measures);
  const most = (measures.get(root)?.length ?? 0) / 2;
  for (const { name, isIt, mostCharacters, looksLikeIt } of PAGE_RULES)
    drop(name, (element) => {
      const measure = measures.get(element);
      if (measure === undefined || !isIt(element)) return false;
      if (isText(element) && measure.length > SHORT_LINE && measure.linked * 2 < measure.length) return false;
      if (/^h[1-6]$/.test(measure.parent?.name ?? "")) return false;
      if (SHOWING.has(name) && withMedia.has(element)) return false;
      const fits = measure.length <= Math.min(mostCharacters, most) && measure.longest < PARAGRAPH_CHARACTERS;
      return fits && (looksLikeIt?.(measure) ?? true);
    });
  // "(opens in a new window)"
  drop("hidden", (element) => isForEars(element) && measures.get(element)?.parent?.name === "a");
  const withComments = withAncestors(findAll(root, isOfComments), measures);
  drop("comments", (element) => isCommentSection(element) && withComments.has(element));
  const isTop = new Set(root.name === "article" || root === page ? [] : root.children);
  drop("page-frame", (element) => isTop.has(element) && isFrame(element, measures));

  function drop(rule: string, isIt: (element: PageElement) => boolean): void {
    const elements = findOutermost(root, isIt);
    for (const element of elements) {
      const words = wordsOf(element) || pictureIn(element);
      if (words !== "") dropped.push({ rule, detail: shorten(words, 100) });
    }
    removeAll(root, new Set(elements));
  }
}

/** A paragraph or an item as long as this is text, whatever it is called. */
const SHORT_LINE = 40;
const isText = named("p", "li", "blockquote", "td", "th", "dd", "dt", "h2", "h3", "h4", "figcaption");

// What these hold beside words may be what the article is about.
const SHOWING = new Set(["dialog", "share-button", "newsletter", "related"]);
const isMedium = named("iframe", "video", "audio", "figure");

/** Elements, and all that they are in. */
function withAncestors(elements: readonly PageElement[], measures: Measures): ReadonlySet<PageElement> {
  const all = new Set<PageElement>();
  for (const element of elements)
    for (
      let at: PageElement | null = element;
      at !== null && !all.has(at);
      at = measures.get(at)?.parent ?? null
    )
      all.add(at);
  return all;
}

/** The address of what is to be seen in an element without words. */
function pictureIn(element: PageElement): string {
  const [picture] = [element, ...findAll(element, () => true)].filter(
    named("img", "iframe", "video", "audio"),
  );
  return picture === undefined
    ? ""
    : picture.attributes["alt"] || (picture.attributes["src"] ?? `<${picture.name}>`);
}

/** The header and footer of a page, not of an article. */
function isFrame(element: PageElement, measures: Measures): boolean {
  const { longest = 0 } = measures.get(element) ?? {};
  if (longest >= PARAGRAPH_CHARACTERS) return false;
  return (
    element.name === "footer" ||
    (element.name === "header" && findAll(element, isArticleHeading).length === 0)
  );
}

const isArticleHeading = (element: PageElement): boolean => element.name === "h1" && !isLogo(element);

/** Many sites have their own name as a heading, as a link to their front page. */
const isLogo = (heading: PageElement): boolean =>
  /(?:^|[\s_-])(?:logo|brand|branding|site-title|sitename)(?:$|[\s_-])/i.test(
    `${heading.attributes["class"] ?? ""} ${heading.attributes["id"] ?? ""}`,
  ) ||
  findAll(heading, named("a")).some(({ attributes }) =>
    /^(?:https?:\/\/[^/]*)?\/?$/.test(attributes["href"] ?? "#"),
  );

/**
 * The article's `<h1>`: the only one, with nothing but what is in the head of an
 * article above it. In a page whose head says another title it counts only if
 * that begins alike: it may be the site's name.
 */
function takeHeading(root: PageElement, measures: Measures, title: string | null): string | null {
  const [heading, another] = findAll(root, isArticleHeading).filter(
    (element) => (measures.get(element)?.length ?? 0) > 0,
  );
  if (heading === undefined || another !== undefined) return null;
  const words = wordsOf(heading);
  const isTitle =
    words.length <= MAX_TITLE_CHARACTERS &&
    openingOf(root, measures).includes(heading) &&
    (title === null || root.name === "article" || beginsAlike(words, title));
  if (!isTitle) return null;
  // One with a picture in it stays for that.
  if (findAll(heading, named("img")).length === 0) removeAll(root, new Set([heading]));
  return words;
}

function beginsAlike(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  if (first === undefined || second === undefined) return false;
  const shared = Math.min(first.length, second.length, 12);
  return (
    first.slice(0, shared) === second.slice(0, shared) || first.includes(second) || second.includes(first)
  );
}

const FIRST_PARAGRAPH = 80; // characters: a line above the text is shorter

/** What stands before the first paragraph. */
function openingOf(root: PageElement, measures: Measures): PageElement[] {
  const all = findAll(root, () => true);
  const isParagraph = (element: PageElement) => {
    const { length = 0, longest = 0 } = measures.get(element) ?? {};
    if (isText(element) && !/^h/.test(element.name))
      return length >= FIRST_PARAGRAPH || ENDS_A_SENTENCE.test(wordsOf(element));
    return (
      longest >= FIRST_PARAGRAPH &&
      element.children.some((child) => typeof child === "string" && child.trim().length >= FIRST_PARAGRAPH)
    );
  };
  const first = all.findIndex(isParagraph);
  return (first === -1 ? all : all.slice(0, first)).slice(0, MOST_OPENING);
}

const ENDS_A_SENTENCE = /[.!?…。！？।](?<!\b\p{Lu}\.)["'”’»」)]?$/u;
const MOST_OPENING = 100; // elements
