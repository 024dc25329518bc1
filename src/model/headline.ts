// What to call an article that has no title: Atom, a page and a list must say something.

import type { Article } from "./article.ts";

const MOST_CHARACTERS = 80;

/** The title, else the beginning of the summary or of the text; "" when it has no word at all. */
export function headlineOf({
  title,
  summary,
  contentHtml,
}: Pick<Article, "title" | "summary" | "contentHtml">): string {
  if (title !== null) return title;
  const text = summary ?? textOf(contentHtml);
  const characters = Array.from(text);
  if (characters.length <= MOST_CHARACTERS) return text;
  const cut = characters.slice(0, MOST_CHARACTERS).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || cut}…`;
}

// Sanitized HTML has no other tags than these, and no other references.
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
