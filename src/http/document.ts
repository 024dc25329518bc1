// A finished document: bytes, validators and headers, made ready once and served many times.

import { isFresh, type Validators } from "./conditional.ts";

export type Document = Validators & {
  readonly lengthBytes: number;
  /**
   * The body as text. Of bytes workerd makes an object outside the heap for each
   * answer, and the collections that these bring on cost more than all the rest.
   */
  readonly text: () => string;
  // Made once: building headers anew costs a hot request a twentieth of its time.
  readonly full: { readonly status: number; readonly headers: Headers };
  readonly notModified: { readonly status: 304; readonly headers: Headers };
};

type Facts = Validators & {
  readonly status?: number;
  readonly body: Uint8Array; // UTF-8
  readonly mediaType: string; // with its charset
  readonly cacheControl: string;
  readonly contentSecurityPolicy: string;
  readonly more: Readonly<Record<string, string>>;
};

export function makeDocument(facts: Facts): Document {
  const headers = new Headers({
    "Content-Type": facts.mediaType,
    ETag: facts.etag,
    ...(facts.lastModifiedAt === null
      ? {}
      : { "Last-Modified": new Date(facts.lastModifiedAt).toUTCString() }),
    "Cache-Control": facts.cacheControl,
    "Content-Security-Policy": facts.contentSecurityPolicy,
    "X-Content-Type-Options": "nosniff",
    ...facts.more,
  });
  let text: string | null = null;
  return {
    etag: facts.etag,
    version: facts.version,
    lastModifiedAt: facts.lastModifiedAt,
    lengthBytes: facts.body.byteLength,
    text: () => {
      text ??= new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(facts.body);
      return text;
    },
    full: { status: facts.status ?? 200, headers },
    notModified: { status: 304, headers },
  };
}

/** Answer a GET or HEAD with a document: 200, or 304 when the reader has it. */
export function answer(request: Request, document: Document, now: number): Response {
  const { full, notModified, text, lengthBytes } = document;
  const conditions = {
    ifNoneMatch: request.headers.get("If-None-Match"),
    ifModifiedSince: request.headers.get("If-Modified-Since"),
  };
  if (full.status === 200 && isFresh(conditions, document, now)) return new Response(null, notModified);
  if (request.method !== "HEAD") return new Response(text(), full);
  const headers = new Headers(full.headers);
  headers.set("Content-Length", String(lengthBytes));
  return new Response(null, { status: full.status, headers });
}
