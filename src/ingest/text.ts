// Characters. An `Article` holds nothing that XML 1.0 forbids (§2.2): a control
// character or half a surrogate pair in one title would break a whole feed.

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

// Forbidden too, but white space: a word processor's line break and page break.
const BREAKS = /[\v\f]/g;

/** Take out what XML 1.0 forbids: C0 controls, lone surrogates, U+FFFE and U+FFFF. */
export const withoutForbidden = (text: string): string => text.replace(BREAKS, " ").replace(FORBIDDEN, "");

export const countForbidden = (text: string): number =>
  text.replace(BREAKS, " ").match(FORBIDDEN)?.length ?? 0;

/** Text for one line: forbidden characters out, every run of white space one space. */
export const oneLine = (text: string): string => withoutForbidden(text).replace(/\s+/gu, " ").trim();

/** Whether there is anything to see: zero-width characters alone are nothing. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Length as a reader would count it, in code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** At most `most` code points, with an ellipsis when something is missing. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as HTML text or attribute value. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** Plain text as HTML: blank lines part paragraphs, single line breaks stay. */
export const paragraphsOf = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, "<br />")}</p>`)
    .join("\n");
