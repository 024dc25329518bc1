// Sanity, https://www.sanity.io/docs/content-lake/webhooks: what a webhook sends
// is what its projection says, so the one that this reads is in docs/connect/sanity.md.
//
// Unpublishing a document deletes it and leaves its draft, "drafts." and its id;
// a version that waits in a release is "versions.". Sanity shows nobody without a
// token a document with a dot in its id, and so don't we.

import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { AdapterDefinition } from "../../model/source.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { renderMarkdown } from "../markdown/markdown.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { only, sizeAt, textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";
import { renderPortableText } from "./portable-text.ts";
import { authorsOf, tagsOf } from "./values.ts";

export type SanityOptions = Pick<Extract<AdapterDefinition, { readonly adapter: "sanity" }>, "types">;

/** What the projection gives; anything else that it might give isn't kept. */
const FIELDS = [
  "_id",
  "_type",
  "_updatedAt",
  "operation",
  "title",
  "slug",
  "url",
  "externalUrl",
  "summary",
  "publishedAt",
  "language",
  "tags",
  "image",
  "imageAlt",
  "imageCaption",
  "imageWidth",
  "imageHeight",
  "body",
];

/** Read what happened to a document. */
export function readSanity({ json }: HookDelivery, options: SanityOptions): Result<HookEvent, IngestError> {
  const id = textAt(json, "/_id");
  if (id === null) return refuse("/_id", `must be the document's id: ${PROJECTION}`);
  const type = textAt(json, "/_type");
  if (type === null) return refuse("/_type", `must be the document's type: ${PROJECTION}`);
  const operation = textAt(json, "/operation");
  if (!/^(?:create|update|delete)$/.test(operation ?? ""))
    return refuse("/operation", `must be create, update or delete: ${PROJECTION}`);

  if (id.includes(".")) return ok({ kind: "ignored", reason: "a draft, or a version in a release" });
  // Sanity keeps pictures and files as documents too.
  if (/^(?:sanity|system)\./.test(type) || options.types?.includes(type) === false)
    return ok({ kind: "ignored", reason: `documents of type ${type} are not articles` });
  const updatedAt = textAt(json, "/_updatedAt");
  if (operation === "delete")
    return ok({ kind: "withdrawal", id, withdrawnAt: null, lastUpdatedAt: updatedAt });
  if (updatedAt === null) return refuse("/_updatedAt", `must be the document's time: ${PROJECTION}`);

  const body = readBody(valueAt(json, "/body"));
  if (!body.ok) return body;
  const submission = { ...submissionOf(json), id, dateModified: updatedAt, ...body.value };
  // A projection may say all of an author, e-mail address and all.
  return ok({ kind: "article", submission, kept: { ...only(json, FIELDS), authors: submission.authors } });
}

const PROJECTION = "use the projection of docs/connect/sanity.md";

const refuse = (pointer: string, detail: string) => fail(fieldInvalid(pointer, detail));

type Body = Pick<Submission, "contentHtml" | "markdown" | "dropped">;

/** A text is Portable Text, or a string of Markdown. */
function readBody(body: unknown): Result<Body, IngestError> {
  if (body === undefined) return ok({ contentHtml: null, markdown: null, dropped: [] });
  if (typeof body === "string") {
    const html = renderMarkdown(body, "/body");
    return html.ok ? ok({ contentHtml: html.value, markdown: body, dropped: [] }) : html;
  }
  const rendered = renderPortableText(body, "/body");
  if (!rendered.ok) return rendered;
  const { html, dropped } = rendered.value;
  return ok({ contentHtml: html, markdown: null, dropped });
}

const submissionOf = (json: unknown): Submission => ({
  ...EMPTY_SUBMISSION,
  url: textAt(json, "/url"),
  externalUrl: textAt(json, "/externalUrl"),
  slug: textAt(json, "/slug"),
  title: textAt(json, "/title"),
  summary: textAt(json, "/summary"),
  image: textAt(json, "/image"),
  imageAlt: textAt(json, "/imageAlt"),
  imageCaption: textAt(json, "/imageCaption"),
  imageWidth: sizeAt(json, "/imageWidth"),
  imageHeight: sizeAt(json, "/imageHeight"),
  authors: authorsOf(valueAt(json, "/authors")).slice(0, MAX_AUTHORS),
  tags: tagsOf(valueAt(json, "/tags")).slice(0, MAX_TAGS),
  language: textAt(json, "/language"),
  datePublished: textAt(json, "/publishedAt"),
  isLenient: true,
});
