// The one picture that stands for an article elsewhere: in a link's preview, in a search.

import type { Article } from "./article.ts";
import { attributeIn, unescaped } from "./sanitized-html.ts";

export type Picture = {
  readonly url: string;
  readonly alt: string; // "" when nobody described it
  readonly width: number | null; // pixels; null with height when nobody said
  readonly height: number | null;
};

/** The lead image, else the first picture in the text that isn't an icon. */
export function pictureOf({ image, contentHtml }: Pick<Article, "image" | "contentHtml">): Picture | null {
  if (image?.url != null) return { url: image.url, alt: image.alt, width: image.width, height: image.height };
  for (const [tag] of contentHtml.matchAll(IMAGE)) {
    const { width, height } = sizesIn(tag);
    const url = textIn(tag, "src");
    if (url !== "" && (width === null || width >= LEAST_WIDTH))
      return { url, alt: textIn(tag, "alt"), width, height };
  }
  return null;
}

// Less is an icon, or a dot that counts readers.
const LEAST_WIDTH = 200;

const IMAGE = /<img [^>]*>/g;

/** The sizes of a sanitized img, if it has both. */
export function sizesIn(tag: string): Pick<Picture, "width" | "height"> {
  const [width, height] = [Number(attributeIn(tag, "width")), Number(attributeIn(tag, "height"))];
  return width > 0 && height > 0 ? { width, height } : { width: null, height: null };
}

const textIn = (tag: string, name: string): string => unescaped(attributeIn(tag, name) ?? "");
