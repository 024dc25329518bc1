// Who is this? A bearer token (RFC 6750 §2.1) against the secrets that a feed names.

import type { Publisher } from "../model/feed.ts";

const digest = async (text: string): Promise<ArrayBuffer> =>
  crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));

/**
 * Find the publisher whose token this is.
 *
 * Both sides are hashed first, so that neither length nor content shows in the
 * time it takes, and every publisher is compared, so that their order doesn't.
 *
 * @param publishers who may post; [] for a feed that doesn't exist, which takes as long as one publisher
 * @param secret the value of a named secret, if it is set
 */
export async function findPublisher(
  authorization: string | null,
  publishers: readonly Publisher[],
  secret: (name: string) => string | undefined,
): Promise<Publisher | null> {
  const token = /^Bearer +([\w.~+/=-]{1,500})$/i.exec(authorization ?? "")?.[1] ?? "";
  const given = await digest(token);
  let found: Publisher | null = null;
  for (const publisher of publishers.length === 0 ? [null] : publishers) {
    const value = publisher === null ? undefined : secret(publisher.token);
    const same = crypto.subtle.timingSafeEqual(given, await digest(value ?? ""));
    // An unset secret must not be matched by an absent token.
    if (same && token !== "" && value !== undefined && value !== "") found = publisher;
  }
  return found;
}
