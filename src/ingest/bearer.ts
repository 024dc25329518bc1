// Who is this? A bearer token against the secrets that a feed names.

import type { Publisher } from "../model/feed.ts";
import { bearerTokenIn, matchesOf } from "./signatures/token.ts";

/**
 * Find the publisher whose token this is.
 *
 * @param publishers who may post; [] for a feed that doesn't exist, which takes as long as one publisher
 * @param secret the value of a named secret, if it is set
 */
export async function findPublisher(
  authorization: string | null,
  publishers: readonly Publisher[],
  secret: (name: string) => string | undefined,
): Promise<Publisher | null> {
  const named = publishers.length === 0 ? [null] : publishers;
  const secrets = named.map((publisher) => (publisher === null ? undefined : secret(publisher.token)));
  const matches = await matchesOf(bearerTokenIn(authorization), secrets);
  return publishers.findLast((_, at) => matches[at]) ?? null;
}
