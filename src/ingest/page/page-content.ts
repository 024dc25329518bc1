// Which part of a page is its article, and what in that part is not.

import { MAX_TITLE_CHARACTERS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { shorten } from "../text.ts";
import { isByline, isDateLine, PAGE_RULES } from "./page-rules.ts";
import { findAll, named, type PageElement, removeAll, wordsOf } from "./page-tree.ts";

export type PageContent = {
  readonly root: PageElement; // with nothing but the article in it
  readonly heading: string | null; // its own title, taken out of it
  readonly byline: string | null;
  readonly authorLinks: readonly { readonly name: string; readonly href: string | null }[];
  readonly datePublished: string | null;
  readonly dropped: readonly Dropped[];
};

/** Find the article in a page, and take out of it what is around its text. The tree is changed. */
export function readPageContent(page: PageElement): PageContent {
  const dropped: Dropped[] = [];
  const around = lengthOf(page);
  const root = rootOf(page);
  const outside = around - lengthOf(root);
  if (outside > 0)
    dropped.push({ rule: "outside-article", detail: `${outside} characters of the page around it` });
  dropFurniture(root, dropped);
  const heading = takeHeading(root);
  const opening = openingOf(root);
  const bylines = outermost(opening.filter((element) => isByline(element) && isShort(element, 200)));
  const authors = bylines
    .flatMap((element) => [element, ...findAll(element, () => true)])
    .filter(isAuthorLink);
  const dates = outermost(opening.filter((element) => isDateLine(element) && isShort(element, 120)));
  const [time] = [...dates, ...bylines]
    .flatMap((element) => [element, ...findAll(element, named("time"))])
    .filter(isDated);
  drop(root, "byline", bylines, dropped);
  drop(root, "date-line", dates, dropped);
  return {
    root,
    heading,
    byline: bylines.map(wordsOf).find((words) => words !== "") ?? null,
    authorLinks: authors.map((link) => ({ name: wordsOf(link), href: link.attributes["href"] ?? null })),
    datePublished: time?.attributes["datetime"] ?? time?.attributes["content"] ?? null,
    dropped,
  };
}

const lengthOf = (element: PageElement): number => wordsOf(element).length;

const isShort = (element: PageElement, most: number): boolean => lengthOf(element) <= most;

const isAuthorLink = ({ name, attributes }: PageElement): boolean =>
  /(?:^|\s)author(?:\s|$)/.test(attributes["rel"] ?? "") ||
  (name !== "a" && attributes["itemprop"] === "name");

const isDated = ({ name, attributes }: PageElement): boolean =>
  name === "time" && attributes["datetime"] !== undefined;

/** The article: the largest `<article>`, if it is no mere teaser beside the text; else `<main>`, else all. */
function rootOf(page: PageElement): PageElement {
  const [body] = findAll(page, named("body"));
  const mains = findAll(page, ({ name, attributes }) => name === "main" || attributes["role"] === "main");
  const whole = largest(mains) ?? body ?? page;
  const articles = findAll(whole, named("article"));
  const bodies = findAll(whole, ({ attributes }) =>
    /(?:^|\s)articleBody(?:\s|$)/.test(attributes["itemprop"] ?? ""),
  );
  const best = largest(articles) ?? largest(bodies);
  return best !== null && lengthOf(best) * 10 >= lengthOf(whole) * 4 ? best : whole;
}

const largest = (elements: readonly PageElement[]): PageElement | null => {
  const [first, ...others] = elements.map((element) => ({ element, length: lengthOf(element) }));
  if (first === undefined) return null;
  return others.reduce((best, one) => (one.length > best.length ? one : best), first).element;
};

/** Take out what the rules know, unless most of the text would go with it. */
function dropFurniture(root: PageElement, dropped: Dropped[]): void {
  for (const { name, isIt, mostCharacters } of PAGE_RULES) {
    const most = Math.min(mostCharacters, lengthOf(root) / 2);
    drop(root, name, outermost(findAll(root, (element) => isIt(element) && isShort(element, most))), dropped);
  }
  const chrome =
    root.name === "article"
      ? []
      : root.children.filter((child) => typeof child !== "string" && isChrome(child));
  drop(
    root,
    "page-frame",
    chrome.filter((child) => typeof child !== "string"),
    dropped,
  );
}

/** The header and footer of a page, not of an article. */
const isChrome = (element: PageElement): boolean =>
  (element.name === "footer" || (element.name === "header" && findAll(element, named("h1")).length === 0)) &&
  findAll(element, named("p")).every((paragraph) => isShort(paragraph, 200));

function drop(root: PageElement, rule: string, elements: readonly PageElement[], dropped: Dropped[]): void {
  for (const element of elements) {
    const words = wordsOf(element);
    if (words !== "") dropped.push({ rule, detail: shorten(words, 100) });
  }
  removeAll(root, new Set(elements));
}

/** Those that are in none of the others. */
function outermost(elements: readonly PageElement[]): PageElement[] {
  const inside = new Set(elements.flatMap((element) => findAll(element, () => true)));
  return elements.filter((element) => !inside.has(element));
}

/** The article's `<h1>`, when there is but one. */
function takeHeading(root: PageElement): string | null {
  const [heading, another] = findAll(root, isTitle);
  if (heading === undefined || another !== undefined) return null;
  removeAll(root, new Set([heading]));
  return wordsOf(heading);
}

const isTitle = (element: PageElement): boolean =>
  element.name === "h1" && lengthOf(element) > 0 && isShort(element, MAX_TITLE_CHARACTERS);

const FIRST_PARAGRAPH = 80; // characters: a line above the text is shorter

/** What stands before the first paragraph. */
function openingOf(root: PageElement): PageElement[] {
  const all = findAll(root, () => true);
  const first = all.findIndex((element) => element.name === "p" && lengthOf(element) >= FIRST_PARAGRAPH);
  return first === -1 ? all : all.slice(0, first);
}
