// What a client would rather have: Accept, RFC 9110 §12.5.1.

import type { Format } from "../model/format.ts";

export type View = "page" | Format;

// The first is the view's own media type; the others are what older clients call it.
const MEDIA_TYPES: Readonly<Record<View, readonly string[]>> = {
  page: ["text/html"],
  rss: ["application/rss+xml", "application/xml", "text/xml"],
  atom: ["application/atom+xml"],
  json: ["application/feed+json", "application/json"],
};
const VIEWS: readonly View[] = ["page", "rss", "atom", "json"];

type Range = { readonly type: string; readonly quality: number };

/**
 * The view of a feed that is asked for.
 *
 * Readers name feeds and pages with the same weight; no browser names a feed. So
 * between equals the one who names a feed gets it, and everybody else the page.
 */
export function preferredView(accept: string | null): View {
  const ranges = rangesOf(accept ?? "*/*");
  const ranked = VIEWS.map((view) => ({
    view,
    quality: Math.max(...MEDIA_TYPES[view].map((type) => qualityOf(type, ranges))),
    isNamed: view !== "page" && ranges.some(({ type }) => type === MEDIA_TYPES[view][0]),
  })).sort((one, other) => other.quality - one.quality || Number(other.isNamed) - Number(one.isNamed));
  const [best] = ranked;
  // Nothing suits: a page explains itself better than an error does.
  return best === undefined || best.quality === 0 ? "page" : best.view;
}

function rangesOf(accept: string): readonly Range[] {
  return accept.split(",").flatMap((part) => {
    const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
    const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.split("=")[1];
    const weight = quality === undefined ? 1 : Number(quality);
    return [{ type, quality: weight >= 0 && weight <= 1 ? weight : 0 }];
  });
}

/** Of the ranges that match, the most specific counts. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const group = `${mediaType.split("/")[0]}/*`;
  for (const wanted of [mediaType, group, "*/*"]) {
    const range = ranges.find(({ type }) => type === wanted);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
