// Is this delivery from its source? The configured scheme decides, never a header.
//
// Whatever comes — for no source, without a signature, with a wrong one — costs
// the same work, two MACs over it, so that the time it takes tells nothing.

import { fail, ok, type Result } from "../../model/result.ts";
import type { SourceDefinition } from "../../model/source.ts";
import type { Claim, SignedRequest } from "./claim.ts";
import { readContentful } from "./contentful.ts";
import { readGhost, readGhostLegacy } from "./ghost.ts";
import { readGitHub } from "./github.ts";
import { readSanity } from "./sanity.ts";
import { keyOf, liveSecretsOf } from "./secret.ts";
import { readStandardWebhooks } from "./standard-webhooks.ts";
import { bearerTokenIn, matchesOf } from "./token.ts";

/** A delivery that was proved genuine. */
export type Verified = {
  readonly deliveryId: string | null; // null where nothing tells a second delivery from a new one
  /** A header that is proved with it; null for any other. */
  readonly header: (name: string) => string | null;
};

/** Why a delivery was not taken: for the operator's log, never for its sender. */
export type Refusal =
  | "source_unknown"
  | "secret_unset"
  | "secret_unusable" // the scheme wants another form of it
  | "signature_missing" // or not well-formed
  | "time_off"
  | "signature_wrong";

/** How far a signed time may be from ours, either way, in ms. */
export const MAX_SKEW = 300_000;

type Secrets = (name: string) => string | undefined;

/**
 * Prove a delivery.
 *
 * @param source null for a feed or a source that doesn't exist
 * @param secret the value of a named secret, if it is set
 * @param now ms since 1970 UTC
 */
export async function verify(
  source: SourceDefinition | null,
  request: SignedRequest,
  secret: Secrets,
  now: number,
): Promise<Result<Verified, Refusal>> {
  const claim = source === null ? null : claimOf(source, request);
  const secrets = source === null ? [] : liveSecretsOf(source, secret, now);
  const keys = source === null ? [] : secrets.flatMap((value) => keyOf(source.scheme, value) ?? []);
  const macs = await macsOver(claim?.message ?? request.body, keys);

  if (source === null) return fail("source_unknown");
  if (secrets.length === 0) return fail("secret_unset");
  if (keys.length === 0) return fail("secret_unusable");
  const token = tokenOf(source, request);
  if (token !== null) {
    const matches = await matchesOf(token, secrets);
    if (token === "") return fail("signature_missing");
    return matches.includes(true)
      ? ok({ deliveryId: null, header: request.header })
      : fail("signature_wrong");
  }

  if (claim === null || claim.signatures.length === 0) return fail("signature_missing");
  if (claim.signedAt !== null && Math.abs(now - claim.signedAt) > MAX_SKEW) return fail("time_off");
  const isGenuine =
    source.scheme === "standard-webhooks-ed25519"
      ? await isSignedWith(keys, claim)
      : macs
          .slice(0, keys.length)
          .some((mac) => claim.signatures.some((signature) => isSame(mac, signature)));
  if (!isGenuine) return fail("signature_wrong");
  return ok({
    deliveryId: claim.deliveryId,
    header: (name) => (claim.isProven(name.toLowerCase()) ? request.header(name) : null),
  });
}

function claimOf({ scheme }: SourceDefinition, request: SignedRequest): Claim | null {
  switch (scheme) {
    case "standard-webhooks":
      return readStandardWebhooks("v1", request);
    case "standard-webhooks-ed25519":
      return readStandardWebhooks("v1a", request);
    case "ghost":
      return readGhost(request);
    case "ghost-legacy":
      return readGhostLegacy(request);
    case "github":
      return readGitHub(request);
    case "contentful":
      return readContentful(request);
    case "sanity":
      return readSanity(request);
    case "bearer":
    case "header":
      return null;
  }
}

/** @returns "" for none; null where the scheme is a signature's */
function tokenOf(source: SourceDefinition, { header }: SignedRequest): string | null {
  if (source.scheme === "bearer") return bearerTokenIn(header("authorization"));
  if (source.scheme === "header") return header(source.header) ?? "";
  return null;
}

const HMAC = { name: "HMAC", hash: "SHA-256" };
const NO_KEY = new Uint8Array(32);

/** The MACs of a message under two keys, whether there are as many or not. */
async function macsOver(message: Uint8Array, keys: readonly Uint8Array[]): Promise<readonly ArrayBuffer[]> {
  const macs: ArrayBuffer[] = [];
  for (const bytes of [keys[0] ?? NO_KEY, keys[1] ?? NO_KEY]) {
    const key = await crypto.subtle.importKey("raw", bytes, HMAC, false, ["sign"]);
    macs.push(await crypto.subtle.sign("HMAC", key, message));
  }
  return macs;
}

// timingSafeEqual throws for other lengths; a MAC's length is no secret.
const isSame = (mac: ArrayBuffer, signature: Uint8Array): boolean =>
  signature.byteLength === mac.byteLength && crypto.subtle.timingSafeEqual(mac, signature);

async function isSignedWith(keys: readonly Uint8Array[], { message, signatures }: Claim): Promise<boolean> {
  for (const bytes of keys) {
    const key = await crypto.subtle.importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]);
    for (const signature of signatures)
      if (await crypto.subtle.verify({ name: "Ed25519" }, key, signature, message)) return true;
  }
  return false;
}
