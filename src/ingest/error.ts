// Every way a submission can be refused. A new way is a new arm here.

export type FieldError = {
  readonly pointer: string; // JSON Pointer (RFC 6901) into the submission; "" for its whole
  readonly detail: string; // what to change
};

export type IngestError =
  | { readonly kind: "body_empty" }
  | { readonly kind: "body_too_large"; readonly maxBytes: number }
  | { readonly kind: "content_encoding_unsupported"; readonly encoding: string }
  | { readonly kind: "media_type_unsupported"; readonly mediaType: string }
  | { readonly kind: "charset_unsupported"; readonly charset: string }
  | { readonly kind: "charset_mismatch"; readonly charset: string }
  | { readonly kind: "json_invalid"; readonly reason: string }
  | { readonly kind: "json_too_deep"; readonly maxDepth: number }
  | {
      readonly kind: "batch_size_invalid";
      readonly pointer: string; // of the list of articles
      readonly articles: number;
      readonly maxArticles: number;
    }
  /** A document of XML that can't be read as a whole. */
  | { readonly kind: "xml_invalid"; readonly line: number; readonly reason: string }
  /** A document that can be read, and is no feed. */
  | { readonly kind: "feed_unknown"; readonly found: string }
  /** One of a feed's entries; the others may be fine. `place` is a line, or a JSON Pointer. */
  | { readonly kind: "entry_unusable"; readonly place: string; readonly reason: string }
  | { readonly kind: "fields_invalid"; readonly fields: readonly FieldError[] };

export const fieldInvalid = (pointer: string, detail: string): IngestError => ({
  kind: "fields_invalid",
  fields: [{ pointer, detail }],
});
