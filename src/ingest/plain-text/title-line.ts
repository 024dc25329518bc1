// The title of a text: its first line, but for what sites print above it.

import { foldLine } from "./line-rule.ts";
import { findLineRule } from "./plain-text-rules.ts";

/** "Home > World > Europe": a path of short parts. */
const BREADCRUMB = /^[^>»›.!?…。！？]{1,40}(?: ?[>»›] [^>»›.!?…。！？]{1,40}){1,6}$/u;

// A site prints no more above a title; hostile text would be looked through again and again.
const MOST_ABOVE = 8;

export type Above = { readonly rule: string; readonly line: string };

/** Where the title stands, and what stands above it. -1: nowhere, the text is empty. */
export type TitleLine = { readonly at: number; readonly above: readonly Above[] };

/**
 * Find the title.
 *
 * @param isFrontLine whether a line says who, when or whose picture: none of them is a title
 */
export function findTitle(lines: readonly string[], isFrontLine: (line: string) => boolean): TitleLine {
  const above: Above[] = [];
  let at = nextLine(lines, 0);
  for (;;) {
    const line = lines[at] ?? "";
    const next = nextLine(lines, at + 1);
    // The last line of a text is its title, whatever it looks like.
    const rule =
      next === -1 || above.length === MOST_ABOVE ? null : ruleAbove(line, lines[next] ?? "", isFrontLine);
    if (rule === null) return { at, above };
    above.push({ rule, line });
    at = next;
  }
}

const nextLine = (lines: readonly string[], from: number): number =>
  lines.findIndex((line, at) => at >= from && line !== "");

// "Pen > Sword" is a title when a sentence follows it.
function ruleAbove(line: string, next: string, isFrontLine: (line: string) => boolean): string | null {
  if (line.length > 200) return null;
  if (BREADCRUMB.test(line)) return isTitle(next) && !isFrontLine(next) ? "breadcrumb" : null;
  const rule = findLineRule(line);
  return rule?.aboveTitle ? rule.name : null;
}

const isTitle = (line: string): boolean => line.length <= 200 && !/[.。।][\s"”’»」)]{0,3}$/u.test(line);

/** Whether a line says a title once more, however it is written. */
export const repeats = (line: string, title: string): boolean =>
  line.length <= title.length * 3 && letters(line) !== "" && letters(line) === letters(title);

// A title in capitals alone stays so: which of its words are names nobody can tell from here.
export const isBetterWritten = (line: string, title: string): boolean =>
  /\p{Ll}/u.test(line) && !/\p{Ll}/u.test(title);

const letters = (text: string): string =>
  foldLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
