// The shape of a rule that drops a line, and how a line is prepared for it.

export type LineRule = {
  readonly name: string; // as the receipt's `dropped` names it
  readonly pattern: RegExp; // on one folded line: see `foldLine`
  readonly asWritten?: RegExp; // on the line itself, where capitals tell more
  /** whether it may stand above the title too */
  readonly aboveTitle?: true;
  readonly examples: readonly string[];
  readonly lookAlikes: readonly string[]; // must stay
};

/**
 * A pattern for whole lines: one of these phrases, written small. No `i`: it makes
 * a pattern of many phrases several times as slow to compile.
 */
export const whole = (...phrases: string[]) => new RegExp(`^(?:${phrases.map(foldLetters).join("|")})$`, "u");

/**
 * A line as the patterns see it: small letters, full-width signs and digits as ASCII, typewriter's
 * quotation marks, no marks of direction, no Arabic vowels and one Alef, no arrows and pictures
 * around it.
 */
export const foldLine = (line: string): string =>
  foldLetters(line)
    .toLowerCase()
    .replace(MARKS, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/^[»›▶►▸→➡\s\p{Extended_Pictographic}]+/u, "")
    .replace(/\s+/g, " ")
    .replace(/(?:(?<=[^»›▶►▸→➡\s])[»›▶►▸→➡\s]{1,8})$/, "");

// Of direction and joining, Arabic vowels, the stretched line, how an emoji looks.
const MARKS = /\p{Cf}|[\u064b-\u0652]|\u0640|[\ufe00-\ufe0f]/gu;

// Patterns and lines alike: Hindi has letters that are one character or two, and
// Turkish a capital that no other language knows the small letter of.
const foldLetters = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("İ", "i");
