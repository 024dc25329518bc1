// The headers by which each scheme proves a delivery, made with Web Crypto: the
// sender's side of what src/ingest/signatures checks.

import type { SourceDefinition } from "../../src/model/source.ts";

/** A delivery to be signed. */
export type Unsigned = {
  readonly body: Uint8Array;
  readonly path: string; // of the hook's address
  readonly id: string; // of the delivery
  readonly now: number; // ms since 1970 UTC
  readonly headers: Readonly<Record<string, string>>; // what else is sent: lower-case names
};

type Headers = Readonly<Record<string, string>>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const message = await new Blob(parts.map((part) => part.slice())).arrayBuffer();
  const imported = await crypto.subtle.importKey(
    "raw",
    key.slice(),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

// An Ed25519 private key as PKCS #8 (RFC 8410 §7) is this and the seed.
const PKCS8 = bytesOf("MC4CAQAwBQYDK2VwBCIEIA==");

async function ed25519(seed: Uint8Array, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const message = await new Blob(parts.map((part) => part.slice())).arrayBuffer();
  const pkcs8 = new Uint8Array([...PKCS8, ...seed.subarray(0, 32)]);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, { name: "Ed25519" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, key, message));
}

/**
 * Sign a delivery as its source would.
 *
 * @param secret the secret's value; for Ed25519 the private key, whsk_ and base64
 */
export async function signedHeaders(
  source: SourceDefinition,
  secret: string,
  { body, path, id, now, headers }: Unsigned,
): Promise<Headers> {
  const seconds = String(Math.floor(now / 1_000));
  switch (source.scheme) {
    case "standard-webhooks": {
      const mac = await hmac(bytesOf(secret.replace(/^whsec_/, "")), encode(`${id}.${seconds}.`), body);
      return standard(id, seconds, `v1,${base64(mac)}`);
    }
    case "standard-webhooks-ed25519": {
      const signature = await ed25519(
        bytesOf(secret.replace(/^whsk_/, "")),
        encode(`${id}.${seconds}.`),
        body,
      );
      return standard(id, seconds, `v1a,${base64(signature)}`);
    }
    case "ghost": {
      const mac = await hmac(encode(secret), body, encode(String(now)));
      return { "x-ghost-signature": `sha256=${hex(mac)}, t=${now}` };
    }
    case "ghost-legacy":
      return { "x-ghost-signature": `sha256=${hex(await hmac(encode(secret), body))}, t=${now}` };
    case "github":
      return {
        "x-github-delivery": id,
        "x-hub-signature-256": `sha256=${hex(await hmac(encode(secret), body))}`,
      };
    case "contentful":
      return contentful(secret, body, path, {
        ...headers,
        "x-contentful-idempotency-key": id,
        "x-contentful-timestamp": String(now),
      });
    case "sanity": {
      const mac = await hmac(encode(secret), encode(`${now}.`), body);
      const signature = base64(mac).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
      return { "sanity-webhook-signature": `t=${now},v1=${signature}` };
    }
    case "bearer":
      return { authorization: `Bearer ${secret}` };
    case "header":
      return { [source.header]: secret };
  }
}

const standard = (id: string, seconds: string, signature: string): Headers => ({
  "webhook-id": id,
  "webhook-timestamp": seconds,
  "webhook-signature": signature,
});

async function contentful(secret: string, body: Uint8Array, path: string, sent: Headers): Promise<Headers> {
  const names = [...Object.keys(sent), "x-contentful-signed-headers"].toSorted();
  const signed: Headers = { ...sent, "x-contentful-signed-headers": names.join(",") };
  const lines = names.map((name) => `${name}:${signed[name] ?? ""}`).join(";");
  const mac = await hmac(encode(secret), encode(`POST\n${encodeURI(path)}\n${lines}\n`), body);
  return { ...signed, "x-contentful-signature": hex(mac) };
}
