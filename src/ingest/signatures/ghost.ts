// Ghost: X-Ghost-Signature: sha256=<hex>, t=<ms>
//
// Since July 2024 the time is part of what is signed; before, the body alone
// was, and whoever saw a delivery could send it again.
//
// Source: ghost/core/core/server/services/webhooks/webhook-trigger.js in TryGhost/Ghost

import { bytesOfHex, type Claim, messageOf, provesNoHeader, type SignedRequest } from "./claim.ts";

export function readGhost(request: SignedRequest): Claim | null {
  const [, hex = "", time = ""] =
    /^sha256=([0-9a-f]{64}), ?t=(\d{1,16})$/.exec(request.header("x-ghost-signature") ?? "") ?? [];
  const signature = bytesOfHex(hex);
  if (time === "" || signature === null) return null;
  return {
    message: messageOf(request.body, time),
    signatures: [signature],
    signedAt: Number(time),
    deliveryId: hex,
    isProven: provesNoHeader,
  };
}

export function readGhostLegacy(request: SignedRequest): Claim | null {
  const [, hex = ""] =
    /^sha256=([0-9a-f]{64})(?:, ?t=\d{1,16})?$/.exec(request.header("x-ghost-signature") ?? "") ?? [];
  const signature = bytesOfHex(hex);
  if (hex === "" || signature === null) return null;
  return {
    message: request.body,
    signatures: [signature],
    signedAt: null,
    deliveryId: hex,
    isProven: provesNoHeader,
  };
}
