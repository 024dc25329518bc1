// What scrapers leave between the lines of an article, one row a habit.
//
// A row's pattern must match the whole line, and must leave its look-alikes
// alone: a sentence is never dropped, and in doubt a line is kept. The tests
// hold every row to its own examples and look-alikes.
//
// The phrases are whole: a habit of another language is another phrase, never a
// looser pattern.

import { BUTTON_RULES } from "./button-rules.ts";
import { foldLine, type LineRule } from "./line-rule.ts";
import { NOTICE_RULES } from "./notice-rules.ts";

/** What no habit is as long as: longer lines aren't even looked at. */
export const MOST_LINE_CHARACTERS = 700;

export const LINE_RULES: readonly LineRule[] = [...BUTTON_RULES, ...NOTICE_RULES];

// None of the rows reaches further.
const MOST_RULE_CHARACTERS = 300;

export function findLineRule(line: string): LineRule | null {
  if (line.length > MOST_RULE_CHARACTERS) return null;
  const folded = foldLine(line);
  const fits = ({ pattern, asWritten }: LineRule) =>
    pattern.test(folded) && (asWritten === undefined || asWritten.test(line));
  return LINE_RULES.find(fits) ?? null;
}
