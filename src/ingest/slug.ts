// The readable half of an article's address: from the title, in any script.

import { MAX_SLUG_CHARACTERS } from "../model/limits.ts";

// Accents come off Latin letters only: in Devanagari or Thai a mark is a vowel,
// and Cyrillic й without its breve is another letter.
const LATIN_MARKS = /(\p{Script=Latin})[\u0300-\u036f]+/gu;
const APOSTROPHES = /['’ʼ]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/** @returns lower-case letters and digits with single hyphens between, or "" when there are none */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(LATIN_MARKS, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(APOSTROPHES, "")
    .replace(BETWEEN_WORDS, "-")
    .replace(/^-|-$/g, "");
  const characters = Array.from(words);
  if (characters.length <= MAX_SLUG_CHARACTERS) return words;

  const cut = characters.slice(0, MAX_SLUG_CHARACTERS + 1).join("");
  const lastWord = cut.lastIndexOf("-");
  // Chinese and Japanese titles have no spaces to cut at.
  return lastWord > 0 ? cut.slice(0, lastWord) : characters.slice(0, MAX_SLUG_CHARACTERS).join("");
}
