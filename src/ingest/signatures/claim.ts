// What a delivery says to prove where it is from, before anybody has checked it.

/** A delivery as HTTP brought it. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string; // with its query, as it was sent
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
};

export type Claim = {
  readonly message: Uint8Array; // what is signed
  readonly signatures: readonly Uint8Array[]; // any of them may be it: while secrets change hands there are two
  readonly signedAt: number | null; // ms since 1970 UTC; null where the scheme has no time
  readonly deliveryId: string | null; // one for each delivery, and the same when it is sent again; null: nothing tells
  readonly isProven: (header: string) => boolean; // whether the signature covers this header; lower case
};

/** Find a delivery's claim; null when its headers hold none that is well-formed. */
export type ReadClaim = (request: SignedRequest) => Claim | null;

/** A sender has two secrets at most; who sends a thousand signatures wants to see us work. */
export const MOST_SIGNATURES = 5;

/** Of a scheme that signs no header. */
export const provesNoHeader = (): boolean => false;

const ENCODER = new TextEncoder();

/** Join texts and bytes into one message. */
export function messageOf(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part) => (typeof part === "string" ? ENCODER.encode(part) : part));
  const message = new Uint8Array(bytes.reduce((total, { byteLength }) => total + byteLength, 0));
  let offset = 0;
  for (const part of bytes) {
    message.set(part, offset);
    offset += part.byteLength;
  }
  return message;
}

/** @returns null for what isn't hexadecimal */
export function bytesOfHex(hex: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) return null;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Read base64 in either alphabet, padded or not. @returns null for what isn't that */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (!/^[\w+/-]*={0,2}$/.test(text)) return null;
  const plain = text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
  if (plain.length % 4 === 1) return null;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}
