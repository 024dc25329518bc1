// Contentful: x-contentful-signature over method, path, the headers that
// x-contentful-signed-headers names, and the body.
//
// Source: `verifyRequest` in @contentful/node-apps-toolkit

import { bytesOfHex, type Claim, messageOf, type SignedRequest } from "./claim.ts";

const NAMES = "x-contentful-signed-headers";
const TIME = "x-contentful-timestamp";
const IDEMPOTENCY_KEY = "x-contentful-idempotency-key";
const MOST_NAMES = 50;

export function readContentful(request: SignedRequest): Claim | null {
  const hex = request.header("x-contentful-signature") ?? "";
  const signature = /^[0-9a-f]{64}$/.test(hex) ? bytesOfHex(hex) : null;
  const names = (request.header(NAMES) ?? "")
    .split(",", MOST_NAMES + 1)
    .map((name) => name.trim().toLowerCase());
  const time = request.header(TIME) ?? "";
  if (signature === null || names.length > MOST_NAMES || !/^\d{1,16}$/.test(time)) return null;
  // Only what is in the list is signed, and so is the list: without both, the time would be anybody's.
  if (!names.includes(NAMES) || !names.includes(TIME)) return null;

  const lines = names.toSorted().map((name) => {
    const value = /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) ? request.header(name) : null;
    return value === null ? null : `${name}:${value.trim()}`;
  });
  if (lines.includes(null)) return null;
  const key = names.includes(IDEMPOTENCY_KEY) ? request.header(IDEMPOTENCY_KEY) : null;
  return {
    message: messageOf(`${request.method}\n${pathOf(request.path)}\n${lines.join(";")}\n`, request.body),
    signatures: [signature],
    signedAt: Number(time),
    deliveryId: /^[\x21-\x7e]{1,255}$/.exec(key ?? "")?.[0] ?? hex,
    isProven: (header) => names.includes(header),
  };
}

// The query is escaped twice: "?x=1" is signed as "?x%253D1".
function pathOf(path: string): string {
  const at = path.indexOf("?");
  return encodeURI(at < 0 ? path : `${path.slice(0, at)}?${encodeURIComponent(path.slice(at + 1))}`);
}
