// Errors as a person and a program can read them: RFC 9457.
//
// `type` is stable: match on it, not on the words.

import type { FieldError } from "../ingest/error.ts";
import { SUBMISSION_MEDIA_TYPES } from "../ingest/receive.ts";
import type { PrepareError } from "../pipeline/prepare.ts";
import { documentProblemOf } from "./document-problem.ts";

export type Problem = {
  readonly status: number;
  readonly name: string; // the last part of `type`
  readonly title: string;
  readonly detail: string; // what to change
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** A problem as RFC 9457 §3 writes it. */
export const problemBody = ({ status, name, title, detail, errors }: Problem) => ({
  type: `urn:edgewire:problem:${name}`,
  title,
  status,
  detail,
  ...(errors ? { errors } : {}),
});

export function problemResponse(problem: Problem): Response {
  const { status, headers } = problem;
  return new Response(JSON.stringify(problemBody(problem)), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}

// One answer for a missing token, a wrong one and a feed that doesn't exist: a prober learns nothing.
export const UNAUTHORIZED: Problem = {
  status: 401,
  name: "unauthorized",
  title: "Not authorized",
  detail: "Send `Authorization: Bearer …` with a token that may post to this feed.",
  headers: { "WWW-Authenticate": 'Bearer realm="edgewire"' },
};

export const NOT_FOUND: Problem = {
  status: 404,
  name: "not-found",
  title: "Not found",
  detail: "There is nothing at this address. `/` lists every feed.",
};

export const ARTICLE_UNKNOWN: Problem = {
  status: 404,
  name: "article-unknown",
  title: "No such article",
  detail: "This feed has no article with that key. POST to the feed's articles to create one.",
};

export const REVISION_UNKNOWN: Problem = {
  status: 404,
  name: "revision-unknown",
  title: "No such revision",
  detail: "This article has no such revision, or it was purged. GET the article to see which there are.",
};

export const RECEIPT_UNKNOWN: Problem = {
  status: 404,
  name: "receipt-unknown",
  title: "No such receipt",
  detail: "Nothing was taken from you under this Idempotency-Key in the last seven days. Send it again.",
};

export const GONE: Problem = {
  status: 410,
  name: "withdrawn",
  title: "Withdrawn",
  detail: "The publisher has withdrawn this article.",
};

export const FEED_RETIRED: Problem = {
  status: 410,
  name: "feed-retired",
  title: "This feed has ended",
  detail: "Nothing more comes from this feed. `/` lists those that go on.",
};

export const UNAVAILABLE: Problem = {
  status: 503,
  name: "unavailable",
  title: "Try again",
  detail: "This could not be done just now. Nothing was acknowledged: send it again.",
  headers: { "Retry-After": "5" },
};

export const MISCONFIGURED: Problem = {
  status: 503,
  name: "misconfigured",
  title: "Not set up",
  detail: "This wire's PUBLIC_ORIGIN is not a scheme and a host. Its operator finds the reason in the log.",
};

export const NOT_PUBLISHED_YET: Problem = {
  status: 503,
  name: "not-published-yet",
  title: "Not published yet",
  detail: "This feed is being published for the first time, or again. It will be here within minutes.",
  headers: { "Retry-After": "60" },
};

export const IDEMPOTENCY_CONFLICT: Problem = {
  status: 422,
  name: "idempotency-key-reused",
  title: "Idempotency-Key used before",
  detail: "This Idempotency-Key came with another request. Use a new key for a new request.",
};

export const IDEMPOTENCY_KEY_INVALID: Problem = {
  status: 400,
  name: "idempotency-key-invalid",
  title: "Idempotency-Key not usable",
  detail: "Idempotency-Key must be 1 to 255 visible ASCII characters.",
};

export const PURGE_INVALID: Problem = {
  status: 400,
  name: "query-invalid",
  title: "Query not understood",
  detail: "DELETE withdraws; `?purge=1`, and no other query, also erases the text. Nothing was done.",
};

export const methodNotAllowed = (allow: string): Problem => ({
  status: 405,
  name: "method-not-allowed",
  title: "Method not allowed",
  detail: `This address answers ${allow}.`,
  headers: { Allow: allow },
});

/** The one place where a refused submission becomes HTTP. */
export function problemOf(error: PrepareError): Problem {
  switch (error.kind) {
    case "body_empty":
      return problem(400, "body-empty", "The body is empty", "Send the article as the request's body.");
    case "body_too_large":
      return problem(413, "body-too-large", "The body is too large", `Send at most ${error.maxBytes} bytes.`);
    case "article_too_large":
      return problem(
        413,
        "article-too-large",
        "The article is too large",
        `Escaped for a feed, it must not be larger than ${error.maxBytes} bytes. Shorten it or split it.`,
      );
    case "content_encoding_unsupported":
      return {
        ...problem(
          415,
          "content-encoding-unsupported",
          "The body is compressed",
          `Send it as it is, not as ${error.encoding}.`,
        ),
        headers: { "Accept-Encoding": "identity" },
      };
    case "media_type_unsupported":
      return {
        ...problem(
          415,
          "media-type-unsupported",
          "Content-Type not supported",
          `Send ${listed(SUBMISSION_MEDIA_TYPES)}${error.mediaType === "" ? "; there was no Content-Type" : `, not ${error.mediaType}`}.`,
        ),
        headers: { Accept: SUBMISSION_MEDIA_TYPES.join(", ") },
      };
    case "hook_media_type_unsupported":
      return {
        ...problem(
          415,
          "media-type-unsupported",
          "Content-Type not supported",
          `Send a webhook's body as application/json, not ${error.mediaType}.`,
        ),
        headers: { Accept: "application/json" },
      };
    case "charset_unsupported":
      return problem(
        415,
        "charset-unsupported",
        "Character set not supported",
        `There is no character set named ${error.charset}; send UTF-8.`,
      );
    case "charset_mismatch":
      return problem(
        400,
        "charset-mismatch",
        "The body is not in its character set",
        `Some bytes are not ${error.charset}. Say the right charset in Content-Type, or send UTF-8.`,
      );
    case "json_invalid":
    case "json_too_deep":
    case "xml_invalid":
    case "feed_unknown":
    case "entry_unusable":
      return documentProblemOf(error);
    case "identity_mismatch":
      return problem(
        422,
        "identity-mismatch",
        "The id is another article's",
        "The body's id belongs to another article than the address. Leave it out, or PUT to that article.",
      );
    case "batch_size_invalid": {
      const { pointer, articles, maxArticles } = error;
      const detail = `must have 1 to ${maxArticles} articles, and has ${articles}`;
      return fieldsProblem(`The batch ${detail}.`, [{ pointer, detail }]);
    }
    case "fields_invalid":
      return fieldsProblem(sentenceOf(error.fields), error.fields);
  }
}

const problem = (status: number, name: string, title: string, detail: string): Problem => ({
  status,
  name,
  title,
  detail,
});

const fieldsProblem = (detail: string, fields: readonly FieldError[]): Problem => ({
  ...problem(422, "fields-invalid", "Some fields can't be used", detail),
  errors: fields.slice(0, MOST_ERRORS),
});

/** More than a person mends at a time. */
const MOST_ERRORS = 20;

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

const sentenceOf = (fields: readonly FieldError[]): string =>
  fields
    .slice(0, 3)
    .map(({ pointer, detail }) => `${pointer === "" ? "The article" : pointer} ${detail}.`)
    .join(" ") + (fields.length > 3 ? ` And ${fields.length - 3} more.` : "");
