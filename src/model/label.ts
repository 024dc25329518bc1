// What articles have in common, and a feed can be made of: a tag, an author, a language.

import { languageTagOf } from "./language.ts";

export type LabelKind = "tag" | "author" | "language";

export const LABEL_KINDS: readonly LabelKind[] = ["tag", "author", "language"];

/** A label as it is compared, and as publishers write it. */
export type Label = {
  readonly kind: LabelKind;
  readonly label: string; // folded: "tides"
  readonly name: string; // "Tides"
};

/** "Tides", "TIDES" and " tides" in other code points are one; a language is as BCP 47 writes it. */
export const foldLabel = (kind: LabelKind, name: string): string =>
  kind === "language"
    ? (languageTagOf(name) ?? name.toLowerCase())
    : folded(folded(name.normalize("NFKC")))
        .normalize("NFC")
        .trim();

// Twice, or "ẞ" would fold to "ß", and that to "ss".
const folded = (text: string): string => text.toUpperCase().toLowerCase();

/** A label as an address and a page need it. */
export const labelNamed = (kind: LabelKind, name: string): Pick<Label, "label" | "name"> => ({
  label: foldLabel(kind, name),
  name,
});

/** How many tags one feed may ask for together. */
export const MOST_JOINED_LABELS = 4;
