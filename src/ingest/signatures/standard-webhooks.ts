// Standard Webhooks, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
//
// The signature is over id, time and body, so the id is proved and serves as
// the key by which a delivery that comes again is known.

import { bytesOfBase64, type Claim, MOST_SIGNATURES, messageOf, type SignedRequest } from "./claim.ts";

/** @param version v1: HMAC-SHA256; v1a: Ed25519. Signatures of the other are not looked at. */
export function readStandardWebhooks(version: "v1" | "v1a", request: SignedRequest): Claim | null {
  const id = request.header("webhook-id") ?? "";
  const time = request.header("webhook-timestamp") ?? "";
  // A dot in the id would let the same bytes be read as another id and time.
  if (!/^[\x21-\x2d\x2f-\x7e]{1,255}$/.test(id) || !/^\d{1,12}$/.test(time)) return null;
  const signatures = (request.header("webhook-signature") ?? "")
    .split(" ")
    .filter((signature) => signature.startsWith(`${version},`))
    .slice(0, MOST_SIGNATURES)
    .flatMap((signature) => bytesOfBase64(signature.slice(version.length + 1)) ?? []);
  return {
    message: messageOf(`${id}.${time}.`, request.body),
    signatures,
    signedAt: Number(time) * 1_000,
    deliveryId: id,
    isProven: (header) => header === "webhook-id" || header === "webhook-timestamp",
  };
}
