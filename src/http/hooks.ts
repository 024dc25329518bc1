// POST /feeds/{feed}/hooks/{source}: a system that publishes says what happened to
// its articles. Nothing of it is looked into before it is proved genuine.

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { verify } from "../ingest/signatures/verify.ts";
import type { Feed } from "../model/feed.ts";
import { MAX_HOOK_BODY_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { publisherOfSource, type SourceDefinition } from "../model/source.ts";
import type { PrepareError } from "../pipeline/prepare.ts";
import { type HookOutcome, prepareHook } from "../pipeline/prepare-hook.ts";
import { hexDigest } from "../pipeline/render-key.ts";
import type { Deps, Idempotency, Journal } from "../ports.ts";
import { answerResponse, jsonResponse } from "./answers.ts";
import { readBody } from "./body.ts";
import { DRY_RUN_INVALID, dryRun, dryRunList, readDryRun } from "./dry-run.ts";
import { type Problem, problemOf, problemResponse } from "./problem.ts";
import { type ListElement, refused, takeList } from "./take-list.ts";

type Needs = Pick<Deps, "feeds" | "secret" | "journalOf" | "now" | "publicOrigin" | "log">;

// One answer for a wrong signature, a source and a feed that don't exist: a prober learns nothing.
const HOOK_UNAUTHORIZED: Problem = {
  status: 401,
  name: "hook-unauthorized",
  title: "Not proved genuine",
  detail:
    "The signature or token is missing or wrong, or its time is more than five minutes away. Check the source's scheme and secret; the wire's log says which.",
  headers: { "WWW-Authenticate": 'Webhook realm="edgewire"' },
};

// Not 410, at which some delete the webhook (Ghost has): a feed may come back.
const HOOK_RETIRED: Problem = {
  status: 403,
  name: "hook-feed-retired",
  title: "This feed has ended",
  detail: "Nothing more is taken for this feed. Remove the webhook, or send it to another feed.",
};

const DELIVERY_ID_REUSED: Problem = {
  status: 422,
  name: "delivery-id-reused",
  title: "Delivery id used before",
  detail: "A delivery with this id came before, and had another body. Give each delivery an id of its own.",
};

export const hookRoutes = (deps: Needs) =>
  new Hono().post("/:feed/hooks/:source", async (c) => {
    const body = await readBody(c.req.raw, MAX_HOOK_BODY_BYTES);
    if (body.byteLength > MAX_HOOK_BODY_BYTES)
      return problemResponse(problemOf({ kind: "body_too_large", maxBytes: MAX_HOOK_BODY_BYTES }));

    const { feed, source } = find(deps, c);
    const { pathname, search } = new URL(c.req.url);
    const header = (name: string) => c.req.header(name) ?? null;
    const request = { method: c.req.method, path: pathname + search, header, body };
    const verified = await verify(source, request, deps.secret, deps.now());
    if (feed === null || source === null) return problemResponse(HOOK_UNAUTHORIZED);
    if (!verified.ok) {
      deps.log("warn", "hook_refused", { feed: feed.slug, source: source.name, reason: verified.error });
      return problemResponse(HOOK_UNAUTHORIZED);
    }
    if (feed.retired) return problemResponse(HOOK_RETIRED);
    const isDry = readDryRun(c.req.url);
    if (isDry === null) return problemResponse(DRY_RUN_INVALID);

    const prepared = await prepareHook(deps, {
      feed,
      source,
      body,
      contentType: header("Content-Type"),
      contentEncoding: header("Content-Encoding"),
      header: verified.value.header,
    });
    if (!prepared.ok) return problemResponse(problemOf(prepared.error));
    const { isList, outcomes } = prepared.value;
    const { deliveryId } = verified.value;
    const idempotency = deliveryId === null ? null : { key: deliveryId, requestHash: await hexDigest(body) };
    const [only] = outcomes;
    if (!isList && only !== undefined) return takeOne(deps, feed, only, idempotency, isDry);

    const elements = outcomes.map(elementOf);
    if (isDry) return dryRunList(deps, feed, elements);
    const publisher = publisherOfSource(source.name);
    return takeList(
      elements,
      (changes) => twice(deps, feed, (journal) => journal.acceptBatch({ publisher, changes, idempotency })),
      DELIVERY_ID_REUSED,
    );
  });

/**
 * Ask a journal, and once more where that fails: a deploy ends every object, and the
 * call that meets it. Ghost and Strapi send nothing twice. What was taken and not
 * answered is known by its delivery, or is `unchanged`.
 */
async function twice<Answered>(
  { journalOf, log }: Needs,
  { slug }: Feed,
  call: (journal: Journal) => Promise<Answered>,
): Promise<Answered> {
  try {
    return await call(journalOf(slug));
  } catch (error) {
    log("warn", "journal_asked_again", { feed: slug, error: String(error) });
    return call(journalOf(slug));
  }
}

type Found = { readonly feed: Feed | null; readonly source: SourceDefinition | null };

function find({ feeds }: Needs, c: Context): Found {
  const feed = feeds.get(c.req.param("feed") ?? "") ?? null;
  const name = c.req.param("source");
  return { feed, source: feed?.sources.find((source) => source.name === name) ?? null };
}

type Outcome = Result<HookOutcome, PrepareError>;

const ignored = (reason: string): Response =>
  jsonResponse(200, JSON.stringify({ status: "ignored", reason }), {});

async function takeOne(
  deps: Needs,
  feed: Feed,
  outcome: Outcome,
  idempotency: Idempotency | null,
  isDry: boolean,
): Promise<Response> {
  if (!outcome.ok) return problemResponse(problemOf(outcome.error));
  const change = outcome.value;
  if (change.kind === "ignored") return ignored(change.reason);
  if (isDry) return dryRun(deps, feed, change);
  const answer = await twice(deps, feed, (journal) =>
    change.kind === "article"
      ? journal.accept({ ...change.command, idempotency })
      : journal.withdraw({ ...change.command, idempotency }),
  );
  return answer.kind === "idempotency_conflict"
    ? problemResponse(DELIVERY_ID_REUSED)
    : answerResponse(answer);
}

function elementOf(outcome: Outcome): ListElement {
  if (!outcome.ok) return fail(refused(outcome.error));
  const change = outcome.value;
  return change.kind === "ignored" ? fail({ status: 200, ignored: change.reason }) : ok(change);
}
