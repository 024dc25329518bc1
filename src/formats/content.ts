// An article's content as feeds carry it: the lead image's figure, then the text,
// then what the article is about. Few readers show Media RSS, and a caption belongs
// to what is read; fewer still show a related link.

import type { Article, LeadImage } from "../model/article.ts";
import { creditLine } from "../model/credit-label.ts";
import { leadImageOf } from "../model/lead-image.ts";
import { linksTo } from "../model/sanitized-html.ts";
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
  const image = leadImageOf(article);
  const parts = [image === null ? "" : figureOf(image, language), article.contentHtml, aboutOf(article)];
  return parts.filter((part) => part !== "").join("\n");
}

/** A paragraph with the link, where neither the text nor the item itself leads there. */
function aboutOf({ externalUrl, sourceUrl, contentHtml }: Article): string {
  if (externalUrl === null || externalUrl === sourceUrl || linksTo(contentHtml, externalUrl)) return "";
  return element("p", {}, [element("a", { href: externalUrl }, shownUrl(externalUrl))]);
}

const MOST_CHARACTERS = 60;

/** An address as a person reads it: "tides.example/table". */
function shownUrl(url: string): string {
  const { hostname, pathname } = new URL(url);
  const shown = hostname.replace(/^www\./, "") + pathname.replace(/\/$/, "");
  return shown.length <= MOST_CHARACTERS ? shown : `${shown.slice(0, MOST_CHARACTERS - 1)}…`;
}

function figureOf({ url, alt, width, height, caption, credit }: LeadImage, language: string): string {
  const picture = url === null ? "" : element("img", { src: url, alt, width, height }, null);
  const words = [caption, credit === null ? null : creditLine(credit, language)].filter(
    (text) => text !== null,
  );
  const legend = words.length === 0 ? "" : element("figcaption", {}, words.join(" "));
  return `<figure>${picture}${legend}</figure>`;
}
