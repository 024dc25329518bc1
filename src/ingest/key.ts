// An article's name everywhere: 80 bits of SHA-256 as 16 characters of base32.

import { KEY_ALPHABET, KEY_LENGTH } from "../model/address.ts";
import type { Draft } from "../model/article.ts";

/**
 * The key of an article: of the publisher's own id, else its URL, else what it says.
 *
 * The feed's slug goes in, so that the same article in two feeds is two
 * articles; JSON keeps the parts from running into each other.
 */
export async function keyOf(
  feed: string,
  draft: Pick<Draft, "sourceId" | "sourceUrl" | "title" | "contentHtml">,
): Promise<string> {
  const identity = draft.sourceId ?? draft.sourceUrl ?? [draft.title, draft.contentHtml];
  const named = new TextEncoder().encode(JSON.stringify([feed, identity]));
  return base32(new Uint8Array(await crypto.subtle.digest("SHA-256", named)));
}

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, (KEY_LENGTH * 5) / 8)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let at = 0; at < KEY_LENGTH; at += 1) {
    text = `${KEY_ALPHABET[Number(bits & 31n)] ?? ""}${text}`;
    bits >>= 5n;
  }
  return text;
}

/**
 * The id for feeds of an article whose publisher gave none.
 *
 * @see RFC 4151: authority and year say who named it and when, so that the name
 * outlives a change of domain
 */
export const tagUriOf = (publicOrigin: string, feed: string, key: string, now: number): string =>
  `tag:${new URL(publicOrigin).hostname},${new Date(now).getUTCFullYear()}:${feed}/${key}`;
