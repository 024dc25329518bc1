// What to call an article that has no title: Atom, a page and a list must say something.

import type { Article } from "./article.ts";
import { cutAtWord } from "./summary.ts";
import { textOf } from "./text-of.ts";

const MOST_CHARACTERS = 80;

type Naming = Pick<Article, "title" | "summary" | "contentHtml" | "image" | "attachments" | "publishedAt">;

/** The title, else the beginning of what there is to read, else the day: never "". */
export function headlineOf(article: Naming): string {
  if (article.title !== null) return article.title;
  const characters = Array.from(wordsOf(article));
  return characters.length <= MOST_CHARACTERS ? characters.join("") : cutAtWord(characters, MOST_CHARACTERS);
}

const wordsOf = ({ summary, contentHtml, image, attachments, publishedAt }: Naming): string =>
  summary ||
  textOf(contentHtml) ||
  image?.alt ||
  image?.caption ||
  attachments[0]?.title ||
  new Date(publishedAt).toISOString().slice(0, 10);
