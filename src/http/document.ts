// A finished document: bytes, validators and headers, made ready once and served many times.

import { isFresh, type Validators } from "./conditional.ts";

export type Document = Validators & {
  readonly status: number;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>; // of 200, 304 and HEAD alike
};

type Facts = Validators & {
  readonly status?: number;
  readonly body: Uint8Array;
  readonly mediaType: string; // with its charset
  readonly cacheControl: string;
  readonly contentSecurityPolicy: string;
  readonly more: Readonly<Record<string, string>>;
};

export const makeDocument = (facts: Facts): Document => ({
  status: facts.status ?? 200,
  etag: facts.etag,
  version: facts.version,
  lastModifiedAt: facts.lastModifiedAt,
  body: facts.body,
  headers: {
    "Content-Type": facts.mediaType,
    ETag: facts.etag,
    "Last-Modified": new Date(facts.lastModifiedAt).toUTCString(),
    "Cache-Control": facts.cacheControl,
    "Content-Security-Policy": facts.contentSecurityPolicy,
    "X-Content-Type-Options": "nosniff",
    ...facts.more,
  },
});

/** Answer a GET or HEAD with a document: 200, or 304 when the reader has it. */
export function answer(request: Request, document: Document, now: number): Response {
  const { status, headers, body } = document;
  const conditions = {
    ifNoneMatch: request.headers.get("If-None-Match"),
    ifModifiedSince: request.headers.get("If-Modified-Since"),
  };
  if (status === 200 && isFresh(conditions, document, now))
    return new Response(null, { status: 304, headers });
  if (request.method === "HEAD")
    return new Response(null, { status, headers: { ...headers, "Content-Length": String(body.byteLength) } });
  return new Response(body, { status, headers });
}
