// What Micropub answers: errors as it names them, and receipts.
//
// Source: https://www.w3.org/TR/micropub/#error-response
//
// The Recommendation says 401 of a scope that is missing, its newer draft and RFC 6750
// §3.1 say 403: so does this.

import type { IngestError } from "../ingest/error.ts";
import { MICROPUB_MEDIA_TYPES } from "../ingest/micropub/read-body.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { PrepareError } from "../pipeline/prepare.ts";
import type { Answer } from "../ports.ts";
import { jsonResponse } from "./answers.ts";
import { IDEMPOTENCY_CONFLICT, type Problem, problemOf, UNAVAILABLE } from "./problem.ts";

/** A client may run in a browser, at any site: it has no cookie of ours, only the token that it was given. */
export const MICROPUB_CORS: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Location, Link, Idempotency-Replayed, Retry-After",
};

export const micropubJson = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response => jsonResponse(status, JSON.stringify(body), { ...MICROPUB_CORS, ...headers });

/** A problem as Micropub has it: it knows fewer statuses. */
export function micropubError({ status, name, detail, headers }: Problem): Response {
  const error = errorOf(status, name);
  const known = [401, 403, 413, 415].includes(status) || status >= 500 ? status : 400;
  return micropubJson(known, { error, error_description: detail }, headers);
}

function errorOf(status: number, name: string): string {
  if (status === 401) return "unauthorized";
  if (name === "insufficient-scope") return "insufficient_scope";
  if (status === 403) return "forbidden";
  return status >= 500 ? "temporarily_unavailable" : "invalid_request";
}

export const badRequest = (detail: string): Problem => ({
  status: 400,
  name: "micropub-request-invalid",
  title: "The request can't be used",
  detail,
});

export const NO_SUCH_ARTICLE = badRequest("/url is the address of no article of this feed.");

export const MICROPUB_RETIRED: Problem = {
  status: 403,
  name: "micropub-feed-retired",
  title: "This feed has ended",
  detail: "Nothing more is taken for this feed.",
};

/** A refused submission, in Micropub's vocabulary. */
export function refusalOf(error: PrepareError): Problem {
  if (error.kind === "media_type_unsupported") {
    const detail = `Send ${MICROPUB_MEDIA_TYPES.join(", ")}, not ${error.mediaType || "a body without a type"}.`;
    return { ...problemOf(error), detail, headers: { Accept: MICROPUB_MEDIA_TYPES.join(", ") } };
  }
  return problemOf(error.kind === "fields_invalid" ? inProperties(error) : error);
}

// `normalize` speaks of JSON Feed's fields.
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^\/title$/, "/name"],
  [/^\/content_(?:html|text)$/, "/content"],
  [/^\/date_published$/, "/published"],
  [/^\/date_modified$/, "/updated"],
  [/^\/image(?:_alt)?$/, "/photo"],
  [/^\/attachments(?:\/.*)?$/, "/photo, /video or /audio"],
  [/^\/authors\b/, "/author"],
  [/^\/tags\b/, "/category"],
  [/^\/external_url$/, "/bookmark-of"],
];

const inProperties = (error: Extract<IngestError, { kind: "fields_invalid" }>): IngestError => ({
  ...error,
  fields: error.fields.map(({ pointer, detail }) => ({
    pointer: PROPERTIES.reduce((named, [from, to]) => named.replace(from, to), pointer),
    detail,
  })),
});

export type Taken = {
  readonly url: string; // of the article's page, now
  readonly status: string;
  readonly body: string; // the receipt
  readonly headers: Readonly<Record<string, string>>;
};

/** A receipt, to be answered with the status that the request has when it is done. */
export function takenOf(answer: Answer): Result<Taken, Problem> {
  switch (answer.kind) {
    case "not_found":
      return fail(NO_SUCH_ARTICLE);
    case "overtaken":
      return fail(UNAVAILABLE);
    case "idempotency_conflict":
      return fail(IDEMPOTENCY_CONFLICT);
    case "receipt": {
      const { url, status } = JSON.parse(answer.body);
      const replayed = answer.replayed ? { "Idempotency-Replayed": "true" } : {};
      // Written anew: a header holds no letter beyond ASCII.
      const headers = { ...MICROPUB_CORS, Location: new URL(url).href, ...replayed };
      return ok({ url, status, body: answer.body, headers });
    }
  }
}
