// Where a reader makes something else of an article than what a document says,
// and why. What it makes is written out, so that one which changes is noticed.

import type { Format } from "../../src/model/format.ts";
import type { Read } from "./articles.ts";

export type Quirk = {
  readonly reader: string;
  readonly formats: readonly Format[];
  readonly article: string; // the id under which it is posted
  readonly reads: Partial<Read>;
  readonly because: string;
};

export const QUIRKS: readonly Quirk[] = [
  {
    reader: "feedparser",
    formats: ["rss", "atom"],
    article: "entities-1",
    reads: { title: 'Fish &amp; chips – 3 < 5 "x" ©' },
    because: 'titles "have any HTML stripped" (its README), and plain text may look like HTML',
  },
  {
    reader: "@extractus/feed-extractor",
    formats: ["rss", "atom", "json"],
    article: "iri-1",
    reads: { url: "https://courier.example/%E6%BD%AE?q=%E6%BA%80%E3%81%A1+%E5%BC%95%E3%81%8D" },
    because: "addresses are cleaned of tracking, and a query is written anew as a form's",
  },
  {
    reader: "@extractus/feed-extractor",
    formats: ["atom"],
    article: "west-1",
    reads: { publishedAt: "2026-10-04T15:00:00Z" },
    because: "of Atom's two dates it takes the updated one",
  },
  {
    reader: "newsboat",
    formats: ["rss"],
    article: "note-1",
    reads: { title: "Rb2bs3h6w7tfx3dr" },
    because: "without a title it makes one of the address, which here is only the key",
  },
];

/** The same article as this reader is known to read it. */
export const asReadBy = (reader: string, format: Format, article: unknown, read: Read): Read => ({
  ...read,
  ...QUIRKS.find(
    (quirk) => quirk.reader === reader && quirk.formats.includes(format) && quirk.article === article,
  )?.reads,
});
