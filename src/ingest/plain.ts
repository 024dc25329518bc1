// Titles, summaries and names are plain text, but many systems write HTML into
// them: "Q&amp;A", "<em>Nature</em>". A reader would show that to the letter.

import sanitizeHtml from "sanitize-html";
import { ALLOWED_ELEMENTS, GONE_WITH_TEXT, INLINE_ELEMENTS, KNOWN_ELEMENTS } from "../model/allowed-html.ts";
import { textOf } from "../model/text-of.ts";
import { escapeHtml } from "./text.ts";

export type Plain = { readonly text: string; readonly hadMarkup: boolean };

const EMPTY = new Set(["br", "hr", "img", "wbr"]);
const BLOCKS = ALLOWED_ELEMENTS.filter((name) => !INLINE_ELEMENTS.includes(name));

// Neither can look at a character twice: a hostile title may be long.
const TAG = /<([^<>]*)>/g;
const NAME = /^(\/?)([a-z][a-z0-9]*)/i;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

/**
 * Text that may have come as HTML → the text that was meant.
 *
 * "How to use the <b> tag" stays as it is: only what a person would not have
 * typed (a tag that is closed again, one with attributes, a reference) is HTML.
 */
export function plainOf(text: string): Plain {
  if (hasMarkup(text)) return { text: textInHtml(text), hadMarkup: true };
  if (!REFERENCE.test(text)) return { text, hadMarkup: false };
  // References alone: what looks like a tag is text.
  const onlyReferences = text.replace(/[<>]/g, escapeHtml);
  return { text: textInHtml(onlyReferences), hadMarkup: false };
}

/** HTML → what it says, on one line. */
export const textInHtml = (html: string): string =>
  textOf(
    sanitizeHtml(html, { allowedTags: BLOCKS, allowedAttributes: {}, nonTextTags: [...GONE_WITH_TEXT] }),
  );

function hasMarkup(text: string): boolean {
  const opened = new Set<string>();
  for (const [, inside = ""] of text.matchAll(TAG)) {
    const [, slash, name = ""] = NAME.exec(inside) ?? [];
    const element = name.toLowerCase();
    if (!KNOWN_ELEMENTS.has(element)) continue;
    if (slash === "/" ? opened.has(element) : EMPTY.has(element) || inside.includes("=")) return true;
    opened.add(element);
  }
  return false;
}
