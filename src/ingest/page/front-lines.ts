// Who wrote an article and when, where its page says so above the text.

import type { Dropped } from "../../model/receipt.ts";
import { readByline } from "../plain-text/bylines.ts";
import { readDateLine } from "../plain-text/date-lines.ts";
import type { Measures } from "./page-measure.ts";
import { isByline, isDateLine } from "./page-rules.ts";
import { findAll, isInLine, type PageElement, wordsOf } from "./page-tree.ts";

export type FrontLines = {
  readonly elements: ReadonlySet<PageElement>; // to be taken out
  readonly byline: string | null;
  readonly authorLinks: readonly { readonly name: string; readonly href: string | null }[];
  readonly datePublished: string | null; // as a <time> says it
  readonly dropped: readonly Dropped[];
};

const MOST_CHARACTERS = 200;

// Between and before names and dates: "By … | …". A word more, and it is a sentence.
const GLUE = /^(?:[\p{P}\p{S}\s]|\b(?:by|von|par|por|di|da|door|av|af|от|published|updated|on)\b)*$/iu;

/**
 * Find the lines that say nothing but who and when.
 *
 * @param opening the elements before the first paragraph
 */
export function takeFrontLines(opening: readonly PageElement[], measures: Measures): FrontLines {
  const elements = new Set<PageElement>();
  const dropped: Dropped[] = [];
  for (const candidate of opening) {
    if (isPartOf(candidate, measures)) continue;
    const rule = isByline(candidate) ? "byline" : isDateLine(candidate) ? "date-line" : null;
    const line = rule === null ? null : lineOf(candidate, measures);
    if (rule === null || line === null || isInside(line, elements, measures)) continue;
    elements.add(line);
    const words = wordsOf(line);
    if (words !== "") dropped.push({ rule, detail: words });
  }
  const inside = [...elements].flatMap((element) => [element, ...findAll(element, () => true)]);
  const authors = inside.filter(isAuthorLink);
  const time = inside.find(({ name, attributes }) => name === "time" && attributes["datetime"] !== undefined);
  return {
    elements,
    byline: dropped.find(({ rule }) => rule === "byline")?.detail ?? null,
    authorLinks: authors.map((link) => ({ name: wordsOf(link), href: link.attributes["href"] ?? null })),
    datePublished: time?.attributes["datetime"] ?? null,
    dropped,
  };
}

/** In a list or a table a day is what the text is about. */
function isPartOf(element: PageElement, measures: Measures): boolean {
  for (let at: PageElement | null = element; at !== null; at = measures.get(at)?.parent ?? null)
    if (["li", "td", "th", "dd", "dt", "figure", "blockquote"].includes(at.name)) return true;
  return (measures.get(element)?.length ?? 0) === 0;
}

const isAuthorLink = ({ name, attributes }: PageElement): boolean =>
  /(?:^|\s)author(?:\s|$)/.test(attributes["rel"] ?? "") ||
  (name !== "a" && attributes["itemprop"] === "name");

/** The whole line that a name or a date stands in; null where that line says more. */
function lineOf(candidate: PageElement, measures: Measures): PageElement | null {
  let line = candidate;
  for (;;) {
    const { parent = null, length = 0 } = measures.get(line) ?? {};
    if (length > MOST_CHARACTERS) return null;
    const around = parent === null ? "" : (measures.get(parent)?.own ?? "");
    if (parent === null || (!isInLine(line) && around.trim() === "")) return isOnlyFront(line) ? line : null;
    // In a line with others: all of it goes, or nothing.
    if (!GLUE.test(around)) {
      const words = wordsOf(parent);
      const isLine = isInLine(line) && !isInLine(parent);
      return isLine && (readByline(words) !== null || readDateLine(words) !== null) ? parent : null;
    }
    if (!isInLine(parent) && parent.name !== "p" && around.trim() === "") return line;
    line = parent;
  }
}

const isOnlyFront = (line: PageElement): boolean =>
  !/[.!?…。！？](?<!\b\p{Lu}\.)["'”’»)]?$/u.test(wordsOf(line)) || readByline(wordsOf(line)) !== null;

function isInside(element: PageElement, taken: ReadonlySet<PageElement>, measures: Measures): boolean {
  for (let at: PageElement | null = element; at !== null; at = measures.get(at)?.parent ?? null)
    if (taken.has(at)) return true;
  return false;
}
