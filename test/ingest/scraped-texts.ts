// Texts as scrapers deliver them, of our own invention, and what they say.

import { EAST_ASIAN_TEXTS } from "./scraped-east-asian.ts";
import { ENGLISH_TEXTS } from "./scraped-english.ts";
import { GERMANIC_TEXTS } from "./scraped-germanic.ts";
import { MORE_TEXTS } from "./scraped-more.ts";
import { ROMANCE_TEXTS } from "./scraped-romance.ts";

export type ScrapedText = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly title: string;
  readonly html: readonly string[]; // one a block
  readonly dropped?: readonly string[]; // rules
  readonly caption?: string;
  readonly credit?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
};

export const SCRAPED_TEXTS: readonly ScrapedText[] = [
  ...ENGLISH_TEXTS,
  ...GERMANIC_TEXTS,
  ...ROMANCE_TEXTS,
  ...EAST_ASIAN_TEXTS,
  ...MORE_TEXTS,
];
