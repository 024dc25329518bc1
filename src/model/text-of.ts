// Sanitized HTML → what it says.

import { INLINE_ELEMENTS } from "./allowed-html.ts";
import { unescaped } from "./sanitized-html.ts";

// Sanitized HTML writes ">" as a reference in attributes, so a tag ends at the first one.
const INLINE_TAG = new RegExp(`</?(?:${INLINE_ELEMENTS.join("|")})(?: [^>]*)?>`, "g");
const OTHER_TAG = /<[^>]*>/g;

/** Plain text on one line; a space where one block ends and the next begins. */
export const textOf = (html: string): string =>
  unescaped(html.replace(INLINE_TAG, "").replace(OTHER_TAG, " ")).replace(/\s+/g, " ").trim();
