// The one picture that stands for an article elsewhere: in a link's preview, in a search.

import type { Article } from "./article.ts";

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
    const url = attributeIn(tag, "src");
    if (url !== "" && (width === null || width >= LEAST_WIDTH))
      return { url, alt: attributeIn(tag, "alt"), width, height };
  }
  return null;
}

// Less is an icon, or a dot that counts readers.
const LEAST_WIDTH = 200;

// Sanitized HTML writes a tag and its attributes in one way only.
const IMAGE = /<img [^>]*>/g;

/** The sizes of a sanitized img, if it has both. */
export function sizesIn(tag: string): Pick<Picture, "width" | "height"> {
  const [width, height] = [Number(attributeIn(tag, "width")), Number(attributeIn(tag, "height"))];
  return width > 0 && height > 0 ? { width, height } : { width: null, height: null };
}

const attributeIn = (tag: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&"); // last, or "&amp;lt;" would become "<"
