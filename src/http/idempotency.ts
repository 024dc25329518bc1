// Idempotency-Key: who sends a request again gets the first one's answer.

import type { Context } from "hono";
import { fail, ok, type Result } from "../model/result.ts";
import { hexDigest } from "../pipeline/render-key.ts";
import type { Idempotency } from "../ports.ts";

/** The key with all that decides what this request does, so that a reused key is told from a retry. */
export async function readIdempotency(
  c: Context,
  body: Uint8Array,
): Promise<Result<Idempotency | null, "invalid">> {
  const given = c.req.header("Idempotency-Key");
  if (given === undefined) return ok(null);
  const key = given.trim().replace(/^"(.*)"$/, "$1");
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return fail("invalid");
  const url = new URL(c.req.url);
  const headers = ["Content-Type", "Content-Location", "Content-Language"].map(
    (name) => c.req.header(name) ?? "",
  );
  const request = JSON.stringify([c.req.method, url.pathname, url.search, headers, await hexDigest(body)]);
  return ok({ key, requestHash: await hexDigest(new TextEncoder().encode(request)) });
}
