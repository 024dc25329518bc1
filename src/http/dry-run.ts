// `?dry_run=1`, on every way in: all of it but storing.

import type { Feed } from "../model/feed.ts";
import { renderForms } from "../pipeline/preview.ts";
import type { Change, Deps } from "../ports.ts";
import { answerResponse, jsonResponse, resultOf } from "./answers.ts";
import { type Problem, problemResponse, UNAVAILABLE } from "./problem.ts";
import { inPlace, type ListElement } from "./take-list.ts";

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
  const [preview] = await deps.journalOf(feed.slug).preview([change]);
  if (preview === undefined) return problemResponse(UNAVAILABLE);
  const { answer, article } = preview;
  if (answer.kind !== "receipt") return answerResponse(answer);
  const forms =
    article === null || change.kind === "withdrawal"
      ? null
      : await renderForms(article, feed, deps.publicOrigin);
  return dryResponse({ ...JSON.parse(answer.body), article, forms });
}

/** The same of several, each as if it were alone; forms are for one. */
export async function dryRunList(
  deps: Needs,
  feed: Feed,
  elements: readonly ListElement[],
): Promise<Response> {
  const changes = elements.flatMap((element) => (element.ok ? [element.value] : []));
  const previews = changes.length === 0 ? [] : await deps.journalOf(feed.slug).preview(changes);
  const results = previews.map(({ answer, article }) => ({ ...resultOf(answer), article }));
  return dryResponse({ results: inPlace(elements, results) });
}

const dryResponse = (body: object): Response =>
  jsonResponse(200, JSON.stringify({ dryRun: true, ...body }), {});
