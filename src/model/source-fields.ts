// How a source's definition names the fields of its articles.

/** The fields that an article can have, in the words of JSON Feed. */
export const ARTICLE_FIELDS = [
  "id",
  "url",
  "external_url",
  "slug",
  "title",
  "content_html",
  "content_markdown",
  "content_text",
  "summary",
  "image",
  "image_alt",
  "image_caption",
  "image_credit",
  "authors",
  "tags",
  "language",
  "date_published",
  "date_modified",
] as const;

export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** A JSON Pointer (RFC 6901), or several: the first that leads to something counts. */
export type Pointers = string | readonly string[];

/** Where each field of an article is; a text that begins with http: or https: is an address with pointers in braces. */
export type FieldMap = { readonly id: Pointers } & { readonly [field in ArticleField]?: Pointers };

/** True when what the pointer leads to is one of these; numbers, true, false and null as JSON spells them. */
export type Condition = { readonly at: Pointers; readonly is: readonly string[] };

/** What a content model calls the fields of its articles. */
export const NAMED_FIELDS = [
  "title",
  "content",
  "summary",
  "slug",
  "image",
  "imageAlt",
  "authors",
  "tags",
  "datePublished",
  "externalUrl",
] as const;

export type FieldNames = { readonly [field in (typeof NAMED_FIELDS)[number]]?: string };
