// The fields of Contentful's entries, as a content model names them.

import { isRecord } from "../../model/check-fields.ts";
import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import type { Dropped } from "../../model/receipt.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { AdapterDefinition } from "../../model/source.ts";
import type { NAMED_FIELDS } from "../../model/source-fields.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { renderMarkdown } from "../markdown/markdown.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { shorten } from "../text.ts";
import { articleUrlOf } from "./article-url.ts";
import { textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";
import { isRichText, renderRichText } from "./rich-text.ts";

export type ContentfulOptions = Omit<
  Extract<AdapterDefinition, { readonly adapter: "contentful" }>,
  "adapter"
>;

// RFC 6901 §3
export const pointerOf = (...names: readonly string[]): string =>
  names.map((name) => `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

type FieldName = (typeof NAMED_FIELDS)[number];

/** What content models call them most often, Contentful's own templates among them; the first that is there counts. */
const USUAL: Readonly<Record<FieldName, readonly string[]>> = {
  title: ["title", "headline"],
  content: ["content", "body"],
  summary: ["summary", "description", "excerpt"],
  slug: ["slug"],
  image: ["image", "heroImage"],
  imageAlt: ["imageAlt"],
  authors: ["authors", "author"],
  tags: ["tags", "categories"],
  datePublished: ["datePublished", "publishDate"],
  externalUrl: ["externalUrl"],
};

/** A field that is the same in every language has one value, under the space's first language. */
const IN_ANY_LANGUAGE: readonly FieldName[] = [
  "slug",
  "image",
  "authors",
  "tags",
  "datePublished",
  "externalUrl",
];

export type EntryFields = {
  readonly submission: Submission; // without id and time
  readonly fields: Readonly<Record<string, unknown>>; // what it is made of
};

/** Read an entry's fields in one language; no other one stands in for a title or a text that is missing. */
export function readEntryFields(
  json: unknown,
  { fields: named = {}, locale, articleUrl }: ContentfulOptions,
): Result<EntryFields, IngestError> {
  const fields: Record<string, unknown> = {};
  const dropped: Dropped[] = [];
  const inLocale = (name: string, isInAny: boolean): unknown => {
    const said = valueAt(json, pointerOf("fields", name, locale));
    if (said !== undefined || !isInAny) return said;
    const field = valueAt(json, pointerOf("fields", name));
    const values = isRecord(field) ? Object.values(field) : [];
    return values.length === 1 ? values[0] : undefined;
  };
  const value = (field: FieldName): { readonly name: string; readonly value: unknown } => {
    const isInAny = IN_ANY_LANGUAGE.includes(field);
    const given = named[field];
    const candidates = given === undefined ? USUAL[field] : [given];
    const name = candidates.find((one) => inLocale(one, isInAny) !== undefined) ?? candidates[0] ?? field;
    fields[name] = inLocale(name, isInAny);
    return { name, value: fields[name] };
  };
  const texts = (field: FieldName): string[] => {
    const { name, value: said } = value(field);
    return (Array.isArray(said) ? said : [said]).flatMap((one) => {
      if (typeof one === "string" && one.trim() !== "") return [one];
      const linkType = textAt(one, "/sys/linkType");
      if (linkType !== null)
        dropped.push({
          rule: linkType === "Asset" ? "embedded-asset" : "embedded-entry",
          detail: shorten(`${name}: ${textAt(one, "/sys/id") ?? ""}`, 100),
        });
      return [];
    });
  };
  const text = (field: FieldName): string | null => texts(field)[0] ?? null;

  const all = valueAt(json, "/fields");
  const entry = Object.fromEntries(
    Object.keys(isRecord(all) ? all : {}).map((name) => [name, inLocale(name, true)]),
  );
  const content = value("content");
  const body = readContent(content.value, pointerOf("fields", content.name, locale));
  if (!body.ok) return body;
  const submission = {
    ...EMPTY_SUBMISSION,
    url: articleUrlOf(articleUrl, entry),
    externalUrl: text("externalUrl"),
    slug: text("slug"),
    title: text("title"),
    contentHtml: body.value.html,
    markdown: body.value.markdown,
    summary: text("summary"),
    image: text("image"),
    imageAlt: text("imageAlt"),
    authors: texts("authors")
      .slice(0, MAX_AUTHORS)
      .map((name) => ({ name, url: null, avatar: null })),
    tags: texts("tags").slice(0, MAX_TAGS),
    language: locale,
    datePublished: text("datePublished"),
    isLenient: true,
    dropped: [...body.value.dropped, ...dropped],
  };
  return ok({ submission, fields });
}

type Content = Pick<Submission, "markdown" | "dropped"> & { readonly html: string | null };

/** A text is rich text, or a string of Markdown. */
function readContent(content: unknown, pointer: string): Result<Content, IngestError> {
  if (content === undefined) return ok({ html: null, markdown: null, dropped: [] });
  if (typeof content === "string") {
    const html = renderMarkdown(content, pointer);
    return html.ok ? ok({ html: html.value, markdown: content, dropped: [] }) : html;
  }
  if (!isRichText(content)) return fail(fieldInvalid(pointer, "must be rich text, or Markdown"));
  const { html, dropped } = renderRichText(content);
  return ok({ html: html === "" ? null : html, markdown: null, dropped });
}
