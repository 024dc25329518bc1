// What one line of a scraped text is: a part of the article, or something to
// take out of it. Only the whole of a line can be, and only where it stands.

import { readByline } from "./bylines.ts";
import { type Caption, findCaption } from "./captions.ts";
import { isCopyrightNotice } from "./copyright-notice.ts";
import { type DateLine, readDateLine } from "./date-lines.ts";
import { findLineRule, MOST_LINE_CHARACTERS } from "./plain-text-rules.ts";
import { isBetterWritten, repeats } from "./title-line.ts";

export type Meaning =
  | { readonly kind: "text" }
  | { readonly kind: "title" } // the title once more, and better written
  | { readonly kind: "caption"; readonly caption: Caption }
  | { readonly kind: "byline"; readonly names: readonly string[] }
  | { readonly kind: "date"; readonly isoDate: string | null }
  | { readonly kind: "dropped"; readonly rule: string };

/** Where a line stands. */
export type Place = {
  readonly title: string;
  readonly isAbove: boolean; // nothing of the text has come yet
  readonly isUnderStandfirst: boolean; // only a line or two that say what the text is about
  readonly isUnderByline: boolean; // right under who wrote it, or when
  readonly before: string; // the last line of the text above it, "" if there is none
  readonly isAtEnd: boolean; // no more than one line comes after it
  readonly isDiary: boolean; // days are headings in it
  readonly mayCaption: boolean; // no caption was found yet
};

export function meaningOf(line: string, place: Place): Meaning {
  // What a letter quotes is the letter's.
  if (line.length > MOST_LINE_CHARACTERS || line.startsWith(">")) return { kind: "text" };
  const rule = findLineRule(line);
  if (rule !== null) return { kind: "dropped", rule: rule.name };
  if (place.isAbove && repeats(line, place.title))
    return isBetterWritten(line, place.title)
      ? { kind: "title" }
      : { kind: "dropped", rule: "title-repeated" };
  if (place.isAbove || place.isUnderStandfirst || place.isUnderByline) {
    const front = readFrontLine(line, place);
    if (front !== null) return front;
  }
  if (place.isAtEnd && !place.isAbove && isCopyrightNotice(line, place.before))
    return { kind: "dropped", rule: "copyright-notice" };
  const caption = place.mayCaption ? findCaption(line, place.isAbove) : null;
  return caption === null ? { kind: "text" } : { kind: "caption", caption };
}

function readFrontLine(line: string, place: Place): Meaning | null {
  const date = readDateLine(line);
  if (date !== null && mayDate(date, place)) return { kind: "date", isoDate: date.isoDate };
  // "By Nellie Bly | 15 September 2014"
  const [who = "", ...when] = line.split(/ [|•·] /);
  const names = readByline(when.every(saysWhen) ? who : line);
  return names === null ? null : { kind: "byline", names };
}

// Under a standfirst a bare day may already be the first heading of a diary.
const mayDate = ({ isBare }: DateLine, { isAbove, isUnderByline, isDiary }: Place): boolean =>
  !isBare || ((isAbove || isUnderByline) && !isDiary);

const saysWhen = (part: string): boolean =>
  readDateLine(part) !== null || findLineRule(part)?.name === "reading-time";
