// How the documents of a feed hang together: RFC 5005.
//
// An article is in the head or in one archive, never in both. Archives are
// numbered from the oldest, so that a closed one keeps its address for ever.

import { documentPath } from "../model/address.ts";
import type { Format } from "../model/format.ts";
import { HEAD, type Place } from "../model/place.ts";
import type { DocumentContext } from "./context.ts";

export const HISTORY_NAMESPACE = "http://purl.org/syndication/history/1.0";

/** Absolute addresses; null where there is none. */
export type Paging = {
  readonly current: string | null; // the head, as an archive names it
  readonly previousArchive: string | null; // older articles
  readonly nextArchive: string | null; // newer ones
};

type Needs = Pick<DocumentContext, "feed" | "publicOrigin" | "place" | "archives">;

export function pagingOf({ feed, publicOrigin, place, archives }: Needs, format: Format): Paging {
  const url = (of: Place) => publicOrigin + documentPath(feed.slug, of, format);
  const archive = (number: number) =>
    number >= 1 && number <= archives ? url({ kind: "archive", number }) : null;
  switch (place.kind) {
    case "head":
      return { current: null, previousArchive: archive(archives), nextArchive: null };
    case "archive":
      return {
        current: url(HEAD),
        previousArchive: archive(place.number - 1),
        nextArchive: archive(place.number + 1),
      };
    case "derived":
      return { current: null, previousArchive: null, nextArchive: null };
  }
}

/** The links of RFC 5005 §4, in the order in which a document writes them. */
export function pagingLinksOf(
  context: Needs,
  format: Format,
): readonly { readonly rel: string; readonly href: string }[] {
  const { current, previousArchive, nextArchive } = pagingOf(context, format);
  const link = (rel: string, href: string | null) => (href === null ? [] : [{ rel, href }]);
  return [
    ...link("current", current),
    ...link("prev-archive", previousArchive),
    ...link("next-archive", nextArchive),
  ];
}

/** §2: a document that has it holds every article there is. */
export const COMPLETE_MARK = "<fh:complete/>\n";

export const completeMarkOf = ({ place, archives }: Pick<DocumentContext, "place" | "archives">): string =>
  place.kind === "head" && archives === 0 ? COMPLETE_MARK : "";
