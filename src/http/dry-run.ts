// `?dry_run=1`, on every way in: all of it but storing.

import type { Feed } from "../model/feed.ts";
import { renderForms } from "../pipeline/preview.ts";
import type { Change, Deps } from "../ports.ts";
import { answerResponse, jsonResponse, resultOf } from "./answers.ts";
import { type Problem, problemBody } from "./problem.ts";

type Needs = Pick<Deps, "journalOf" | "publicOrigin">;

export const DRY_RUN_INVALID: Problem = {
  status: 400,
  name: "query-invalid",
  title: "Query not understood",
  detail: "`?dry_run=1` tries without storing; nothing else can be asked here. Nothing was done.",
};

/** A dry run that was misspelt must not pass for a real one. @returns null when it was */
export function readDryRun(url: string): boolean | null {
  const query = new URL(url).searchParams;
  if (!query.has("dry_run")) return false;
  return query.getAll("dry_run").join() === "1" ? true : null;
}

/** What would be answered, with the article and how each form would show it. */
export async function dryRun(deps: Needs, feed: Feed, change: Change): Promise<Response> {
  const { answer, article } = await deps.journalOf(feed.slug).preview(change);
  if (answer.kind !== "receipt") return answerResponse(answer);
  const forms =
    article === null || change.kind === "withdrawal"
      ? null
      : await renderForms(article, feed, deps.publicOrigin);
  return dryResponse({ ...JSON.parse(answer.body), article, forms });
}

/** The same of several, each for itself; forms are for one. */
export async function dryRunAll(
  deps: Needs,
  feed: Feed,
  changes: readonly (Change | Problem)[],
): Promise<Response> {
  const results: unknown[] = [];
  for (const change of changes) {
    if (!("kind" in change)) {
      results.push({ status: change.status, problem: problemBody(change) });
      continue;
    }
    const { answer, article } = await deps.journalOf(feed.slug).preview(change);
    results.push({ ...resultOf(answer), article });
  }
  return dryResponse({ results });
}

const dryResponse = (body: object): Response =>
  jsonResponse(200, JSON.stringify({ dryRun: true, ...body }), {});
