// Sanity: sanity-webhook-signature: t=<ms>,v1=<base64url>
//
// Source: @sanity/webhook, which checks no age; here the time counts.

import { bytesOfBase64, type Claim, hexOf, messageOf, provesNoHeader, type SignedRequest } from "./claim.ts";

export function readSanity(request: SignedRequest): Claim | null {
  const [, time = "", text = ""] =
    /^t=(\d{1,16})[, ]+v1=([^, ]{1,100})$/.exec(request.header("sanity-webhook-signature") ?? "") ?? [];
  const signature = bytesOfBase64(text);
  if (time === "" || signature === null) return null;
  return {
    message: messageOf(`${time}.`, request.body),
    signatures: [signature],
    signedAt: Number(time),
    // Not as it is spelled: one signature has many spellings, and each would be a new delivery.
    deliveryId: hexOf(signature),
    isProven: provesNoHeader,
  };
}
