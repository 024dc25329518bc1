// What a line looks like, in any script.

const CLOSING = "[\\s\"'”’»›」』)）\\]]{0,5}$";
const SENTENCE_END = new RegExp(`[.!?…。．！？؟۔।॥։።]${CLOSING}`, "u");
const PHRASE_END = new RegExp(`[.!?…:;,。．！？；：，、؟؛،۔।॥։።]${CLOSING}`, "u");

/** Whether it ends as a sentence does: "It rained.", "雨が降った。", "बारिश हुई।" */
export const endsSentence = (line: string): boolean => SENTENCE_END.test(line);

/** Whether it ends as a part of a sentence does: a comma or a colon is enough. */
export const endsPhrase = (line: string): boolean => PHRASE_END.test(line);

// Han, kana and full-width signs: twice as wide as a letter, and written without spaces.
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff60]/u;
const ALL_WIDE = new RegExp(WIDE.source, "gu");

/** How much room it takes, in letters. */
export const widthOf = (line: string): number => line.length + (line.match(ALL_WIDE)?.length ?? 0);

/** Lines that were one before they were wrapped. */
export const joinLines = (lines: readonly string[]): string =>
  lines.flatMap((line, at) => [betweenLines(lines[at - 1], line), line]).join("");

const betweenLines = (before: string | undefined, after: string): string =>
  before === undefined || (WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1))) ? "" : " ";
