// application/json: an item of JSON Feed 1.1, so that publishers learn nothing new,
// and fields that it has no word for: image_alt, image_caption, image_credit,
// image_width and image_height.
//
// Source: https://www.jsonfeed.org/version/1.1/#items-a-name-items-a

import * as v from "valibot";
import { MAX_ATTACHMENTS, MAX_AUTHORS, MAX_TAGS } from "../model/limits.ts";
import type { Dropped } from "../model/receipt.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { FieldError, IngestError } from "./error.ts";
import { renderMarkdown } from "./markdown/markdown.ts";
import type { Submission } from "./submission.ts";
import { shorten } from "./text.ts";

const text = v.nullish(v.string("must be a string"), null);
const size = v.nullish(
  v.pipe(
    v.number("must be a number"),
    v.finite("must be a number"),
    v.minValue(0, "must not be negative"),
    v.maxValue(Number.MAX_SAFE_INTEGER, "must be smaller"),
  ),
  null,
);

// JSON Feed: a reader must take a number for the string that it spells. Larger
// ones have lost their last digits by the time that anybody sees them.
const id = v.nullish(
  v.union(
    [v.string(), v.pipe(v.number(), v.safeInteger())],
    "must be a string; a number only if it is whole and below 2^53",
  ),
  null,
);

// To valibot a list is an object too.
const record = <T extends v.GenericSchema>(of: T, message: string) =>
  v.pipe(
    v.custom<unknown>((value) => !Array.isArray(value), message),
    of,
  );

const list = <T extends v.GenericSchema>(of: T, most: number) =>
  v.nullish(
    // Counted before it is looked into: a body has room for 300,000 elements.
    v.pipe(v.array(v.unknown(), "must be a list"), v.maxLength(most, `must be at most ${most}`), v.array(of)),
    [],
  );

const AUTHOR = "must be an object with name, url or avatar";
const Author = record(v.looseObject({ name: text, url: text, avatar: text }, AUTHOR), AUTHOR);

const ATTACHMENT = "must be an object with url and mime_type";
const Attachment = record(
  v.looseObject(
    { url: text, mime_type: text, title: text, size_in_bytes: size, duration_in_seconds: size },
    ATTACHMENT,
  ),
  ATTACHMENT,
);

const ITEM = "must be one article: a JSON object";
const FIELDS = {
  id,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_markdown: text,
  content_text: text,
  summary: text,
  image: text,
  image_alt: text,
  image_caption: text,
  image_credit: text,
  image_width: size,
  image_height: size,
  date_published: text,
  date_modified: text,
  authors: list(Author, MAX_AUTHORS),
  author: v.nullish(Author, null), // JSON Feed 1.0, still written by many
  tags: list(v.string("must be a string"), MAX_TAGS),
  language: text,
  attachments: list(Attachment, MAX_ATTACHMENTS),
};
const Item = record(v.looseObject(FIELDS, ITEM), ITEM);

const AUTHOR_FIELDS = ["name", "url", "avatar"];
const ATTACHMENT_FIELDS = ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"];

/** Read an article in JSON Feed's vocabulary; every wrong field is named at once. */
export function readJsonArticle(item: unknown): Result<Submission, IngestError> {
  const checked = v.safeParse(Item, item, { abortPipeEarly: true });
  if (!checked.success) return fail({ kind: "fields_invalid", fields: checked.issues.map(fieldErrorOf) });

  const article = checked.output;
  // One of the two: HTML is nearer to what the publisher shows. Some send it empty.
  const isHtml = (article.content_html ?? "").trim() !== "";
  const hasMarkdown = (article.content_markdown ?? "").trim() !== "";
  const markdown =
    !isHtml && hasMarkdown
      ? renderMarkdown(article.content_markdown ?? "", "/content_markdown")
      : ok(article.content_html);
  if (!markdown.ok) return markdown;
  return ok({
    id: article.id === null ? null : String(article.id),
    url: article.url,
    baseUrl: null,
    externalUrl: article.external_url,
    slug: null,
    title: article.title,
    contentHtml: markdown.value,
    contentText: article.content_text,
    summary: article.summary,
    image: article.image,
    imageAlt: article.image_alt,
    imageCaption: article.image_caption,
    imageCredit: article.image_credit,
    imageWidth: article.image_width,
    imageHeight: article.image_height,
    authors: article.authors.length === 0 && article.author !== null ? [article.author] : article.authors,
    tags: article.tags,
    language: article.language,
    attachments: article.attachments.map((attachment) => ({
      url: attachment.url ?? "",
      mediaType: attachment.mime_type ?? "",
      title: attachment.title,
      lengthBytes: attachment.size_in_bytes,
      durationSeconds: attachment.duration_in_seconds,
    })),
    datePublished: article.date_published,
    dateModified: article.date_modified,
    isScraped: false,
    dropped: [
      ...unknownFields(article, Object.keys(FIELDS), ""),
      ...(isHtml && hasMarkdown ? [{ rule: "duplicate-field", detail: "content_markdown" }] : []),
      ...article.authors.flatMap((author, at) => unknownFields(author, AUTHOR_FIELDS, `authors/${at}/`)),
      ...article.attachments.flatMap((attachment, at) =>
        unknownFields(attachment, ATTACHMENT_FIELDS, `attachments/${at}/`),
      ),
    ],
  });
}

const fieldErrorOf = (issue: v.BaseIssue<unknown>): FieldError => ({
  pointer: (issue.path ?? []).map(({ key }) => `/${escapePointer(String(key))}`).join(""),
  detail: issue.message,
});

// RFC 6901 §3
const escapePointer = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");

// A misspelt field would otherwise vanish in silence. Extensions begin with "_".
const unknownFields = (item: object, known: readonly string[], at: string): Dropped[] =>
  Object.keys(item)
    .filter((name) => !known.includes(name) && !name.startsWith("_"))
    .slice(0, 20)
    .map((name) => ({ rule: "unknown-field", detail: shorten(at + name, 100) }));
