// Titles, summaries and names are plain text, but many systems write HTML into
// them: "Q&amp;A", "<em>Nature</em>". A reader would show that to the letter.

import sanitizeHtml from "sanitize-html";
import {
  ALLOWED_ELEMENTS,
  GONE_WITH_TEXT,
  INLINE_ELEMENTS,
  RENAMED,
  REPORTED,
} from "../model/allowed-html.ts";
import { textOf } from "../model/text-of.ts";

export type Plain = { readonly text: string; readonly hadMarkup: boolean };

const KNOWN = new Set([
  ...ALLOWED_ELEMENTS,
  ...Object.keys(RENAMED),
  ...REPORTED,
  "font",
  "span",
  "p",
  "body",
]);
const EMPTY = new Set(["br", "hr", "img", "wbr"]);
const BLOCKS = ALLOWED_ELEMENTS.filter((name) => !INLINE_ELEMENTS.includes(name));

const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

/**
 * Text that may have come as HTML → the text that was meant.
 *
 * "How to use the <b> tag" stays as it is: only what a person would not have
 * typed (a tag that is closed again, one with attributes, a reference) is HTML.
 */
export function plainOf(text: string): Plain {
  const hadMarkup = hasMarkup(text);
  if (!hadMarkup && !REFERENCE.test(text)) return { text, hadMarkup };
  const blocks = sanitizeHtml(text, {
    allowedTags: BLOCKS,
    allowedAttributes: {},
    nonTextTags: [...GONE_WITH_TEXT],
  });
  return { text: textOf(blocks), hadMarkup };
}

function hasMarkup(text: string): boolean {
  const opened = new Set<string>();
  for (const [, slash, name = "", rest = ""] of text.matchAll(TAG)) {
    const element = name.toLowerCase();
    if (!KNOWN.has(element)) continue;
    if (slash === "/" ? opened.has(element) : EMPTY.has(element) || rest.includes("=")) return true;
    opened.add(element);
  }
  return false;
}
