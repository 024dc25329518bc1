// Sanity: sanity-webhook-signature: t=<ms>,v1=<base64url>
//
// Source: @sanity/webhook, which checks no age; here the time counts.

import { bytesOfBase64, type Claim, messageOf, provesNoHeader, type SignedRequest } from "./claim.ts";

export function readSanity(request: SignedRequest): Claim | null {
  const [, time = "", text = ""] =
    /^t=(\d{1,16})[, ]+v1=([^, ]{1,100})$/.exec(request.header("sanity-webhook-signature") ?? "") ?? [];
  const signature = bytesOfBase64(text);
  if (time === "" || signature === null) return null;
  return {
    message: messageOf(`${time}.`, request.body),
    signatures: [signature],
    signedAt: Number(time),
    deliveryId: text,
    isProven: provesNoHeader,
  };
}
