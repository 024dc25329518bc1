// The lines of an article → its blocks: paragraphs, subheadings, lists, quotes.

import { escapeHtml } from "../text.ts";
import { readCaption } from "./captions.ts";
import { endsPhrase, endsSentence, joinLines, widthOf } from "./line-shapes.ts";
import { findLists, type List } from "./plain-text-lists.ts";

type Block =
  | { readonly kind: "paragraph" | "subheading" | "break"; readonly text: string }
  | { readonly kind: "quote"; readonly paragraphs: readonly string[] }
  | List;

const MOST_SUBHEADING_WIDTH = 100;
// Text wrapped by hand fills its lines to about here.
const WRAPPED_WIDTH = { least: 45, most: 100 };

// "— John Smith" signs a quotation, "$4.5 million" is a figure of its own.
const BEGINS_A_HEADING = /^["'“”„«‘’¿¡(]?[\p{L}\p{N}].*\p{L}/u;
// A line of stars or dashes between two parts.
const BREAK = /^[*⁂•·~_\-–—=# ]{3,}$/u;
// Mail's mark of what another wrote. ">5 million" is a figure.
const QUOTED = /^>(?:[> ]|$)/;

/**
 * Read the lines of an article.
 *
 * @param groups lines that stood together, without a blank one between
 * @returns canonical HTML: blocks parted by line breaks, no white space between the tags of one
 */
export const renderBlocks = (groups: readonly (readonly string[])[]): string =>
  readBlocks(groups).map(blockToHtml).join("\n");

function readBlocks(groups: readonly (readonly string[])[]): Block[] {
  const parts = findLists(groups, (line) => BREAK.test(line));
  const looksLikeHeading = parts.map((part) => !("kind" in part) && isShortLine(part));
  return parts.flatMap((part, at): Block[] => {
    if ("kind" in part) return [part];
    // Two short lines in a row are a list or a verse: a heading has text under it.
    const between = at > 0 && at < parts.length - 1;
    if (between && looksLikeHeading[at] && !looksLikeHeading[at - 1] && !looksLikeHeading[at + 1])
      return [{ kind: "subheading", text: part.join(" ") }];
    const quote = readQuote(part);
    return quote === null ? unwrap(part).map(toParagraph) : [quote];
  });
}

const toParagraph = (text: string): Block => ({ kind: BREAK.test(text) ? "break" : "paragraph", text });

// Another picture's caption stands in the text, and is no heading of what follows.
const isShortLine = (group: readonly string[]): boolean =>
  group.length === 1 &&
  group.every(
    (line) =>
      widthOf(line) <= MOST_SUBHEADING_WIDTH &&
      BEGINS_A_HEADING.test(line) &&
      !endsPhrase(line) &&
      readCaption(line) === null,
  );

function readQuote(group: readonly string[]): Block | null {
  if (!group.every((line) => QUOTED.test(line))) return null;
  const paragraphs: string[][] = [[]];
  for (const line of group) {
    const text = line.replace(/^[> ]+/, "");
    if (text === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(text);
  }
  const quoted = paragraphs.filter((lines) => lines.length > 0).flatMap(unwrap);
  return quoted.length > 0 ? { kind: "quote", paragraphs: quoted } : null;
}

// Lines that are sentences, each of them, were paragraphs.
function unwrap(lines: readonly string[]): readonly string[] {
  const full = lines.slice(0, -1);
  const isFilled = full.every((line) => {
    const width = widthOf(line);
    return width >= WRAPPED_WIDTH.least && width <= WRAPPED_WIDTH.most;
  });
  return isFilled && !(full.length > 0 && full.every(endsSentence)) ? [joinLines(lines)] : lines;
}

const tagged = (name: string, texts: readonly string[]): string =>
  texts.map((text) => `<${name}>${escapeHtml(text)}</${name}>`).join("");

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case "subheading":
      return tagged("h2", [block.text]);
    case "paragraph":
      return tagged("p", [block.text]);
    case "break":
      return "<hr />";
    case "quote":
      return `<blockquote>${tagged("p", block.paragraphs)}</blockquote>`;
    case "list":
      return block.start === null
        ? `<ul>${tagged("li", block.items)}</ul>`
        : `<ol${block.start === 1 ? "" : ` start="${block.start}"`}>${tagged("li", block.items)}</ol>`;
  }
}
