// An article's content as feeds carry it: the lead image's figure, then the text.
// Few readers show Media RSS, and a caption belongs to what is read.

import type { Article, LeadImage } from "../model/article.ts";
import { creditLine } from "../model/credit-label.ts";
import { leadImageOf } from "../model/lead-image.ts";
import type { RenderContext } from "./context.ts";
import { element, escapeText } from "./xml.ts";

export type Content = {
  readonly html: string; // "" when there is none
  readonly escaped: string; // the same as the text of an XML element
};

// The three formats are rendered one after the other, and the content is nearly
// all that there is to escape: once is enough.
const made = new WeakMap<Article, Content & { readonly language: string }>();

/** What content:encoded, atom:content and content_html carry. */
export function contentOf(article: Article, { feed }: RenderContext): Content {
  const language = article.language ?? feed.language;
  const known = made.get(article);
  if (known?.language === language) return known;
  const html = htmlOf(article, language);
  const content = { html, escaped: escapeText(html), language };
  made.set(article, content);
  return content;
}

function htmlOf(article: Article, language: string): string {
  const { contentHtml } = article;
  const image = leadImageOf(article);
  if (image === null) return contentHtml;
  return `${figureOf(image, language)}${contentHtml === "" ? "" : `\n${contentHtml}`}`;
}

function figureOf({ url, alt, width, height, caption, credit }: LeadImage, language: string): string {
  const picture = url === null ? "" : element("img", { src: url, alt, width, height }, null);
  const words = [caption, credit === null ? null : creditLine(credit, language)].filter(
    (text) => text !== null,
  );
  const legend = words.length === 0 ? "" : element("figcaption", {}, words.join(" "));
  return `<figure>${picture}${legend}</figure>`;
}
