// Addresses of the parts of a feed → which part: an archive, or what has a label.

import { LABEL_FOLDERS } from "../model/address.ts";
import { FORMAT_FACTS, FORMATS, type Format } from "../model/format.ts";
import { foldLabel, LABEL_KINDS, type LabelKind, MOST_JOINED_LABELS } from "../model/label.ts";
import type { DerivedQuery } from "../ports.ts";

/** format null: the page, or by Accept one of the formats. */
export type PlaceRequest =
  | { readonly kind: "archive"; readonly number: number; readonly format: Format }
  | { readonly kind: "derived"; readonly query: DerivedQuery; readonly format: Format | null };

/**
 * @param segments of the path below the feed's, as they came: still percent-encoded
 * @returns null for what is the address of no part: nothing is worth asking for
 */
export function readPlace(segments: readonly string[]): PlaceRequest | null {
  const [folder = "", name = "", file, ...more] = segments;
  const format =
    file === undefined ? null : (FORMATS.find((one) => FORMAT_FACTS[one].file === file) ?? "none");
  if (more.length > 0 || format === "none") return null;
  if (folder === "archive") {
    // As it is written in links, and no other way: 7, never 007, 7.0 or +7.
    return format !== null && /^[1-9]\d{0,8}$/.test(name)
      ? { kind: "archive", number: Number(name), format }
      : null;
  }
  const of = LABEL_KINDS.find((kind) => LABEL_FOLDERS[kind] === folder);
  const labels = of === undefined ? null : readLabels(of, name);
  return of === undefined || labels === null ? null : { kind: "derived", query: { of, labels }, format };
}

/** "a+b" are two tags; a "+" of a tag's own comes as %2B. */
function readLabels(of: LabelKind, name: string): readonly string[] | null {
  const pieces = of === "tag" ? name.split("+") : [name];
  const labels = pieces.map((piece) => readLabel(of, piece));
  const known = [...new Set(labels.flatMap((label) => label ?? []))].sort();
  return labels.includes(null) || known.length > MOST_JOINED_LABELS ? null : known;
}

function readLabel(of: LabelKind, piece: string): string | null {
  try {
    const label = foldLabel(of, decodeURIComponent(piece));
    return label === "" || /\p{Cc}/u.test(label) ? null : label;
  } catch {
    return null; // a URIError: a "%" that begins nothing
  }
}
