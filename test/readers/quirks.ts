// Where a parser reads something else than what a document says, and why. What
// it reads is written out, so that a parser which changes its mind is noticed.

import type { Format } from "../../src/model/format.ts";
import type { Read } from "./articles.ts";

export type Quirk = {
  readonly parser: string;
  readonly formats: readonly Format[];
  readonly article: string; // the id under which it is posted
  readonly reads: Partial<Read>;
  readonly because: string;
};

export const QUIRKS: readonly Quirk[] = [
  {
    parser: "feedparser",
    formats: ["rss", "atom"],
    article: "entities-1",
    reads: { title: 'Fish &amp; chips – 3 < 5 "x" ©' },
    because: 'titles "have any HTML stripped" (its README), and plain text may look like HTML',
  },
  {
    parser: "@rowanmanning/feed-parser",
    formats: ["rss", "atom"],
    article: "entities-1",
    reads: { title: 'Fish & chips – <b>3 < 5</b> "x" ©' },
    because: "the entities of every text are decoded, though its XML parser did so before",
  },
  {
    parser: "@extractus/feed-extractor",
    formats: ["rss", "atom"],
    article: "entities-1",
    reads: { title: 'Fish & chips – <b>3 < 5</b> "x" ©' },
    because: "the entities of every text are decoded, though its XML parser did so before",
  },
  {
    parser: "@extractus/feed-extractor",
    formats: ["rss", "atom", "json"],
    article: "iri-1",
    reads: { url: "https://courier.example/%E6%BD%AE?q=%E6%BA%80%E3%81%A1+%E5%BC%95%E3%81%8D" },
    because: "addresses are cleaned of tracking, and a query is written anew as a form's",
  },
  {
    parser: "@extractus/feed-extractor",
    formats: ["atom"],
    article: "west-1",
    reads: { publishedAt: "2026-10-04T15:00:00Z" },
    because: "of Atom's two dates it takes the updated one",
  },
];

/** The same article as this parser is known to read it. */
export const asReadBy = (parser: string, format: Format, article: unknown, read: Read): Read => ({
  ...read,
  ...QUIRKS.find(
    (quirk) => quirk.parser === parser && quirk.formats.includes(format) && quirk.article === article,
  )?.reads,
});
