// What a post brings under `_embedded`: author, terms and picture, whole. Where
// one may not be shown the REST API has an error in its place, with none of these fields.

import { isRecord } from "../../../model/check-fields.ts";
import { isCutOff } from "./excerpt.ts";

/** Each is read from the REST API's own shape, and is again of that shape: it is kept. */
export type EmbeddedAuthor = { readonly name: string; readonly link: string | null };
export type EmbeddedTerm = { readonly name: string };
export type EmbeddedPicture = {
  readonly media_type: "image";
  readonly source_url: string;
  readonly alt_text: string | null;
  readonly caption: { readonly rendered: string | null };
  readonly media_details: {
    readonly width: number | null;
    readonly height: number | null;
    readonly image_meta: { readonly credit: string | null };
  };
};

const ADDRESS = /[^\s@]@[^\s@]/;

// Somebody who never chose a name to be shown is called as he logs in, which may be by an
// e-mail address. The avatar stays out too: Gravatar's address is made of the e-mail's.
export function readAuthor(author: unknown): readonly EmbeddedAuthor[] {
  const name = isRecord(author) ? textOrNull(author["name"]) : null;
  if (!isRecord(author) || name === null || ADDRESS.test(name)) return [];
  return [{ name, link: textOrNull(author["link"]) }];
}

/** @param terms a post's terms of one taxonomy: its categories, its tags, or those of a plugin */
export const readTerms = (terms: unknown): readonly EmbeddedTerm[] =>
  (Array.isArray(terms) ? terms : []).flatMap((term: unknown) => {
    const name = isRecord(term) ? textOrNull(term["name"]) : null;
    // What every post has that nobody put into a category.
    return !isRecord(term) || name === null || term["slug"] === "uncategorized" ? [] : [{ name }];
  });

export function readPicture(media: unknown): readonly EmbeddedPicture[] {
  const url = isRecord(media) ? textOrNull(media["source_url"]) : null;
  if (!isRecord(media) || media["media_type"] !== "image" || url === null) return [];
  const details = isRecord(media["media_details"]) ? media["media_details"] : {};
  const origin = isRecord(details["image_meta"]) ? details["image_meta"] : {};
  const caption = isRecord(media["caption"]) ? textOrNull(media["caption"]["rendered"]) : null;
  return [
    {
      media_type: "image",
      source_url: url,
      alt_text: textOrNull(media["alt_text"]),
      // Without one WordPress shows the beginning of the picture's description.
      caption: { rendered: caption === null || isCutOff(caption) ? null : caption },
      media_details: {
        width: numberOrNull(details["width"]),
        height: numberOrNull(details["height"]),
        image_meta: { credit: textOrNull(origin["credit"]) },
      },
    },
  ];
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);
