// What a publisher may do: POST an article, PUT it anew, DELETE it, and have the
// feed written to KV again. Nobody is told anything before the token is good.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { keyOfSegment } from "../model/address.ts";
import { MAX_BODY_BYTES } from "../model/limits.ts";
import type { Result } from "../model/result.ts";
import { type Prepared, type PrepareError, prepare } from "../pipeline/prepare.ts";
import type { BatchAnswer, Change, Deps, Idempotency, Journal } from "../ports.ts";
import { answerResponse, jsonResponse, problemResult, resultOf } from "./answers.ts";
import { readBody } from "./body.ts";
import { DRY_RUN_INVALID, dryRun, dryRunAll, readDryRun } from "./dry-run.ts";
import { readIdempotency } from "./idempotency.ts";
import {
  ARTICLE_UNKNOWN,
  FEED_RETIRED,
  IDEMPOTENCY_CONFLICT,
  IDEMPOTENCY_KEY_INVALID,
  type Problem,
  PURGE_INVALID,
  problemOf,
  problemResponse,
} from "./problem.ts";
import { type Sender, verifySender } from "./sender.ts";

type Needs = Pick<Deps, "feeds" | "secret" | "journalOf" | "now" | "publicOrigin">;

export const submitRoutes = (deps: Needs) =>
  new Hono()
    .post("/:feed/articles", async (c) => {
      const sender = await verifySender(deps, c, "create");
      return sender.ok ? submit(deps, c, sender.value, null) : problemResponse(sender.error);
    })
    .put("/:feed/articles/:segment", async (c) => {
      const sender = await verifySender(deps, c, "update");
      if (!sender.ok) return problemResponse(sender.error);
      const key = keyOfSegment(c.req.param("segment"));
      return key === null ? problemResponse(ARTICLE_UNKNOWN) : submit(deps, c, sender.value, key);
    })
    .delete("/:feed/articles/:segment", async (c) => {
      const sender = await verifySender(deps, c, "delete");
      if (!sender.ok) return problemResponse(sender.error);
      const { feed, publisher } = sender.value;
      const key = keyOfSegment(c.req.param("segment"));
      if (key === null) return problemResponse(ARTICLE_UNKNOWN);
      const purge = readPurge(new URL(c.req.url).searchParams);
      if (purge === null) return problemResponse(PURGE_INVALID);
      const idempotency = await readIdempotency(c, new Uint8Array());
      if (!idempotency.ok) return problemResponse(IDEMPOTENCY_KEY_INVALID);
      const answer = await deps.journalOf(feed.slug).withdraw({
        publisher: publisher.name,
        key,
        purge,
        source: null,
        idempotency: idempotency.value,
      });
      return answerResponse(answer);
    })
    .post("/:feed/rebuild", async (c) => {
      const sender = await verifySender(deps, c, "update");
      if (!sender.ok) return problemResponse(sender.error);
      const { slug } = sender.value.feed;
      const { articles } = await deps.journalOf(slug).rebuild();
      return jsonResponse(202, JSON.stringify({ feed: slug, articles }), {});
    });

/** An erasure that was misspelt must not pass for a withdrawal. @returns null when it was */
function readPurge(query: URLSearchParams): boolean | null {
  if (query.size === 0) return false;
  return query.size === 1 && query.get("purge") === "1" ? true : null;
}

async function submit(deps: Needs, c: Context, sender: Sender, key: string | null): Promise<Response> {
  if (sender.feed.retired) return problemResponse(FEED_RETIRED);
  const isDry = readDryRun(c.req.url);
  if (isDry === null) return problemResponse(DRY_RUN_INVALID);
  const body = await readBody(c.req.raw, MAX_BODY_BYTES);
  const idempotency = await readIdempotency(c, body);
  if (!idempotency.ok) return problemResponse(IDEMPOTENCY_KEY_INVALID);
  const header = (name: string) => c.req.header(name) ?? null;
  const prepared = await prepare(deps, {
    feed: sender.feed,
    publisher: sender.publisher.name,
    body,
    contentType: header("Content-Type"),
    contentEncoding: header("Content-Encoding"),
    contentLocation: header("Content-Location"),
    contentLanguage: header("Content-Language"),
    key,
  });
  if (!prepared.ok) return problemResponse(problemOf(prepared.error));
  if (isDry)
    return prepared.value.kind === "article"
      ? dryRun(deps, sender.feed, { kind: "article", command: prepared.value.prepared })
      : dryRunAll(deps, sender.feed, prepared.value.results.map(changeOf));
  const journal = () => deps.journalOf(sender.feed.slug);
  if (prepared.value.kind === "batch") {
    const publisher = sender.publisher.name;
    return submitBatch(journal, {
      publisher,
      results: prepared.value.results,
      idempotency: idempotency.value,
    });
  }
  return answerResponse(
    await journal().accept({ ...prepared.value.prepared, idempotency: idempotency.value }),
  );
}

const changeOf = (result: Result<Prepared, PrepareError>): Change | Problem =>
  result.ok ? { kind: "article", command: result.value } : problemOf(result.error);

type Batch = {
  readonly publisher: string;
  readonly results: readonly Result<Prepared, PrepareError>[];
  readonly idempotency: Idempotency | null;
};

/** The articles that can be taken go to the journal in one call; every one has its own result. */
async function submitBatch(
  journal: () => Journal,
  { publisher, results, idempotency }: Batch,
): Promise<Response> {
  const changes = results.flatMap((result, at) =>
    result.ok ? [{ at, kind: "article" as const, command: result.value }] : [],
  );
  const answered: BatchAnswer =
    changes.length === 0
      ? { kind: "answers", answers: [], replayed: false }
      : await journal().acceptBatch({ publisher, changes, idempotency });
  if (answered.kind === "idempotency_conflict") return problemResponse(IDEMPOTENCY_CONFLICT);
  const answers = new Map(changes.map(({ at }, nth) => [at, answered.answers[nth]]));
  const written = results.map((result, at) =>
    result.ok ? resultOf(answers.get(at)) : problemResult(problemOf(result.error)),
  );
  return jsonResponse(
    200,
    JSON.stringify({ results: written }),
    answered.replayed ? { "Idempotency-Replayed": "true" } : {},
  );
}
