// The shape of a rule that drops a line, and how a line is prepared for it.

export type LineRule = {
  readonly name: string; // as the receipt's `dropped` names it
  readonly pattern: RegExp; // on one folded line: see `foldLine`
  /** whether it may stand above the title too */
  readonly aboveTitle?: true;
  readonly examples: readonly string[];
  readonly lookAlikes: readonly string[]; // must stay
};

/** A pattern for whole lines: one of these phrases, in any case. */
export const whole = (...phrases: string[]) =>
  new RegExp(`^(?:${phrases.map(foldLetters).join("|")})$`, "iu");

/**
 * A line as the patterns see it: full-width signs and digits as ASCII, typewriter's quotation
 * marks, no marks of direction, no Arabic vowels and one Alef, no arrows and pictures around it.
 */
export const foldLine = (line: string): string =>
  foldLetters(line)
    .replace(/[\p{Cf}\u064b-\u0652\u0640]/gu, "")
    .replace(/[’‘`´]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/^[»›▶►▸→➡\s\p{Extended_Pictographic}\ufe0f]+/u, "")
    .replace(/\s+/gu, " ")
    .replace(/(?:(?<=[^»›▶►▸→➡\s])[»›▶►▸→➡\s]{1,8})$/u, "");

// Patterns and lines alike: Hindi has letters that are one character or two, and
// Turkish a capital that no other language knows the small letter of.
const foldLetters = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[أإآٱ]/gu, "ا")
    .replaceAll("İ", "i");
