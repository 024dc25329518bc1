// What to call an article that has no title: Atom, a page and a list must say something.

import type { Article } from "./article.ts";
import { cutAtWord } from "./summary.ts";
import { textOf } from "./text-of.ts";

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
  return characters.length <= MOST_CHARACTERS ? text : cutAtWord(characters, MOST_CHARACTERS);
}
