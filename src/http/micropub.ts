// /feeds/{feed}/micropub: a feed, for clients that nobody wrote for this wire.
//
// Source: https://www.w3.org/TR/micropub/

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { readMicropubBody } from "../ingest/micropub/read-body.ts";
import type {
  MicropubAct,
  MicropubBody,
  MicropubCreate,
  MicropubRequest,
  MicropubUpdate,
} from "../ingest/micropub/request.ts";
import { keyOfArticleUrl } from "../model/address.ts";
import { MAX_BODY_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { may, type Scope } from "../model/scope.ts";
import { type Before, prepareCreate, prepareUndelete, prepareUpdate } from "../pipeline/prepare-micropub.ts";
import type { Answer, Deps, Idempotency } from "../ports.ts";
import { jsonResponse } from "./answers.ts";
import { readBody } from "./body.ts";
import { readIdempotency } from "./idempotency.ts";
import {
  badRequest,
  MICROPUB_CORS,
  MICROPUB_RETIRED,
  micropubError,
  NO_SUCH_ARTICLE,
  refusalOf,
  takenOf,
} from "./micropub-answers.ts";
import { answerQuery } from "./micropub-queries.ts";
import {
  IDEMPOTENCY_KEY_INVALID,
  insufficientScope,
  type Problem,
  problemOf,
  UNAUTHORIZED,
} from "./problem.ts";
import { findSender, type Sender } from "./sender.ts";

type Needs = Pick<Deps, "feeds" | "secret" | "journalOf" | "loadFeedRecord" | "now" | "publicOrigin">;

/** A request from a sender who may make it. */
type Call = { readonly sender: Sender; readonly idempotency: Idempotency | null };

export const micropubRoutes = (deps: Needs) =>
  new Hono()
    .options("/:feed/micropub", () => new Response(null, { status: 204, headers: PREFLIGHT }))
    .get("/:feed/micropub", async (c) => {
      const sender = await findSender(deps, c.req.param("feed"), bearerOf(c));
      if (sender === null) return micropubError(UNAUTHORIZED);
      return answerQuery(deps, sender, new URL(c.req.url).searchParams);
    })
    .post("/:feed/micropub", async (c) => {
      const answered = await take(deps, c);
      return answered.ok ? answered.value : micropubError(answered.error);
    });

const PREFLIGHT = {
  ...MICROPUB_CORS,
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key",
  "Access-Control-Max-Age": "86400",
};

/** The header where it has a token: other schemes are between a client and whoever stands in front of us. */
function bearerOf(c: Context): string | null {
  const authorization = c.req.header("Authorization") ?? "";
  return /^Bearer\b/i.test(authorization) ? authorization : null;
}

async function take(deps: Needs, c: Context): Promise<Result<Response, Problem>> {
  const slug = c.req.param("feed") ?? "";
  const bearer = bearerOf(c);
  const known = bearer === null ? null : await findSender(deps, slug, bearer);
  if (bearer !== null && known === null) return fail(UNAUTHORIZED);

  const bytes = await readBody(c.req.raw, MAX_BODY_BYTES);
  if (bytes.byteLength > MAX_BODY_BYTES)
    return fail(problemOf({ kind: "body_too_large", maxBytes: MAX_BODY_BYTES }));
  const header = (name: string) => c.req.header(name) ?? null;
  const body = await readMicropubBody(bytes, header("Content-Type"), header("Content-Encoding"));
  const sender = known ?? (body.ok ? await senderIn(deps, slug, body.value) : null);
  if (sender === null) return fail(UNAUTHORIZED);
  if (!body.ok) return fail(refusalOf(body.error));
  if (body.value.tokens.length > (known === null ? 1 : 0)) return fail(TWO_TOKENS);

  const { request } = body.value;
  if (!request.ok) return fail(refusalOf(request.error));
  const scope = SCOPE_OF[request.value.kind];
  if (!may(sender.publisher, scope)) return fail(insufficientScope(scope));
  if (sender.feed.retired && request.value.kind !== "delete") return fail(MICROPUB_RETIRED);
  const idempotency = await readIdempotency(c, bytes);
  if (!idempotency.ok) return fail(IDEMPOTENCY_KEY_INVALID);
  return act(deps, { sender, idempotency: idempotency.value }, request.value);
}

const senderIn = async (deps: Needs, slug: string, { tokens }: MicropubBody): Promise<Sender | null> =>
  findSender(deps, slug, `Bearer ${tokens[0] ?? ""}`);

// RFC 6750 §2
const TWO_TOKENS = badRequest("Send the token once: in the Authorization header, or as access_token.");

// Who may withdraw an article may take that back.
const SCOPE_OF: Readonly<Record<MicropubRequest["kind"], Scope>> = {
  create: "create",
  update: "update",
  delete: "delete",
  undelete: "delete",
};

async function act(deps: Needs, call: Call, request: MicropubRequest): Promise<Result<Response, Problem>> {
  switch (request.kind) {
    case "create":
      return create(deps, call, request);
    case "update":
    case "undelete":
      return change(deps, call, request);
    case "delete":
      return withdraw(deps, call, request);
  }
}

async function create(
  deps: Needs,
  { sender, idempotency }: Call,
  request: MicropubCreate,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = sender;
  const from = { feed, publisher: publisher.name };
  const prepared = await prepareCreate(deps, from, request, idempotency?.key ?? null);
  if (!prepared.ok) return fail(refusalOf(prepared.error));
  const answer = await deps.journalOf(feed.slug).accept({ ...prepared.value, idempotency });
  // 201 also where it came before: what was asked for is there.
  return respond(answer, () => 201);
}

/** How often a change is made anew because another came between. */
const MOST_TRIES = 5;

async function change(
  deps: Needs,
  call: Call,
  request: MicropubUpdate | MicropubAct,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = call.sender;
  const key = keyOfArticleUrl(request.url, deps.publicOrigin, feed.slug);
  if (key === null) return fail(NO_SUCH_ARTICLE);
  for (let tries = 1; ; tries += 1) {
    const reading = await deps.journalOf(feed.slug).read(key);
    if (reading === null) return fail(NO_SUCH_ARTICLE);
    const { article, state, receipt } = reading;
    if (article === null) return fail(ERASED);
    if (request.kind === "update" && state === "tombstone") return fail(WITHDRAWN);
    const { revision, feedVersion } = receipt;
    const before: Before = { article, stand: { revision, feedVersion, state } };
    const from = { feed, publisher: publisher.name };
    const prepared =
      request.kind === "update"
        ? prepareUpdate(deps, from, request, before)
        : prepareUndelete(deps, from, request, before);
    if (!prepared.ok) return fail(refusalOf(prepared.error));
    const { idempotency } = call;
    const answer = await deps.journalOf(feed.slug).accept({ ...prepared.value, idempotency });
    if (answer.kind === "overtaken" && tries < MOST_TRIES) continue;
    return respond(answer, (url) => (url === receipt.url ? 200 : 201));
  }
}

const ERASED = badRequest("This article was erased: nothing of it is left.");
const WITHDRAWN = badRequest("This article was withdrawn. Undelete it first.");
const STALE = badRequest("/updated is older than the state that is kept already. Nothing was changed.");

async function withdraw(
  deps: Needs,
  { sender, idempotency }: Call,
  { url }: MicropubAct,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = sender;
  const key = keyOfArticleUrl(url, deps.publicOrigin, feed.slug);
  if (key === null) return fail(NO_SUCH_ARTICLE);
  const command = { publisher: publisher.name, key, purge: false, source: null, idempotency };
  return respond(await deps.journalOf(feed.slug).withdraw(command), () => 200);
}

function respond(answer: Answer, statusOf: (url: string) => number): Result<Response, Problem> {
  const taken = takenOf(answer);
  if (!taken.ok) return taken;
  const { url, status, body, headers } = taken.value;
  if (status === "stale") return fail(STALE);
  return ok(jsonResponse(statusOf(url), body, headers));
}
