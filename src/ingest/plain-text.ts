// text/plain: what a scraper delivers. The first line is the title, blank lines
// part the blocks, and between them lie share buttons and captions: see
// plain-text-rules.ts for what a line can be taken for.

import type { Dropped } from "../model/receipt.ts";
import { LINE_RULES, type LineRule } from "./plain-text-rules.ts";
import { EMPTY_SUBMISSION, type Submission } from "./submission.ts";
import { escapeHtml, oneLine, shorten } from "./text.ts";

type Block = { readonly kind: "paragraph" | "subheading" | "break"; readonly text: string };

const MOST_SUBHEADING_CHARACTERS = 100;
// Text wrapped by hand fills its lines to about here.
const WRAPPED_LINE = { least: 45, most: 100 };
const ENDS_A_SENTENCE = /[.!?…:;,。！？；：，、؟۔।॥።։][\s"'”’»›」』)\]]*$/u;

// "— John Smith" signs a quotation, "$4.5 million" is a figure of its own.
const BEGINS_A_HEADING = /^["'“”„«‘’¿¡(]?[\p{L}\p{N}].*\p{L}/u;
// A line of stars or dashes between two parts.
const BREAK = /^[*⁂•·~_\-–—=# ]{3,}$/u;

/**
 * Read scraped text.
 *
 * @param contentLocation where the text is from, as a header says; null if none does. One that is
 *   relative (RFC 9110 §8.7) says nothing of where the article is
 * @param contentLanguage as a header says; null if none does. Several (§8.5) are no article's language
 */
export function readPlainText(
  text: string,
  contentLocation: string | null,
  contentLanguage: string | null,
): Submission {
  const lines = text.split(/\r\n?|[\n\v\f\u2028\u2029]/).map(oneLine);
  const titleAt = lines.findIndex((line) => line !== "");
  const body = readBody(lines.slice(titleAt + 1));
  return {
    ...EMPTY_SUBMISSION,
    url: contentLocation !== null && URL.canParse(contentLocation) ? contentLocation : null,
    language: contentLanguage?.includes(",") ? null : contentLanguage,
    title: lines[titleAt] ?? null,
    contentHtml: body.blocks.map(blockToHtml).join("\n"),
    imageCaption: body.caption,
    imageCredit: body.credit,
    dropped: body.dropped,
  };
}

type Body = {
  readonly blocks: readonly Block[];
  readonly caption: string | null;
  readonly credit: string | null;
  readonly dropped: readonly Dropped[];
};

function readBody(lines: readonly string[]): Body {
  const groups: string[][] = [[]];
  const dropped: Dropped[] = [];
  let lead: RegExpExecArray | null = null;
  let begun = false; // the text itself
  for (const line of lines) {
    const found = line === "" ? null : matchRule(line, begun);
    if (line === "") groups.push([]);
    else if (found?.rule.does === "drop") {
      dropped.push({ rule: found.rule.name, detail: shorten(line, 100) });
      groups.push([]);
    } else if (found !== null && lead === null) {
      lead = found.match;
      groups.push([]);
    } else {
      // Another picture's caption has no place of its own, so it stays in the text.
      groups.at(-1)?.push(line);
      begun = true;
    }
  }
  return {
    blocks: markSubheadings(groups.filter((group) => group.length > 0)),
    caption: lead?.groups?.["caption"]?.trim() || null,
    credit: lead?.groups?.["credit"]?.trim() || null,
    dropped,
  };
}

type Found = { readonly rule: LineRule; readonly match: RegExpExecArray };

function matchRule(line: string, begun: boolean): Found | null {
  for (const rule of LINE_RULES) {
    if (begun && rule.does === "caption-above") continue;
    const match = rule.pattern.exec(line);
    if (match !== null) return { rule, match };
  }
  return null;
}

// Two short lines in a row are a list or a verse: a heading has text under it.
function markSubheadings(groups: readonly (readonly string[])[]): Block[] {
  const looksLikeHeading = groups.map(isShortLine);
  return groups.flatMap((group, at): Block[] => {
    const between = at > 0 && at < groups.length - 1;
    if (between && looksLikeHeading[at] && !looksLikeHeading[at - 1] && !looksLikeHeading[at + 1])
      return [{ kind: "subheading", text: group.join(" ") }];
    const paragraphs = isWrapped(group) ? [group.join(" ")] : group;
    return paragraphs.map((text) => ({ kind: BREAK.test(text) ? "break" : "paragraph", text }));
  });
}

const isShortLine = (group: readonly string[]): boolean =>
  group.length === 1 &&
  group.every(
    (line) =>
      line.length <= MOST_SUBHEADING_CHARACTERS && BEGINS_A_HEADING.test(line) && !ENDS_A_SENTENCE.test(line),
  );

const isWrapped = (group: readonly string[]): boolean =>
  group.slice(0, -1).every(({ length }) => length >= WRAPPED_LINE.least && length <= WRAPPED_LINE.most);

function blockToHtml({ kind, text }: Block): string {
  switch (kind) {
    case "subheading":
      return `<h2>${escapeHtml(text)}</h2>`;
    case "paragraph":
      return `<p>${escapeHtml(text)}</p>`;
    case "break":
      return "<hr />";
  }
}
