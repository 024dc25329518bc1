// A change of rendering is a change: what the bytes depend on besides the articles.

import type { Feed } from "../model/feed.ts";

/** Raise it with every change to what formats/ or pages/ write; a test notices when it was forgotten. */
export const RENDERER_REVISION = 9;

/** Fragments, pages and bundles carry it; where it differs from today's, they are rendered anew. */
export async function renderKeyOf(feed: Feed, publicOrigin: string): Promise<string> {
  // Who may post, and where requests are led, shows in no document.
  const {
    publishers: _,
    sources: _sources,
    deltas: _deltas,
    movedTo: _to,
    formerSlugs: _from,
    retired: _retired,
    ...rendered
  } = feed;
  const text = JSON.stringify([RENDERER_REVISION, publicOrigin, rendered]);
  return (await hexDigest(new TextEncoder().encode(text))).slice(0, 16);
}

/** Strong, and one a representation (RFC 9110 §8.8.3). The version in front lets a reader that is ahead be told so. */
export const etagOf = async (version: number, body: Uint8Array): Promise<string> =>
  `"${version}-${(await hexDigest(body)).slice(0, 16)}"`;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** SHA-256 in hexadecimal. */
export async function hexDigest(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  let hex = "";
  for (const byte of digest) hex += HEX[byte];
  return hex;
}
