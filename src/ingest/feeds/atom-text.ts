// The text of Atom: text, HTML or XHTML (RFC 4287 §3.1), and the media types and
// modes that Atom 0.3 had for the same.

import { MAX_SUMMARY_CHARACTERS } from "../../model/limits.ts";
import { plainOf, textInHtml } from "../plain.ts";
import { escapeHtml } from "../text.ts";
import { htmlInDiv } from "./inner-html.ts";
import { attributeOf, isElement, textOf } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

export type AtomText =
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "text"; readonly text: string; readonly isSaid: boolean } // that it is no markup
  | { readonly kind: "other"; readonly mediaType: string };

/** Read a text. @returns null for an empty one */
export function readAtomText(element: XmlElement | null): AtomText | null {
  if (element === null) return null;
  const type = attributeOf(element, "type")?.split(";")[0]?.trim().toLowerCase() ?? null;
  const mode = attributeOf(element, "mode")?.toLowerCase() ?? null;
  const isMarkup = type === null || /^(?:text|html|xhtml|text\/.*|application\/xhtml\+xml)$/.test(type);
  if (!isMarkup) return { kind: "other", mediaType: type };
  if (element.children.some(isElement) || type === "xhtml") return asHtml(htmlInDiv(element));

  const text = mode === "base64" ? decodeBase64(textOf(element)) : textOf(element);
  if (text === null) return null;
  if (type === "html" || type === "text/html" || type === "application/xhtml+xml") return asHtml(text);
  if (type !== null) return { kind: "text", text, isSaid: true };
  // The default is text, and many who write HTML don't know.
  return plainOf(text).hadMarkup ? asHtml(text) : { kind: "text", text, isSaid: false };
}

const asHtml = (html: string | null): AtomText | null => (html === null ? null : { kind: "html", html });

function decodeBase64(text: string | null): string | null {
  if (text === null) return null;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return null; // a DOMException is how atob says no
  }
}

/** A text for one line, for `normalize`, which takes markup out: what is no markup is escaped. */
export function lineOf(text: AtomText | null): string | null {
  switch (text?.kind) {
    case "html":
      // What is far too long for a line is refused as it stands.
      return text.html.length > MOST_CHARACTERS ? text.html : literally(textInHtml(text.html));
    case "text":
      return text.isSaid ? literally(text.text) : text.text;
    case "other":
    case undefined:
      return null;
  }
}

const MOST_CHARACTERS = 20 * MAX_SUMMARY_CHARACTERS;

const literally = (text: string): string => (/[&<]/.test(text) ? escapeHtml(text) : text);
