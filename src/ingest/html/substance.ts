// What an article loses that a reader would miss: its AMP page is then withheld,
// since an AMP page must show what the article's own page shows.

import type { Dropped } from "../../model/receipt.ts";

const OF_SUBSTANCE = new Set(
  [
    "applet",
    "canvas",
    "embed",
    "form",
    "frameset",
    "iframe srcdoc",
    "marquee",
    "math",
    "meter",
    "object",
    "progress",
  ].map((name) => `<${name}>`),
);

// A drawing, not an icon: it says something, or says what it is.
const DRAWING = /<svg[^>]{0,400}\brole\s*=\s*["']?img|<text[\s>]/i;

// A place that only a script can fill, as charts and tables by script have.
// Advertisements have such places too.
const PLACEHOLDER =
  /<(div|span|table|tbody|section|figure)\b[^>]{0,200}\b(?:id|data-[\w-]{1,40})\s*=(?!["']?(?:div-gpt|gpt|ad|ads|banner|taboola|outbrain)\b)[^>]{0,200}>\s*<\/\1>/i;

/** @returns what it is, for the receipt; null when nothing of substance was lost */
export function substanceOf(html: string, dropped: readonly Dropped[]): string | null {
  const linked = dropped.find(({ rule }) => rule === "embed-linked");
  if (linked !== undefined) return linked.detail;
  const lost = dropped
    .filter(({ rule }) => rule === "element-not-allowed")
    .map(({ detail }) => detail.replace(/ ×\d+$/, ""));
  const element = lost.find((name) => OF_SUBSTANCE.has(name));
  if (element !== undefined) return element;
  if (lost.includes("<svg>") && DRAWING.test(html)) return "<svg>";
  return lost.includes("<script>") && PLACEHOLDER.test(html) ? "<script>" : null;
}
