// How many words an article has. Derived and never stored.

import type { Article } from "./article.ts";
import { textOf } from "./text-of.ts";

// The page and its AMP page both say it, and finding words where no space parts
// them is the slowest step of a page: once is enough.
const counted = new WeakMap<Article, number>();

/**
 * Words as Unicode finds them (UAX #29), with a dictionary where a script has no spaces.
 *
 * @param language BCP 47
 */
export function wordCountOf(article: Article, language: string): number {
  const known = counted.get(article);
  if (known !== undefined) return known;
  let words = 0;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  for (const { isWordLike } of segmenter.segment(textOf(article.contentHtml))) if (isWordLike) words += 1;
  counted.set(article, words);
  return words;
}
