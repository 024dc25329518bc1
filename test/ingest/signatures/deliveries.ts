// Deliveries as senders sign them, for the tests of the schemes.

import type { SignedRequest } from "../../../src/ingest/signatures/claim.ts";
import { type Refusal, verify } from "../../../src/ingest/signatures/verify.ts";
import type { SchemeName, SourceDefinition } from "../../../src/model/source.ts";

export const SECRETS: Readonly<Record<string, string>> = {
  STANDARD: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  STANDARD_OLD: "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLTE=",
  GHOST: "FOOBARBAZ",
  CONTENTFUL: "a".repeat(64),
  SANITY: "test",
  GITHUB: "It's a Secret to Everybody",
  TOKEN: "ew_token_2q9x7k4m8v3c6z1n",
  // RFC 8032 §7.1, test 1: the public key, and the private one that signs for it.
  KEY: "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
};
export const PRIVATE_KEY = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

type Known = { readonly secret: string; readonly signing: string };
const SIGNING: Readonly<Record<SchemeName, Known>> = {
  "standard-webhooks": { secret: "STANDARD", signing: SECRETS["STANDARD"] ?? "" },
  "standard-webhooks-ed25519": { secret: "KEY", signing: PRIVATE_KEY },
  ghost: { secret: "GHOST", signing: SECRETS["GHOST"] ?? "" },
  "ghost-legacy": { secret: "GHOST", signing: SECRETS["GHOST"] ?? "" },
  github: { secret: "GITHUB", signing: SECRETS["GITHUB"] ?? "" },
  contentful: { secret: "CONTENTFUL", signing: SECRETS["CONTENTFUL"] ?? "" },
  sanity: { secret: "SANITY", signing: SECRETS["SANITY"] ?? "" },
  bearer: { secret: "TOKEN", signing: SECRETS["TOKEN"] ?? "" },
  header: { secret: "TOKEN", signing: SECRETS["TOKEN"] ?? "" },
};

/** What signs for a scheme's source. */
export const signingOf = (scheme: SchemeName): string => SIGNING[scheme].signing;

export const SCHEMES: readonly SchemeName[] = [
  "standard-webhooks",
  "standard-webhooks-ed25519",
  "ghost",
  "ghost-legacy",
  "github",
  "contentful",
  "sanity",
  "bearer",
  "header",
];

export const sourceOf = (scheme: SchemeName): SourceDefinition => {
  const source = {
    name: "cms",
    secret: SIGNING[scheme].secret,
    adapter: "generic",
    fields: { id: "/id" },
  } as const;
  return scheme === "header" ? { ...source, scheme, header: "X-Edgewire-Token" } : { ...source, scheme };
};

export const requestOf = (
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
  path = "/feeds/world/hooks/cms",
): SignedRequest => {
  const sent = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    method: "POST",
    path,
    header: (name) => sent.get(name.toLowerCase()) ?? null,
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
};

/** "genuine", or why not. */
export async function judge(
  source: SourceDefinition | null,
  request: SignedRequest,
  now: number,
  secrets: Readonly<Record<string, string>> = SECRETS,
): Promise<"genuine" | Refusal> {
  const verified = await verify(source, request, (name) => secrets[name], now);
  return verified.ok ? "genuine" : verified.error;
}
