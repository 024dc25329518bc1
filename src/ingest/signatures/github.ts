// GitHub's, which many others have taken up: X-Hub-Signature-256: sha256=<hex>
//
// It has no time, and its delivery id isn't signed. The same body under the same
// id is a delivery that came before; what the article's own time of change says
// must keep an old one from coming back under a new id. Without an id the same body
// may be news: published, taken back, published as it was.
//
// Source: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries

import { bytesOfHex, type Claim, provesNoHeader, type SignedRequest } from "./claim.ts";

export function readGitHub(request: SignedRequest): Claim | null {
  const [, hex = ""] = /^sha256=([0-9a-f]{64})$/i.exec(request.header("x-hub-signature-256") ?? "") ?? [];
  const signature = bytesOfHex(hex);
  if (hex === "" || signature === null) return null;
  const [id] = /^[\x21-\x7e]{1,100}$/.exec(request.header("x-github-delivery") ?? "") ?? [];
  return {
    message: request.body,
    signatures: [signature],
    signedAt: null,
    deliveryId: id === undefined ? null : `${id}:${hex.toLowerCase()}`,
    isProven: provesNoHeader,
  };
}
