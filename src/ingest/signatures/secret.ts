// A source's secrets: which of them count now, and the key that each one is.

import type { SourceDefinition } from "../../model/source.ts";
import { bytesOfBase64 } from "./claim.ts";
import { bearerTokenIn } from "./token.ts";

/** The values of the secrets that count now: today's and, until its time has come, the former one. */
export function liveSecretsOf(
  { secret, formerSecret }: Pick<SourceDefinition, "secret" | "formerSecret">,
  value: (name: string) => string | undefined,
  now: number,
): readonly string[] {
  const former =
    formerSecret !== undefined && now < Date.parse(formerSecret.until) ? [formerSecret.secret] : [];
  return [secret, ...former].flatMap((name) => value(name) || []);
}

const LEAST_BYTES = 24; // Standard Webhooks, "Signature scheme"

/** The bytes of a secret as its scheme reads it; null for one that can't be such a secret. */
export function keyOf(scheme: SourceDefinition["scheme"], secret: string): Uint8Array | null {
  switch (scheme) {
    case "standard-webhooks": {
      const bytes = bytesOfBase64(secret.replace(/^whsec_/, ""));
      return bytes !== null && bytes.byteLength >= LEAST_BYTES ? bytes : null;
    }
    case "standard-webhooks-ed25519": {
      const bytes = bytesOfBase64(secret.replace(/^whpk_/, ""));
      return bytes?.byteLength === 32 ? bytes : null;
    }
    case "contentful":
      return /^[0-9a-zA-Z+/=_-]{64}$/.test(secret) ? new TextEncoder().encode(secret) : null;
    case "bearer": // what no Authorization header can carry would never match
      return bearerTokenIn(`Bearer ${secret}`) === secret ? new TextEncoder().encode(secret) : null;
    case "ghost":
    case "ghost-legacy":
    case "github":
    case "sanity":
    case "header":
      return new TextEncoder().encode(secret);
  }
}
