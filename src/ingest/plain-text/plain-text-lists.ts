// Lists in plain text: lines in a row that begin with a bullet, or with 1. 2. 3.

import { endsSentence } from "./line-shapes.ts";

export type List = {
  readonly kind: "list";
  readonly start: number | null; // null: bullets
  readonly items: readonly string[];
};

type Item = { readonly mark: string; readonly number: number | null; readonly text: string };
type Line = { readonly text: string; readonly group: number; readonly item: Item | null };

const BULLET = /^(?:([•‣◦▪●■・]) ?|([·*–-]) )(\S.*)$/u;
// "1. FC Köln" has one; "1914. " is a year.
const NUMBER = /^([1-9]\d{0,2})(?:[.)] |[、．）] ?)(\S.*)$/u;

/**
 * Take the lists out of groups of lines.
 *
 * @param isNoItem what looks like an item and is none: "* * *"
 * @returns the groups, split where a list stood in one, and the lists, in their order
 */
export function findLists(
  groups: readonly (readonly string[])[],
  isNoItem: (line: string) => boolean,
): (readonly string[] | List)[] {
  const lines = groups.flatMap((group, at) =>
    group.map((text): Line => ({ text, group: at, item: isNoItem(text) ? null : readItem(text) })),
  );
  const parts: (string[] | List)[] = [];
  let group = -1; // the one that the last part is from, if lines may still join it
  for (let at = 0; at < lines.length; ) {
    const run = runFrom(lines, at);
    if (isList(run)) {
      parts.push({ kind: "list", start: run[0]?.number ?? null, items: run.map(({ text }) => text) });
      group = -1;
      at += run.length;
      continue;
    }
    // What is no list stays as it stood, all of it: half a dialogue is no list either.
    for (const line of lines.slice(at, at + Math.max(run.length, 1))) {
      const last = parts.at(-1);
      if (line.group === group && Array.isArray(last)) last.push(line.text);
      else parts.push([line.text]);
      group = line.group;
    }
    at += Math.max(run.length, 1);
  }
  return parts;
}

function readItem(line: string): Item | null {
  const [, plainMark, spacedMark, text] = BULLET.exec(line) ?? [];
  if (text !== undefined) return { mark: plainMark ?? spacedMark ?? "", number: null, text };
  const [, number, numbered] = NUMBER.exec(line) ?? [];
  return numbered === undefined ? null : { mark: "1", number: Number(number), text: numbered };
}

/** Items in a row: with one mark, or with numbers that count on. */
function runFrom(lines: readonly Line[], from: number): Item[] {
  const run: Item[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const item = lines[at]?.item;
    const last = run.at(-1);
    if (!item || (last && !follows(item, last))) break;
    run.push(item);
  }
  return run;
}

const follows = (item: Item, last: Item): boolean =>
  item.mark === last.mark && (last.number === null || item.number === last.number + 1);

const HOLDS_QUOTATION = /["“”„«»「」『』]/u;
// "’90s hits" and "'s-Hertogenbosch" are none.
const OPENS_QUOTATION = /^(?:[‘‚‹›]|'\p{Lu})/u;
// "- Tu viens ? - dit-il.": who spoke, behind a dash of its own. "- Tu viens ? dit-il.":
// a sentence ends, and the line goes on in small letters.
const HOLDS_SPEECH = /[?!…]["”»]?$|[.,?!…] [-–—] |[?!…] +\p{Ll}/u;
// ", demanda-t-elle", ", dijo": these alone, for a list may hold ", well-trimmed".
const SAYS_WHO =
  /, (?:\p{Ll}{1,20}-(?:t-)?(?:ils?|elles?|je)|[df]it-on|dijo|dijeron|respondió|contestó|preguntó|disse|rispose|chiese|respondeu|perguntou)(?!\p{L})/u;
const SPEECH = [HOLDS_QUOTATION, OPENS_QUOTATION, HOLDS_SPEECH, SAYS_WHO];

// A dash opens speech in French, Spanish and Russian; there a list of it would be wrong.
function isList(run: readonly Item[]): boolean {
  if (run.length < 2) return false;
  switch (run[0]?.mark) {
    case "–":
      return !run.some(({ text }) => endsSentence(text) || HOLDS_QUOTATION.test(text));
    case "-":
      return !run.some(({ text }) => SPEECH.some((pattern) => pattern.test(text)));
    default:
      return true;
  }
}
