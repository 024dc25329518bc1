// text/plain: what a scraper delivers. The first line is the title, blank lines
// part the blocks, and between them lie share buttons, captions and bylines.
//
// A line is dropped or moved only when the whole of it is known for what it is:
// see line-meaning.ts. All others are the article.

import { MAX_AUTHORS, MAX_TITLE_CHARACTERS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import type { Said } from "../content-headers.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { countCharacters, oneLine, shorten } from "../text.ts";
import { readByline } from "./bylines.ts";
import { type Caption, findCaption } from "./captions.ts";
import { readDateLine } from "./date-lines.ts";
import { type Meaning, meaningOf } from "./line-meaning.ts";
import { renderBlocks } from "./plain-text-blocks.ts";
import { findTitle } from "./title-line.ts";

// A line or two under a title that says what the text is about: a byline may stand below it.
const MOST_STANDFIRST_CHARACTERS = 300;
// "Wednesday, 15 September 2014", in any language
const MOST_DAY_CHARACTERS = 40;

/** Read scraped text. */
export function readPlainText(text: string, said: Said): Submission {
  const lines = text.split(/\r\n?|[\n\v\f\u2028\u2029]/).flatMap(toLines);
  const title = findTitle(lines, isFrontLine);
  const first = lines[title.at] ?? "";
  // What is as long as a paragraph is one.
  const hasTitle = countCharacters(first) <= MAX_TITLE_CHARACTERS;
  const body = readBody(lines.slice(hasTitle ? title.at + 1 : title.at), hasTitle ? first : "");
  return {
    ...EMPTY_SUBMISSION,
    url: said.address,
    language: said.language,
    title: hasTitle ? body.title : null,
    contentHtml: renderBlocks(body.groups.filter((group) => group.length > 0)),
    imageCaption: body.lead?.caption ?? null,
    imageCredit: body.lead?.credit ?? null,
    authors: [...new Set(body.authors)]
      .slice(0, MAX_AUTHORS)
      .map((name) => ({ name, url: null, avatar: null })),
    datePublished: body.datePublished,
    isScraped: true,
    dropped: [...title.above.map(({ rule, line }) => toDropped(rule, line)), ...body.dropped],
  };
}

// Japanese and Chinese set a full-width space before a paragraph, and no blank line.
const toLines = (line: string): string[] =>
  line.startsWith("\u3000") ? ["", oneLine(line)] : [oneLine(line)];

const isFrontLine = (line: string): boolean =>
  readByline(line) !== null || readDateLine(line) !== null || findCaption(line, true) !== null;

const toDropped = (rule: string, line: string): Dropped => ({ rule, detail: shorten(line, 100) });

type Body = {
  readonly title: string;
  readonly groups: readonly (readonly string[])[];
  readonly lead: Caption | null;
  readonly authors: readonly string[];
  readonly datePublished: string | null;
  readonly dropped: readonly Dropped[];
};

function readBody(lines: readonly string[], headline: string): Body {
  let title = headline;
  const isDiary =
    lines.filter((line) => line.length <= MOST_DAY_CHARACTERS && readDateLine(line)?.isBare).length > 1;
  const groups: string[][] = [[]];
  const text: string[] = []; // the lines in groups
  const dropped: Dropped[] = [];
  const authors: string[] = [];
  let lead: { readonly line: string; readonly caption: Caption } | null = null;
  let datePublished: string | null = null;
  let last: Meaning["kind"] = "text";
  const endsFrom = lines.flatMap((line, at) => (line === "" ? [] : [at])).at(-2) ?? 0;
  for (const [at, line] of lines.entries()) {
    if (line === "") {
      groups.push([]);
      continue;
    }
    const meaning = meaningOf(line, {
      title,
      isAbove: text.length === 0,
      isUnderStandfirst: text.length === 1 && (text[0]?.length ?? 0) <= MOST_STANDFIRST_CHARACTERS,
      isUnderByline: last === "byline" || last === "date",
      before: text.at(-1) ?? "",
      isAtEnd: at >= endsFrom,
      isDiary,
      mayCaption: lead === null,
    });
    last = meaning.kind;
    if (meaning.kind !== "text") groups.push([]);
    switch (meaning.kind) {
      case "text":
        // Another picture's caption has no place of its own, so it stays here.
        groups.at(-1)?.push(line);
        text.push(line);
        break;
      case "title":
        dropped.push(toDropped("title-repeated", title));
        title = line;
        break;
      case "caption":
        lead = { line, caption: meaning.caption };
        break;
      case "byline":
        authors.push(...meaning.names);
        dropped.push({ rule: "byline", detail: line }); // whole: names lose what stood around them
        break;
      case "date":
        datePublished ??= meaning.isoDate;
        dropped.push(toDropped("date-line", line));
        break;
      case "dropped":
        dropped.push(toDropped(meaning.rule, line));
    }
  }
  // A text that is all caption is a text.
  if (lead !== null && text.length === 0)
    return { title, groups: [[lead.line]], lead: null, authors, datePublished, dropped };
  return { title, groups, lead: lead?.caption ?? null, authors, datePublished, dropped };
}
