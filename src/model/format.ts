// The feed formats, in the order in which pages and feeds name them.

export type Format = "rss" | "atom" | "json";

export const FORMATS: readonly Format[] = ["rss", "atom", "json"];

type FormatFacts = {
  readonly label: string;
  readonly file: string; // last segment of the document's path
  readonly mediaType: string; // bare, for links
};

export const FORMAT_FACTS: Readonly<Record<Format, FormatFacts>> = {
  rss: { label: "RSS", file: "rss.xml", mediaType: "application/rss+xml" },
  atom: { label: "Atom", file: "atom.xml", mediaType: "application/atom+xml" },
  json: { label: "JSON Feed", file: "feed.json", mediaType: "application/feed+json" },
};
