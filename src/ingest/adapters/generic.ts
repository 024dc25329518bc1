// Any system that can send JSON: the feed's definition says where in it each
// field of an article is, by JSON Pointer (RFC 6901).

import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { AdapterDefinition } from "../../model/source.ts";
import type { ArticleField, Condition, Pointers } from "../../model/source-fields.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { renderMarkdown } from "../markdown/markdown.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { keptOf } from "./kept-of.ts";
import { valueAt } from "./pointer.ts";
import { fillTemplate } from "./template.ts";
import { authorsOf, dateOf, tagsOf, textOf } from "./values.ts";

export type GenericOptions = Extract<AdapterDefinition, { readonly adapter: "generic" }>;

const MOST_EACH = 1_000;

/** What a delivery says of one article, or of each of several. */
export function readGeneric(
  { json }: HookDelivery,
  options: GenericOptions,
): Result<readonly Result<HookEvent, IngestError>[], IngestError> {
  if (options.only !== undefined && !holds(json, options.only)) return ignored("not about an article");
  if (options.test !== undefined && holds(json, options.test)) return ignored("a test");
  if (options.each === undefined) return ok([readOne(json, json, options)]);

  const list = valueAt(json, options.each);
  if (list === undefined) return fail(fieldInvalid(options.each, "must be a list of articles"));
  const elements = Array.isArray(list) ? list : [list];
  if (elements.length > MOST_EACH)
    return fail(
      fieldInvalid(options.each, `must have at most ${MOST_EACH} articles, and has ${elements.length}`),
    );
  if (elements.length === 0) return ignored("an empty list");
  return ok(elements.map((element) => readOne(element, json, options)));
}

const ignored = (reason: string) => ok([ok({ kind: "ignored", reason } as const)]);

/** @param whole the delivery; what an element doesn't say, it may say for all of them */
function readOne(element: unknown, whole: unknown, options: GenericOptions): Result<HookEvent, IngestError> {
  const { fields, publishedWhen, withdrawnWhen } = options;
  const id = textOf(fieldAt(element, fields.id));
  if (id === null) {
    const [pointer = ""] = typeof fields.id === "string" ? [fields.id] : fields.id;
    return fail(fieldInvalid(pointer, "must be the article's id: a text, or a number of up to 15 digits"));
  }
  const isDeleted = withdrawnWhen !== undefined && holds(element, withdrawnWhen, whole);
  if (isDeleted || (publishedWhen !== undefined && !holds(element, publishedWhen, whole))) {
    const changedAt = dateOf(fieldAt(element, fields.date_modified ?? []));
    // What is deleted says when it last changed before; what is unpublished has just been changed.
    const times = isDeleted
      ? { withdrawnAt: null, lastUpdatedAt: changedAt }
      : { withdrawnAt: changedAt, lastUpdatedAt: null };
    return ok({ kind: "withdrawal", id, ...times });
  }
  const submission = submissionOf(element, id, options);
  return submission.ok
    ? ok({ kind: "article", submission: submission.value, kept: keptOf(element, pointersIn(options)) })
    : submission;
}

const pointersIn = ({ fields, ...conditions }: GenericOptions): readonly Pointers[] => [
  ...Object.values(fields),
  ...[conditions.only, conditions.test, conditions.publishedWhen, conditions.withdrawnWhen].flatMap(
    (condition) => condition?.at ?? [],
  ),
];

/** Whether what is there is one of these; true, false and null as JSON spells them. */
function holds(json: unknown, { at, is }: Condition, whole: unknown = json): boolean {
  const value = valueAt(json, at) ?? valueAt(whole, at);
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return is.includes(text);
}

function submissionOf(
  json: unknown,
  id: string,
  { fields }: GenericOptions,
): Result<Submission, IngestError> {
  const dropped: Dropped[] = [];
  const at = (field: ArticleField): unknown => fieldAt(json, fields[field] ?? []);
  const line = (field: ArticleField): string | null => {
    const value = at(field);
    const text = textOf(value);
    if (text === null && value !== undefined)
      dropped.push({ rule: "field-not-usable", detail: `${field} must be a text` });
    return text;
  };
  const html = line("content_html");
  const markdown = html === null ? line("content_markdown") : null;
  const rendered = markdown === null ? ok(html) : renderMarkdown(markdown, "/content_markdown");
  if (!rendered.ok) return rendered;
  return ok({
    ...EMPTY_SUBMISSION,
    isLenient: true,
    id,
    url: line("url"),
    externalUrl: line("external_url"),
    slug: line("slug"),
    title: line("title"),
    contentHtml: rendered.value,
    markdown,
    contentText: line("content_text"),
    summary: line("summary"),
    image: line("image"),
    imageAlt: line("image_alt"),
    imageCaption: line("image_caption"),
    imageCredit: line("image_credit"),
    authors: authorsOf(at("authors")).slice(0, MAX_AUTHORS),
    tags: tagsOf(at("tags")).slice(0, MAX_TAGS),
    language: line("language"),
    datePublished: dateOf(at("date_published")),
    dateModified: dateOf(at("date_modified")),
    dropped,
  });
}

/** A field's value: at its pointers, or made of values that are, where it is an address with holes. */
function fieldAt(json: unknown, pointers: Pointers): unknown {
  for (const pointer of typeof pointers === "string" ? [pointers] : pointers) {
    const value = /^https?:/.test(pointer)
      ? fillTemplate(pointer, (hole) => valueAt(json, hole))
      : valueAt(json, pointer);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
