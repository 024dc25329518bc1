// What to say of an article in a sentence or two: the publisher's summary, else
// the first sentences of the text. It is derived and never stored, so a better
// way to find it needs no article to be taken in again.

import type { Article } from "./article.ts";
import { textOf } from "./text-of.ts";

const MOST_CHARACTERS = 300;
// "Yes." is a whole sentence and says nothing of an article.
const LEAST_CHARACTERS = 80;
// More than any summary needs, and little enough to look through for each article.
const LOOKED_AT = 4_000;

const PARAGRAPH = /<p(?: [^>]*)?>(.*?)<\/p>/gs;
// "U.S. Navy", "J. Smith": a single capital before the full stop ends no sentence.
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}\.\s*$/u;

/** @returns plain text of at most 300 characters where it is ours; null when the article has no words */
export function summaryOf({
  summary,
  contentHtml,
  language,
}: Pick<Article, "summary" | "contentHtml" | "language">): string | null {
  if (summary !== null) return summary;
  const opening = contentHtml.slice(0, LOOKED_AT);
  const paragraphs = [...opening.matchAll(PARAGRAPH)].map(([paragraph]) => textOf(paragraph));
  const text = paragraphs.join(" ").trim() || textOf(wholeTags(opening));
  if (text === "") return null;
  const characters = Array.from(text);
  if (characters.length <= MOST_CHARACTERS) return text;
  return firstSentences(text, language) ?? cutAtWord(characters);
}

// The slice may end inside a tag or a reference.
const wholeTags = (html: string): string => html.replace(/<[^>]*$/, "").replace(/&[a-z]*$/, "");

/** @returns null where the whole sentences that fit say too little */
function firstSentences(text: string, language: string | null): string | null {
  const sentences = new Intl.Segmenter(language ?? "und", { granularity: "sentence" });
  let taken = "";
  let end = "";
  for (const { segment } of sentences.segment(text)) {
    taken += segment;
    if (Array.from(taken.trimEnd()).length > MOST_CHARACTERS) break;
    if (!INITIAL.test(taken)) end = taken.trimEnd();
  }
  return Array.from(end).length < LEAST_CHARACTERS ? null : end;
}

/** The beginning of a text with an ellipsis, cut between words where there are any. */
export function cutAtWord(characters: readonly string[], most = MOST_CHARACTERS): string {
  const cut = characters.slice(0, most - 1).join("");
  // Chinese and Japanese have no spaces to cut at.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || cut}…`;
}
