// An article's name everywhere: 80 bits of SHA-256 as 16 characters of base32.

import { KEY_ALPHABET, KEY_LENGTH, keyOfSegment } from "../model/address.ts";
import type { Draft } from "../model/article.ts";

type Identifying = Pick<
  Draft,
  "sourceId" | "sourceUrl" | "title" | "contentHtml" | "externalUrl" | "image" | "attachments"
>;

/**
 * The key of an article: of the publisher's own id, else its URL, else what it says.
 *
 * Two notes with one text may show two pictures or point to two places, so
 * these are part of what it says. The feed's slug goes in, so that the same
 * article in two feeds is two articles; JSON keeps the parts from running into
 * each other.
 */
export async function keyOf(feed: string, draft: Identifying): Promise<string> {
  const { sourceId, sourceUrl, title, contentHtml, externalUrl, image, attachments } = draft;
  const picture = image === null ? null : [image.url, image.alt, image.caption, image.credit];
  const identity = sourceId ?? sourceUrl ?? [title, contentHtml, externalUrl, picture, attachments];
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

/** The key in an id that this feed gave, whatever its domain and the year were; null in any other. */
export function keyOfTagUri(uri: string, feed: string): string | null {
  const [, named = ""] = /^tag:[^,\s]+,\d{4}:(.+)$/.exec(uri) ?? [];
  const key = named.slice(feed.length + 1);
  return named === `${feed}/${key}` && keyOfSegment(key) === key ? key : null;
}
