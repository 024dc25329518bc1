// /feeds/{feed}/micropub: a feed, for clients that nobody wrote for this wire.
//
// Source: https://www.w3.org/TR/micropub/

import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { readMicropubBody } from "../ingest/micropub/read-body.ts";
import type { MicropubBody, MicropubRequest } from "../ingest/micropub/request.ts";
import { MAX_BODY_BYTES } from "../model/limits.ts";
import { fail, type Result } from "../model/result.ts";
import { may, type Scope } from "../model/scope.ts";
import type { Deps } from "../ports.ts";
import { readBody } from "./body.ts";
import { DRY_RUN_INVALID, readDryRun } from "./dry-run.ts";
import { readIdempotency } from "./idempotency.ts";
import { act } from "./micropub-acts.ts";
import { badRequest, MICROPUB_CORS, MICROPUB_RETIRED, micropubError, refusalOf } from "./micropub-answers.ts";
import { answerQuery } from "./micropub-queries.ts";
import { IDEMPOTENCY_KEY_INVALID, type Problem, problemOf, UNAUTHORIZED } from "./problem.ts";
import { findSender, insufficientScope, type Sender } from "./sender.ts";

type Needs = Pick<Deps, "feeds" | "secret" | "journalOf" | "loadFeedRecord" | "now" | "publicOrigin">;

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
  const isDry = readDryRun(c.req.url);
  if (isDry === null) return fail(DRY_RUN_INVALID);
  return act(deps, { sender, idempotency: idempotency.value, isDry }, request.value);
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
