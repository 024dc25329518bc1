// application/json: an item of JSON Feed 1.1, so that publishers learn nothing new,
// and three fields that it has no word for: image_caption, image_credit, image_alt.
//
// Source: https://www.jsonfeed.org/version/1.1/#items-a-name-items-a

import * as v from "valibot";
import type { Dropped } from "../model/receipt.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { FieldError, IngestError } from "./error.ts";
import { parseJson } from "./json.ts";
import type { Submission } from "./submission.ts";
import { paragraphsOf, shorten } from "./text.ts";

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

const Author = v.object(
  { name: text, url: text, avatar: text },
  "must be an object with name, url or avatar",
);

const Attachment = v.object(
  {
    url: v.string("must be a string, and must be there"),
    mime_type: v.string("must be a string, and must be there"),
    title: text,
    size_in_bytes: size,
    duration_in_seconds: size,
  },
  "must be an object with url and mime_type",
);

const list = <T extends v.GenericSchema>(of: T) => v.nullish(v.array(of, "must be a list"), []);

const Item = v.looseObject(
  {
    // JSON Feed: a reader must take a number for the string that it spells.
    id: v.nullish(v.union([v.string(), v.pipe(v.number(), v.finite())], "must be a string"), null),
    url: text,
    external_url: text,
    title: text,
    content_html: text,
    content_text: text,
    summary: text,
    image: text,
    image_alt: text,
    image_caption: text,
    image_credit: text,
    date_published: text,
    date_modified: text,
    authors: list(Author),
    author: v.nullish(Author, null), // JSON Feed 1.0, still written by many
    tags: list(v.string("must be a string")),
    language: text,
    attachments: list(Attachment),
  },
  "must be one article: a JSON object",
);

/** Read an article in JSON Feed's vocabulary; every wrong field is named at once. */
export function readJsonArticle(json: string): Result<Submission, IngestError> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const checked = v.safeParse(Item, parsed.value);
  if (!checked.success) return fail({ kind: "fields_invalid", fields: checked.issues.map(fieldErrorOf) });

  const item = checked.output;
  return ok({
    id: item.id === null ? null : String(item.id),
    url: item.url,
    externalUrl: item.external_url,
    title: item.title,
    // Both are the same content in two dresses; the richer one is kept.
    contentHtml: item.content_html ?? (item.content_text === null ? null : paragraphsOf(item.content_text)),
    summary: item.summary,
    image: item.image,
    imageAlt: item.image_alt,
    imageCaption: item.image_caption,
    imageCredit: item.image_credit,
    authors: item.authors.length === 0 && item.author !== null ? [item.author] : item.authors,
    tags: item.tags,
    language: item.language,
    attachments: item.attachments.map((attachment) => ({
      url: attachment.url,
      mediaType: attachment.mime_type,
      title: attachment.title,
      lengthBytes: attachment.size_in_bytes,
      durationSeconds: attachment.duration_in_seconds,
    })),
    datePublished: item.date_published,
    dateModified: item.date_modified,
    dropped: unknownFields(Object.keys(item)),
  });
}

const fieldErrorOf = (issue: v.BaseIssue<unknown>): FieldError => ({
  pointer: (issue.path ?? []).map(({ key }) => `/${escapePointer(String(key))}`).join(""),
  detail: issue.message,
});

// RFC 6901 §3
const escapePointer = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");

// A misspelt field would otherwise vanish in silence. Extensions begin with "_".
const unknownFields = (names: readonly string[]): Dropped[] =>
  names
    .filter((name) => !Object.hasOwn(Item.entries, name) && !name.startsWith("_"))
    .slice(0, 20)
    .map((name) => ({ rule: "unknown-field", detail: shorten(name, 100) }));
