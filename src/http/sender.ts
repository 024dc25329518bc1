// Who sends this, and whether they may: nobody is told anything before the token is good.

import type { Context } from "hono";
import { findPublisher } from "../ingest/bearer.ts";
import type { Feed, Publisher } from "../model/feed.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { may, type Scope } from "../model/scope.ts";
import type { Deps } from "../ports.ts";
import { type Problem, UNAUTHORIZED } from "./problem.ts";

type Needs = Pick<Deps, "feeds" | "secret">;

export type Sender = { readonly feed: Feed; readonly publisher: Publisher };

/** @returns null where the feed doesn't exist, too: it takes as long */
export async function findSender(
  { feeds, secret }: Needs,
  slug: string,
  authorization: string | null,
): Promise<Sender | null> {
  const feed = feeds.get(slug);
  const publisher = await findPublisher(authorization, feed?.publishers ?? [], secret);
  return feed === undefined || publisher === null ? null : { feed, publisher };
}

export const insufficientScope = (scope: Scope): Problem => ({
  status: 403,
  name: "insufficient-scope",
  title: "Not allowed with this token",
  detail: `This token's publisher has no scope "${scope}" in the feed's definition.`,
  headers: { "WWW-Authenticate": `Bearer realm="edgewire", error="insufficient_scope", scope="${scope}"` },
});

/** The sender of a request that needs this scope, by its header. */
export async function verifySender(deps: Needs, c: Context, scope: Scope): Promise<Result<Sender, Problem>> {
  const authorization = c.req.header("Authorization") ?? null;
  const sender = await findSender(deps, c.req.param("feed") ?? "", authorization);
  if (sender === null) return fail(UNAUTHORIZED);
  return may(sender.publisher, scope) ? ok(sender) : fail(insufficientScope(scope));
}
