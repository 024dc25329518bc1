// Signatures that others have made: each scheme's own vectors, and what the
// senders' own libraries sign.

import { describe, expect, it } from "vitest";
import type { SchemeName } from "../../../src/model/source.ts";
import { judge, requestOf, sourceOf } from "./deliveries.ts";

type Vector = {
  readonly scheme: SchemeName;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
  readonly path?: string;
};

const GHOST_BODY = '{"post":{"current":{"id":"66f0c1d2e3a4b5c6d7e8f901","title":"Hello"},"previous":{}}}';

const vectors: readonly (readonly [string, Vector])[] = [
  [
    "Standard Webhooks, in the libraries for Go, PHP, C# and JavaScript",
    {
      scheme: "standard-webhooks",
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
      at: 1_614_265_330_000,
    },
  ],
  [
    "Ghost",
    {
      scheme: "ghost",
      headers: {
        "x-ghost-signature":
          "sha256=2cb9fbd8d8ba064f88f31d46a6fbd382312a5c0802f5b6ac8d597c955645c092, t=1760000000000",
      },
      body: GHOST_BODY,
      at: 1_760_000_000_000,
    },
  ],
  [
    "Ghost before its time was signed",
    {
      scheme: "ghost-legacy",
      headers: {
        "x-ghost-signature":
          "sha256=b13fc039705fe901532dfd93c19bc38c5f09ab3dbbee10aabcde62636a202ca1, t=1760000000000",
      },
      body: GHOST_BODY,
      at: 1_790_000_000_000,
    },
  ],
  [
    "GitHub, in its documentation",
    {
      scheme: "github",
      headers: {
        "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
      },
      body: "Hello, World!",
      at: 0,
    },
  ],
  [
    "Contentful, two computations of which agree",
    {
      scheme: "contentful",
      headers: {
        "content-type": "application/vnd.contentful.management.v1+json",
        "x-contentful-topic": "ContentManagement.Entry.publish",
        "x-contentful-timestamp": "1760000000000",
        "x-contentful-signed-headers":
          "content-type,x-contentful-signed-headers,x-contentful-timestamp,x-contentful-topic",
        "x-contentful-signature": "d6e66ff803225fca9f8a45f1b1df2c5ef70935e915f16d14045dc834c5dd1e9c",
      },
      body: '{"sys":{"id":"e1"}}',
      at: 1_760_000_000_000,
      path: "/ingest/contentful",
    },
  ],
  [
    "Sanity",
    {
      scheme: "sanity",
      headers: {
        "sanity-webhook-signature": "t=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0",
      },
      body: '{"_id":"resume"}',
      at: 1_633_519_811_129,
    },
  ],
];

const judged = ({ scheme, headers, body, at, path }: Vector, over: Partial<Vector> = {}) =>
  judge(sourceOf(scheme), requestOf({ ...headers, ...over.headers }, over.body ?? body, path), over.at ?? at);

describe.each(vectors)("the vector of %s", (_, vector) => {
  it("is genuine", async () => {
    expect(await judged(vector)).toBe("genuine");
  });

  it("is not with any byte of its body flipped", async () => {
    const bytes = new TextEncoder().encode(vector.body);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.map((byte, nth) => (nth === at ? byte ^ 1 : byte));
      const request = requestOf(vector.headers, flipped, vector.path);
      expect(await judge(sourceOf(vector.scheme), request, vector.at), `byte ${at}`).toBe("signature_wrong");
    }
  });

  it("is not with any byte of what is signed or signs flipped in its headers", async () => {
    for (const [name, value] of Object.entries(vector.headers)) {
      for (let at = 0; at < value.length; at += 1) {
        const flipped = `${value.slice(0, at)}${String.fromCharCode(value.charCodeAt(at) ^ 1)}${value.slice(at + 1)}`;
        if (isSameClaim(vector.scheme, value, flipped)) continue;
        expect(await judged(vector, { headers: { [name]: flipped } }), `${name}: ${flipped}`).not.toBe(
          "genuine",
        );
      }
    }
  });
});

/**
 * Two ways to write one claim: base64's last character has bits that count for
 * nothing, and what Ghost signed before 2024 had no time.
 */
const isSameClaim = (scheme: SchemeName, value: string, flipped: string): boolean =>
  (scheme === "ghost-legacy" && flipped.slice(0, 71) === value.slice(0, 71) && /, ?t=\d+$/.test(flipped)) ||
  (scheme === "standard-webhooks" &&
    flipped.slice(0, -2) === value.slice(0, -2) &&
    /[A-Za-z0-9+/]=$/.test(flipped)) ||
  (scheme === "sanity" && flipped.slice(0, -1) === value.slice(0, -1));

it("a vector under another source's scheme is not genuine", async () => {
  for (const [, vector] of vectors)
    for (const [, other] of vectors)
      if (other.scheme !== vector.scheme && !other.scheme.startsWith("ghost"))
        expect(
          await judge(sourceOf(other.scheme), requestOf(vector.headers, vector.body, vector.path), vector.at),
        ).toBe("signature_missing");
});
