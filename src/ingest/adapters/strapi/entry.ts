// A published entry of Strapi → a submission, by the names that its fields have
// in the starters, or in the source's definition.

import { isRecord } from "../../../model/check-fields.ts";
import { MAX_AUTHORS, MAX_TAGS } from "../../../model/limits.ts";
import type { Dropped } from "../../../model/receipt.ts";
import type { AdapterDefinition } from "../../../model/source.ts";
import type { FieldNames } from "../../../model/source-fields.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAuthor } from "../../submission.ts";
import { articleUrlOf } from "../article-url.ts";
import { valueAt } from "../pointer.ts";
import { isEmailAddress, listOf, tagsOf, textOf } from "../values.ts";
import { readContent } from "./content.ts";

export type StrapiOptions = Extract<AdapterDefinition, { readonly adapter: "strapi" }>;
export type Entry = Readonly<Record<string, unknown>>;

/** An entry's public state. */
export type Public = {
  readonly entry: Entry;
  readonly id: string;
  readonly publishedAt: string | null; // for the first time
  readonly changedAt: string | null;
};

const USUAL: { readonly [field in keyof FieldNames]-?: readonly string[] } = {
  title: ["title"],
  content: ["content", "blocks", "body"],
  summary: ["description", "excerpt", "summary"],
  slug: ["slug"],
  image: ["cover", "image"],
  imageAlt: [],
  authors: ["authors", "author"],
  tags: ["tags", "categories", "category"],
  datePublished: ["firstPublishedAt"],
  externalUrl: [],
};

const namesOf = ({ fields }: StrapiOptions, field: keyof FieldNames): readonly string[] => {
  const name = fields?.[field];
  return name === undefined ? USUAL[field] : [name];
};

export function submissionOf(
  { entry, id, publishedAt, changedAt }: Public,
  options: StrapiOptions,
): Submission {
  const dropped: Dropped[] = [];
  const at = (field: keyof FieldNames): unknown =>
    namesOf(options, field)
      .map((name) => entry[name])
      .find((value) => value != null && value !== "");
  const line = (field: keyof FieldNames): string | null => {
    const value = at(field);
    const text = textOf(value);
    if (text === null && value !== undefined)
      dropped.push({ rule: "field-not-usable", detail: `${field} must be a text` });
    return text;
  };
  // All of a field's usual names: a starter has a category beside its tags.
  const related = (field: "authors" | "tags"): readonly unknown[] =>
    namesOf(options, field).flatMap((name) => tellable(entry[name]));

  const content = readContent(at("content"), options.contentIs ?? "markdown");
  const [image] = listOf(at("image"));
  return {
    ...EMPTY_SUBMISSION,
    isLenient: true,
    id,
    url: articleUrlOf(options.articleUrl, entry),
    baseUrl: options.mediaOrigin ?? null,
    externalUrl: line("externalUrl"),
    slug: line("slug"),
    title: line("title"),
    contentHtml: content.html,
    markdown: content.markdown,
    summary: line("summary"),
    ...pictureOf(image),
    ...(at("imageAlt") === undefined ? {} : { imageAlt: line("imageAlt") }),
    authors: related("authors").flatMap(authorsIn).slice(0, MAX_AUTHORS),
    tags: related("tags").flatMap(tagsOf).slice(0, MAX_TAGS),
    language: textOf(entry["locale"]),
    datePublished: line("datePublished") ?? publishedAt,
    dateModified: changedAt,
    dropped: [...dropped, ...content.dropped],
  };
}

/** What stands in a relation, without what is a draft itself. */
const tellable = (value: unknown): readonly unknown[] =>
  listOf(value).filter((one) => !(isRecord(one) && one["publishedAt"] === null));

/** A name may be the one that somebody signs in with: an address is nobody's business. */
function authorsIn(author: unknown): readonly SubmittedAuthor[] {
  const name = textOf(author) ?? textOf(valueAt(author, "/name"));
  if (name === null || isEmailAddress(name)) return [];
  const url = textOf(valueAt(author, "/url"));
  return [
    {
      name,
      url: url === null || isEmailAddress(url) ? null : url,
      avatar: textOf(valueAt(author, ["/avatar/url", "/picture/url"])),
    },
  ];
}

type Picture = Pick<Submission, "image" | "imageAlt" | "imageCaption" | "imageWidth" | "imageHeight">;

/** A file of the media library, or an address. A video is no picture. */
function pictureOf(file: unknown): Partial<Picture> {
  if (typeof file === "string") return { image: file };
  const url = textOf(valueAt(file, "/url"));
  const isPicture = /^image\//.test(textOf(valueAt(file, "/mime")) ?? "image/");
  if (url === null || !isPicture) return {};
  return {
    image: url,
    imageAlt: textOf(valueAt(file, "/alternativeText")),
    imageCaption: textOf(valueAt(file, "/caption")),
    imageWidth: numberAt(file, "/width"),
    imageHeight: numberAt(file, "/height"),
  };
}

function numberAt(value: unknown, pointer: string): number | null {
  const number = valueAt(value, pointer);
  return typeof number === "number" ? number : null;
}

const KEPT = ["id", "documentId", "locale", "createdAt", "updatedAt", "publishedAt"];
const KEPT_FIELDS = ["title", "content", "summary", "slug", "image", "datePublished", "externalUrl"] as const;

/** What is stored beside an article: the fields that were read, and of people what is published. */
export function keptOf(body: Entry, { entry }: Public, submission: Submission, options: StrapiOptions) {
  const names = [...KEPT, ...KEPT_FIELDS.flatMap((field) => namesOf(options, field))];
  const { event, createdAt, model, uid } = body;
  return {
    ...{ event, createdAt, model, uid },
    entry: {
      ...Object.fromEntries(
        names.flatMap((name) => (entry[name] === undefined ? [] : [[name, withoutAddresses(entry[name])]])),
      ),
      authors: submission.authors,
      tags: submission.tags,
    },
  };
}

/** Components may have relations of their own, to people too. */
function withoutAddresses(value: unknown): unknown {
  const isAddress = (one: unknown) => typeof one === "string" && isEmailAddress(one);
  if (Array.isArray(value)) return value.filter((one) => !isAddress(one)).map(withoutAddresses);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isAddress(one))
      .map(([name, one]) => [name, withoutAddresses(one)]),
  );
}
