// The text of an article, and the picture above it.

import type { LeadImage } from "../model/article.ts";
import { MAX_CAPTION_CHARACTERS, MAX_NAME_CHARACTERS } from "../model/limits.ts";
import { textOf } from "../model/text-of.ts";
import { sourceMarkdownOf } from "./markdown/source-markdown.ts";
import { leadFigureOf, type Untitled, withoutTitle } from "./opening.ts";
import { readCaption } from "./plain-text/captions.ts";
import type { Html, Reading } from "./reading.ts";
import type { Submission } from "./submission.ts";
import { paragraphsOf, shorten } from "./text.ts";

export type Content = Pick<Html, "html" | "lost"> & {
  readonly markdown: string | null; // what the text was made of
  readonly image: LeadImage | null;
};

/**
 * Read a submission's text and lead image.
 *
 * @param title clean; where it stands once more above the text it is left out
 * @param base what relative URLs are relative to; null for nothing
 */
export function readContent(
  reading: Reading,
  submission: Submission,
  title: string | null,
  base: string | null,
): Content {
  const { html, lost, isWhole } = readHtml(reading, submission, base);
  const given = readImage(reading, submission, base);
  const untitled = dropTitle(reading, html, title);
  const lead = liftFigure(untitled.html, submission.isScraped ? sameAsShown(untitled.html, given) : given);
  // Once: a poem named "Rain" may begin with that word twice.
  const text = untitled.repeated === null ? dropTitle(reading, lead.html, title) : { ...untitled, ...lead };
  const markdown =
    submission.markdown !== null && isWhole ? sourceMarkdownOf(submission.markdown, text.repeated) : null;
  return { html: text.html, lost, markdown, image: lead.image };
}

// Both are the same content in two dresses; the richer one is kept if anything is left of it.
function readHtml(reading: Reading, submission: Submission, base: string | null): Html {
  const content = reading.html("/content_html", submission.contentHtml, base);
  if (showsSomething(content.html) || submission.contentText === null) return content;
  const text = reading.html("/content_text", paragraphsOf(submission.contentText), base);
  return text.html === "" ? content : { ...text, isWhole: false };
}

/** Whether clean HTML has a picture, a player, or anything to read between its tags. */
export const showsSomething = (html: string): boolean =>
  /<(?:img|video|audio) |(?:^|>)[^<]*(?!<)[\p{L}\p{N}\p{P}\p{S}]/u.test(html);

function dropTitle(reading: Reading, html: string, title: string | null): Untitled {
  const opening = withoutTitle(html, title);
  if (opening.repeated !== null)
    reading.dropped.push({ rule: "title-repeated", detail: shorten(opening.repeated, 100) });
  return opening;
}

function readImage(reading: Reading, submission: Submission, base: string | null): LeadImage | null {
  const url = reading.url("/image", submission.image, base);
  const alt = reading.line("/image_alt", submission.imageAlt, MAX_CAPTION_CHARACTERS) ?? "";
  const caption = reading.line("/image_caption", submission.imageCaption, MAX_CAPTION_CHARACTERS);
  const credit = reading.line("/image_credit", submission.imageCredit, MAX_NAME_CHARACTERS);
  if (url === null && caption === null && credit === null) return null;
  return { url, alt, ...readSizes(submission.imageWidth, submission.imageHeight), caption, credit };
}

// Sizes are worth something only together: a page keeps room in their proportion.
function readSizes(
  givenWidth: number | null,
  givenHeight: number | null,
): Pick<LeadImage, "width" | "height"> {
  const width = Math.round(givenWidth ?? 0);
  const height = Math.round(givenHeight ?? 0);
  return isSize(width) && isSize(height) ? { width, height } : { width: null, height: null };
}

const isSize = (pixels: number): boolean => pixels > 0 && pixels < 100_000;

const NEAR_THE_TOP = 1_500; // characters
const FIRST_PICTURE = /<img src="([^"]*)"/;

/**
 * What a page says its picture is for those who link to it is most often the one
 * at the top of its text, cut to another size: then the one in the text is shown.
 */
function sameAsShown(html: string, given: LeadImage | null): LeadImage | null {
  const [, shown] = FIRST_PICTURE.exec(html.slice(0, NEAR_THE_TOP)) ?? [];
  if (given?.url == null || given.caption !== null || shown === undefined) return given;
  const url = textOf(shown);
  return url === given.url ? given : { ...given, url, alt: "", width: null, height: null };
}

type Lifted = { readonly html: string; readonly image: LeadImage | null };

/** The figure that a text begins with is the lead image, unless another one was given. */
function liftFigure(html: string, given: LeadImage | null): Lifted {
  const figure = leadFigureOf(html);
  if (figure === null || (figure.legend?.length ?? 0) > MAX_NAME_CHARACTERS * 5)
    return { html, image: given };
  if (given !== null && (given.url === null || given.url !== figure.src)) return { html, image: given };
  // Where both have words, neither is left out: the text keeps its figure.
  const hasWords = given !== null && (given.caption !== null || given.credit !== null);
  if (hasWords && figure.legend !== null) return { html, image: given };
  const sizes = given?.width == null ? readSizes(figure.width, figure.height) : given;
  return {
    html: figure.rest,
    image: {
      url: figure.src,
      alt: given?.alt || figure.alt,
      width: sizes.width,
      height: sizes.height,
      ...(hasWords ? { caption: given.caption, credit: given.credit } : wordsOf(figure.legend)),
    },
  };
}

const wordsOf = (legend: string | null): Pick<LeadImage, "caption" | "credit"> =>
  (legend === null ? null : readCaption(legend)) ?? { caption: legend, credit: null };
