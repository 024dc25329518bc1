// Several changes at once: all that can be made go to the journal in one call, and
// every element of the list has its own result, in its place.

import type { Result } from "../model/result.ts";
import type { PrepareError } from "../pipeline/prepare.ts";
import type { BatchAnswer, BatchedChange, Change } from "../ports.ts";
import { jsonResponse, problemResult, resultOf } from "./answers.ts";
import { type Problem, problemOf, problemResponse } from "./problem.ts";

/** A change to be made, or the result that there is already. */
export type ListElement = Result<Change, object>;

/** @param conflict what is said where the list's idempotency key came with another one */
export async function takeList(
  elements: readonly ListElement[],
  take: (changes: readonly BatchedChange[]) => Promise<BatchAnswer>,
  conflict: Problem,
): Promise<Response> {
  const changes = elements.flatMap((element, at) => (element.ok ? [{ at, ...element.value }] : []));
  const answered: BatchAnswer =
    changes.length === 0 ? { kind: "answers", answers: [], replayed: false } : await take(changes);
  if (answered.kind === "idempotency_conflict") return problemResponse(conflict);
  const results = inPlace(elements, answered.answers.map(resultOf));
  const headers = answered.replayed ? { "Idempotency-Replayed": "true" } : {};
  return jsonResponse(200, JSON.stringify({ results }), headers);
}

/** @param results of the changes, in their order */
export function inPlace(elements: readonly ListElement[], results: readonly object[]): readonly object[] {
  let nth = 0;
  return elements.map((element) => {
    if (!element.ok) return element.error;
    nth += 1;
    return results[nth - 1] ?? resultOf(undefined);
  });
}

/** A refusal, as an element. */
export const refused = (error: PrepareError) => problemResult(problemOf(error));
