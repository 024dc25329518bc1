// The Markdown of an article, kept where it is as safe as the HTML made of it.
//
// Who reads it has a parser of their own, and what is code to ours may be HTML or a
// link to theirs. So nothing may look like either, wherever it stands: an article
// about HTML goes without its Markdown.

import { hasNoUser, sanitize } from "../html/sanitize.ts";
import { withoutTitle } from "../opening.ts";
import { withoutForbidden } from "../text.ts";
import { renderMarkdown } from "./markdown.ts";

/**
 * A text's Markdown, without the title at its top.
 *
 * @param repeated the title as the text says it once more, which was left out of its HTML; null where it doesn't
 * @returns null when it isn't safe, when the title can't be found in it, or when nothing is left
 */
export function sourceMarkdownOf(text: string, repeated: string | null): string | null {
  const markdown = trimmed(text.replace(/\r\n?/g, "\n"));
  if (!isSafe(markdown)) return null;
  const kept = repeated === null ? markdown : withoutTitleBlock(markdown, repeated);
  return kept === "" ? null : kept;
}

const AUTOLINK = /<(?:(?:https?:\/\/|mailto:)[^\s<>"'`]*|[\w.+-]+@[\w.-]+)>/gi;
const TAG = /<[a-z/!?]/i;
// Of a link, a picture, or a definition of either.
const ADDRESS = /\][(:]\s*<?([^\s<>)]*)/g;

const isSafe = (markdown: string): boolean =>
  withoutForbidden(markdown) === markdown &&
  !TAG.test(markdown.replace(AUTOLINK, "")) &&
  [...markdown.matchAll(ADDRESS)].every(([, address = ""]) => isAbsolute(address));

function isAbsolute(address: string): boolean {
  const url = /^(?:https?:\/\/|mailto:)/i.test(address) ? URL.parse(address) : null;
  return url !== null && hasNoUser(url);
}

/** The title stands first, or second below a picture. */
function withoutTitleBlock(markdown: string, title: string): string | null {
  const first = blockAt(markdown, 0);
  const second = blockAt(markdown, first.length);
  if (isTitle(first, title)) return trimmed(markdown.slice(first.length));
  if (!isTitle(second, title)) return null;
  return trimmed(first + markdown.slice(first.length + second.length));
}

/** The lines from there to the next empty one, with the empty ones behind them; a heading ends with its line. */
function blockAt(markdown: string, at: number): string {
  const rest = markdown.slice(at);
  const heading = /^ {0,3}#{1,6} [^\n]*(?:\n|$)/.exec(rest)?.[0];
  const end = rest.search(/\n[ \t]*\n/);
  const lines = heading ?? (end === -1 ? rest : rest.slice(0, end));
  const [gap = ""] = /^\s*\n/.exec(rest.slice(lines.length)) ?? [];
  return lines + gap;
}

function isTitle(block: string, title: string): boolean {
  const rendered = renderMarkdown(block, "");
  if (!rendered.ok) return false;
  const { html, repeated } = withoutTitle(sanitize(rendered.value, null).html, title);
  return repeated !== null && html === "";
}

/** Without empty lines at either end; the first line keeps its indent, which may make it code. */
const trimmed = (markdown: string): string => markdown.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
