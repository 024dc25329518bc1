// What a publisher may do: POST an article, PUT it anew, DELETE it, and have the
// feed written to KV again. Nobody is told anything before the token is good.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { keyOfSegment } from "../model/address.ts";
import { MAX_BODY_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { type Prepared, type PrepareError, prepare } from "../pipeline/prepare.ts";
import type { Deps } from "../ports.ts";
import { answerResponse, jsonResponse } from "./answers.ts";
import { readBody } from "./body.ts";
import { DRY_RUN_INVALID, dryRun, dryRunList, readDryRun } from "./dry-run.ts";
import { readIdempotency } from "./idempotency.ts";
import {
  ARTICLE_UNKNOWN,
  FEED_RETIRED,
  IDEMPOTENCY_CONFLICT,
  IDEMPOTENCY_KEY_INVALID,
  PURGE_INVALID,
  problemOf,
  problemResponse,
} from "./problem.ts";
import { type Sender, verifySender } from "./sender.ts";
import { type ListElement, refused, takeList } from "./take-list.ts";

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
  const { feed, publisher } = sender;
  const journal = () => deps.journalOf(feed.slug); // none is asked for what can't be taken
  if (prepared.value.kind === "batch") {
    const elements = prepared.value.results.map(elementOf);
    if (isDry) return dryRunList(deps, feed, elements);
    const batch = { publisher: publisher.name, idempotency: idempotency.value };
    return takeList(
      elements,
      (changes) => journal().acceptBatch({ ...batch, changes }),
      IDEMPOTENCY_CONFLICT,
    );
  }
  const command = prepared.value.prepared;
  if (isDry) return dryRun(deps, feed, { kind: "article", command });
  return answerResponse(await journal().accept({ ...command, idempotency: idempotency.value }));
}

const elementOf = (result: Result<Prepared, PrepareError>): ListElement =>
  result.ok ? ok({ kind: "article", command: result.value }) : fail(refused(result.error));
