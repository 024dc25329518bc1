// How an article's text begins: with its own title once more, or with the
// picture that is the article's lead image. Both have a place of their own.

import { textOf } from "../model/text-of.ts";
import { oneLine } from "./text.ts";

/** What is left of a text without its title at the top, and how that was written there. */
export type Untitled = { readonly html: string; readonly repeated: string | null };

const FIRST_BLOCK = /^<(p|h[2-6])(?: [^>]*)?>(.*?)<\/\1>\n?/s;

/** Take out the title where it is the first block of the text. @param html in the form of `arrange` */
export function withoutTitle(html: string, title: string | null): Untitled {
  const [block = "", , inside = ""] = FIRST_BLOCK.exec(html) ?? [];
  const words = textOf(inside);
  const isTitle =
    title !== null &&
    foldTitle(title) !== "" &&
    block !== "" &&
    foldTitle(words) === foldTitle(title) &&
    !/<img /.test(inside);
  return isTitle ? { html: html.slice(block.length), repeated: words } : { html, repeated: null };
}

/** Two titles that differ in case, quotation marks, spaces and what they end in are one: "C#" and "C++" are not. */
const foldTitle = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s"'“”‘’«»„]+/g, "")
    .replace(/^[.!?…:;,–—-]+|[.!?…:;,–—-]+$/g, "");

/** The picture at the top of a text, with its words; what was not said is null or "". */
export type LeadFigure = {
  readonly src: string | null;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly legend: string | null;
  readonly rest: string; // the text after it
};

const SIZE = ' (?:width|height)="\\d{1,5}"';
const FIGURE = new RegExp(
  `^<figure>(?:<img src="(?<src>[^"]*)" alt="(?<alt>[^"]*)"(?<sizes>(?:${SIZE})*) />)?` +
    "(?:<figcaption>(?<legend>(?:[^<]|</?(?:em|strong|b|i|cite|small|time)>|<br />)*)</figcaption>)?</figure>(?:\n|$)",
);

/**
 * The figure at the top of a text, if it is one that a lead image can say all of:
 * a picture without a link, and a legend without one.
 *
 * @param html in the form of `arrange`
 */
export function leadFigureOf(html: string): LeadFigure | null {
  const found = FIGURE.exec(html);
  if (found === null) return null;
  const { src, alt = "", sizes = "", legend } = found.groups ?? {};
  const size = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(sizes)?.[1] ?? 0) || null;
  return {
    src: src === undefined ? null : textOf(src),
    alt: textOf(alt),
    width: size("width"),
    height: size("height"),
    legend: legend === undefined ? null : oneLine(textOf(legend)) || null,
    rest: html.slice(found[0].length),
  };
}
