// Which document of a feed: the head that readers subscribe to, a closed archive
// (RFC 5005 §4), or the newest articles that share a label.

import type { Feed } from "./feed.ts";
import type { LabelKind } from "./label.ts";

/** A label in an address and in a title. */
export type NamedLabel = { readonly label: string; readonly name: string };

export type Derived = {
  readonly kind: "derived";
  readonly of: LabelKind;
  readonly labels: readonly NamedLabel[]; // one, or several tags that an article must all have; sorted
};

export type Place =
  | { readonly kind: "head" }
  | { readonly kind: "archive"; readonly number: number } // from 1, the oldest
  | Derived;

export const HEAD = { kind: "head" } as const satisfies Place;

type Placed = { readonly feed: Feed; readonly place: Place };

/** What a document or a page is called: the feed, and what is chosen from it. */
export const titleOf = ({ feed, place }: Placed): string =>
  place.kind === "derived" ? `${feed.title}: ${namesOf(place)}` : feed.title;

/** "Tides", or of several that an article must all have "Tides + Harbours". */
export const namesOf = ({ labels }: Derived): string => labels.map(({ name }) => name).join(" + ");
