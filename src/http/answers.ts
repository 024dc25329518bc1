// What the journal answers a write, as HTTP says it.

import type { Answer } from "../ports.ts";
import {
  ARTICLE_UNKNOWN,
  IDEMPOTENCY_CONFLICT,
  type Problem,
  problemBody,
  problemResponse,
  UNAVAILABLE,
} from "./problem.ts";

export function answerResponse(answer: Answer): Response {
  switch (answer.kind) {
    case "not_found":
      return problemResponse(ARTICLE_UNKNOWN);
    case "idempotency_conflict":
      return problemResponse(IDEMPOTENCY_CONFLICT);
    case "overtaken":
      return problemResponse(UNAVAILABLE);
    case "receipt":
      return jsonResponse(answer.status, answer.body, {
        Location: new URL(JSON.parse(answer.body).url).href,
        ...(answer.replayed ? { "Idempotency-Replayed": "true" } : {}),
      });
  }
}

/** A refusal, in a list of results. */
export const problemResult = (problem: Problem) => ({
  status: problem.status,
  problem: problemBody(problem),
});

/** An answer, in a list of results. */
export function resultOf(answer: Answer | undefined) {
  switch (answer?.kind) {
    case "receipt":
      return { status: answer.status, receipt: JSON.parse(answer.body) };
    case "idempotency_conflict":
      return problemResult(IDEMPOTENCY_CONFLICT);
    case "not_found":
    case "overtaken":
    case undefined:
      return problemResult(UNAVAILABLE);
  }
}

export const jsonResponse = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): Response =>
  new Response(body, {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
