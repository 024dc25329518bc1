// A submission, from whichever adapter → a Draft: clean text, safe HTML, UTC
// instants, absolute URLs. Field errors point into JSON Feed's vocabulary,
// which is the contract whatever the media type was.

import type { Attachment, Author, Draft, LeadImage } from "../model/article.ts";
import {
  MAX_CAPTION_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_SUMMARY_CHARACTERS,
  MAX_TITLE_CHARACTERS,
} from "../model/limits.ts";
import type { Dropped } from "../model/receipt.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { textOf } from "../model/text-of.ts";
import type { FieldError, IngestError } from "./error.ts";
import { type Reading, startReading } from "./reading.ts";
import { slugOf } from "./slug.ts";
import type { Submission, SubmittedAttachment, SubmittedAuthor } from "./submission.ts";
import { isVisible, paragraphsOf } from "./text.ts";

export type Normalized = { readonly draft: Draft; readonly dropped: readonly Dropped[] };

/**
 * Turn a submission into a Draft.
 *
 * @param now ms since 1970 UTC; what a date may be a year ahead of
 * @returns the draft and what was dropped on the way, or every field that is wrong, at once
 */
export function normalize(submission: Submission, now: number): Result<Normalized, IngestError> {
  const reading = startReading(now);
  const sourceUrl = reading.url("/url", submission.url, null);
  const base = sourceUrl;
  const title = reading.line("/title", submission.title, MAX_TITLE_CHARACTERS);
  const contentHtml = readContent(reading, submission, base);
  const draft: Draft = {
    sourceId: reading.id("/id", submission.id),
    sourceUrl,
    externalUrl: reading.url("/external_url", submission.externalUrl, base),
    slug: title === null ? "" : slugOf(title),
    title,
    contentHtml,
    summary: reading.line("/summary", submission.summary, MAX_SUMMARY_CHARACTERS),
    image: readImage(reading, submission, base),
    authors: readAuthors(reading, submission.authors, base),
    tags: readTags(reading, submission.tags),
    language: reading.language("/language", submission.language),
    attachments: readAttachments(reading, submission.attachments, base),
    publishedAt: reading.date("/date_published", submission.datePublished),
    sourceUpdatedAt: reading.pastDate("/date_modified", submission.dateModified),
    ampWithheld: null,
  };
  if (reading.errors.length === 0 && isEmpty(draft))
    return fail({ kind: "fields_invalid", fields: [NOTHING_TO_READ] });
  return reading.errors.length > 0
    ? fail({ kind: "fields_invalid", fields: reading.errors })
    : ok({ draft, dropped: atMost([...submission.dropped, ...reading.dropped]) });
}

/** A receipt is for a person: a hostile text can lose something in a thousand places. */
const MOST_DROPPED = 100;
const atMost = (dropped: readonly Dropped[]): readonly Dropped[] =>
  dropped.length <= MOST_DROPPED
    ? dropped
    : [
        ...dropped.slice(0, MOST_DROPPED - 1),
        { rule: "and-more", detail: `${dropped.length - MOST_DROPPED + 1} more` },
      ];

const NOTHING_TO_READ: FieldError = {
  pointer: "",
  detail: "must have a title or content that is left after cleaning",
};

const isEmpty = ({ title, contentHtml, image, attachments }: Draft): boolean =>
  title === null && !showsSomething(contentHtml) && !image?.url && attachments.length === 0;

const showsSomething = (html: string): boolean =>
  /<(?:img|video|audio) /.test(html) || isVisible(textOf(html).replace(/&nbsp;/g, ""));

// Both are the same content in two dresses; the richer one is kept if anything is left of it.
function readContent(reading: Reading, submission: Submission, base: string | null): string {
  const html = reading.html("/content_html", submission.contentHtml, base);
  if (showsSomething(html) || submission.contentText === null) return html;
  return reading.html("/content_text", paragraphsOf(submission.contentText), base) || html;
}

function readImage(reading: Reading, submission: Submission, base: string | null): LeadImage | null {
  const url = reading.url("/image", submission.image, base);
  const alt = reading.line("/image_alt", submission.imageAlt, MAX_CAPTION_CHARACTERS) ?? "";
  const caption = reading.line("/image_caption", submission.imageCaption, MAX_CAPTION_CHARACTERS);
  const credit = reading.line("/image_credit", submission.imageCredit, MAX_NAME_CHARACTERS);
  if (url === null && caption === null && credit === null) return null;
  return { url, alt, ...readSizes(submission), caption, credit };
}

// Sizes are worth something only together: a page keeps room in their proportion.
function readSizes({ imageWidth, imageHeight }: Submission): Pick<LeadImage, "width" | "height"> {
  const width = Math.round(imageWidth ?? 0);
  const height = Math.round(imageHeight ?? 0);
  return isSize(width) && isSize(height) ? { width, height } : { width: null, height: null };
}

const isSize = (pixels: number): boolean => pixels > 0 && pixels < 100_000;

function readAuthors(reading: Reading, authors: readonly SubmittedAuthor[], base: string | null): Author[] {
  return authors.flatMap((author, at) => {
    const url = reading.url(`/authors/${at}/url`, author.url, base);
    const avatar = reading.url(`/authors/${at}/avatar`, author.avatar, base);
    const name = reading.line(`/authors/${at}/name`, author.name, MAX_NAME_CHARACTERS) ?? url;
    return name === null ? [] : [{ name, url, avatar }];
  });
}

function readTags(reading: Reading, tags: readonly string[]): string[] {
  const read = tags
    .map((tag, at) => reading.line(`/tags/${at}`, tag, MAX_NAME_CHARACTERS))
    .filter((tag) => tag !== null);
  return [...new Set(read)];
}

// RFC 6838 §4.2, without parameters
const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/;

function readAttachments(
  reading: Reading,
  attachments: readonly SubmittedAttachment[],
  base: string | null,
): Attachment[] {
  return attachments.flatMap((attachment, at) => {
    const pointer = `/attachments/${at}`;
    const url = reading.url(`${pointer}/url`, attachment.url, base);
    const mediaType = (attachment.mediaType.split(";")[0] ?? "").trim().toLowerCase();
    if (!MEDIA_TYPE.test(mediaType))
      reading.refuse(`${pointer}/mime_type`, 'must be a media type, such as "audio/mpeg"');
    if (url === null) {
      if (attachment.url.trim() === "") reading.refuse(`${pointer}/url`, "must be there");
      return [];
    }
    const title = reading.line(`${pointer}/title`, attachment.title, MAX_TITLE_CHARACTERS);
    const lengthBytes = attachment.lengthBytes === null ? null : Math.round(attachment.lengthBytes);
    return [{ url, mediaType, title, lengthBytes, durationSeconds: attachment.durationSeconds }];
  });
}
