// Which document of a feed: the head that readers subscribe to, a closed archive
// (RFC 5005 §4), or the newest articles that share a label.

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
