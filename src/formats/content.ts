// An article's content as feeds carry it: the lead image's figure, then the text.
// Few readers show Media RSS, and a caption belongs to what is read.

import type { Article, LeadImage } from "../model/article.ts";
import { leadImageOf } from "../model/lead-image.ts";
import { element, escapeText } from "./xml.ts";

export type Content = {
  readonly html: string; // "" when there is none
  readonly escaped: string; // the same as the text of an XML element
};

// The three formats are rendered one after the other, and the content is nearly
// all that there is to escape: once is enough.
const made = new WeakMap<Article, Content>();

/** What content:encoded, atom:content and content_html carry. */
export function contentOf(article: Article): Content {
  const known = made.get(article);
  if (known !== undefined) return known;
  const html = htmlOf(article);
  const content = { html, escaped: escapeText(html) };
  made.set(article, content);
  return content;
}

function htmlOf(article: Article): string {
  const { contentHtml } = article;
  const image = leadImageOf(article);
  return image === null ? contentHtml : `${figureOf(image)}${contentHtml === "" ? "" : `\n${contentHtml}`}`;
}

function figureOf({ url, alt, width, height, caption, credit }: LeadImage): string {
  const picture = url === null ? "" : element("img", { src: url, alt, width, height }, null);
  const words = [caption, credit === null ? null : `Credit: ${credit}`].filter((text) => text !== null);
  const legend = words.length === 0 ? "" : element("figcaption", {}, words.join(" "));
  return `<figure>${picture}${legend}</figure>`;
}
