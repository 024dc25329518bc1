// An article's content as feeds carry it: the lead image's figure, then the text.
// Few readers show Media RSS, and a caption belongs to what is read.

import type { Article, LeadImage } from "../model/article.ts";
import { element, escapeAttribute } from "./xml.ts";

/** HTML for content:encoded, atom:content and content_html; "" when there is none. */
export function contentOf({ image, contentHtml }: Article): string {
  const shown = image === null || (image.url !== null && contentHtml.includes(escapeAttribute(image.url)));
  return shown ? contentHtml : `${figureOf(image)}${contentHtml === "" ? "" : `\n${contentHtml}`}`;
}

function figureOf({ url, alt, caption, credit }: LeadImage): string {
  const picture = url === null ? "" : element("img", { src: url, alt }, null);
  const words = [caption, credit === null ? null : `Credit: ${credit}`].filter((text) => text !== null);
  const legend = words.length === 0 ? "" : element("figcaption", {}, words.join(" "));
  return `<figure>${picture}${legend}</figure>`;
}
