// The fields that an article may have as JSON, and what each must be.
//
// Source: https://www.jsonfeed.org/version/1.1/#items-a-name-items-a

import * as v from "valibot";
import { MAX_ATTACHMENTS, MAX_AUTHORS, MAX_TAGS, MAX_TRANSCRIPTS } from "../model/limits.ts";
import type { Dropped } from "../model/receipt.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { FieldError } from "./error.ts";
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

const TRANSCRIPT = "must be an object with url and mime_type";
const Transcript = record(
  v.looseObject({ url: text, mime_type: text, language: text }, TRANSCRIPT),
  TRANSCRIPT,
);

const CHAPTERS = "must be an object with url and mime_type";
const Chapters = record(v.looseObject({ url: text, mime_type: text }, CHAPTERS), CHAPTERS);

const STATUSES = ["draft", "scheduled", "published"] as const;

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
  status: v.nullish(
    v.picklist(STATUSES, `must be ${STATUSES.map((status) => `"${status}"`).join(", ")}`),
    null,
  ),
  date_published: text,
  date_modified: text,
  authors: list(Author, MAX_AUTHORS),
  author: v.nullish(Author, null), // JSON Feed 1.0, still written by many
  tags: list(v.string("must be a string"), MAX_TAGS),
  language: text,
  attachments: list(Attachment, MAX_ATTACHMENTS),
  episode: size,
  season: size,
  episode_type: text,
  explicit: v.nullish(v.boolean("must be true or false"), null),
  transcripts: list(Transcript, MAX_TRANSCRIPTS),
  chapters: v.nullish(Chapters, null),
};
const Item = record(v.looseObject(FIELDS, ITEM), ITEM);

export type JsonItem = v.InferOutput<typeof Item>;

const AUTHOR_FIELDS = ["name", "url", "avatar"];
const CHAPTERS_FIELDS = ["url", "mime_type"];
const TRANSCRIPT_FIELDS = [...CHAPTERS_FIELDS, "language"];
const ATTACHMENT_FIELDS = ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"];

/** Check the types of an article's fields: every wrong one is named at once. */
export function checkJsonItem(item: unknown): Result<JsonItem, readonly FieldError[]> {
  const checked = v.safeParse(Item, item, { abortPipeEarly: true });
  return checked.success ? ok(checked.output) : fail(checked.issues.map(fieldErrorOf));
}

const fieldErrorOf = (issue: v.BaseIssue<unknown>): FieldError => ({
  pointer: (issue.path ?? []).map(({ key }) => `/${escapePointer(String(key))}`).join(""),
  detail: issue.message,
});

// RFC 6901 §3
const escapePointer = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");

/** What an article has under names that nobody knows, in it and in its parts. */
export const unknownFieldsIn = (article: JsonItem): Dropped[] => [
  ...unknownFields(article, Object.keys(FIELDS), ""),
  ...article.authors.flatMap((author, at) => unknownFields(author, AUTHOR_FIELDS, `authors/${at}/`)),
  ...article.attachments.flatMap((attachment, at) =>
    unknownFields(attachment, ATTACHMENT_FIELDS, `attachments/${at}/`),
  ),
  ...article.transcripts.flatMap((transcript, at) =>
    unknownFields(transcript, TRANSCRIPT_FIELDS, `transcripts/${at}/`),
  ),
  ...unknownFields(article.chapters ?? {}, CHAPTERS_FIELDS, "chapters/"),
];

// A misspelt field would otherwise vanish in silence. Extensions begin with "_".
const unknownFields = (item: object, known: readonly string[], at: string): Dropped[] =>
  Object.keys(item)
    .filter((name) => !known.includes(name) && !name.startsWith("_"))
    .slice(0, 20)
    .map((name) => ({ rule: "unknown-field", detail: shorten(at + name, 100) }));
