// A secret that comes as it is, in a header: all that some systems can send.

const ENCODER = new TextEncoder();
const digest = async (text: string): Promise<ArrayBuffer> =>
  crypto.subtle.digest("SHA-256", ENCODER.encode(text));

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1); "" without one. */
export const bearerTokenIn = (authorization: string | null): string =>
  /^Bearer +([\w.~+/=-]{1,500})$/i.exec(authorization ?? "")?.[1] ?? "";

/**
 * Whether a token is one of these secrets.
 *
 * Both sides are hashed first, so that neither length nor content shows in the
 * time it takes, and each secret is compared, so that their order doesn't.
 *
 * @returns for each secret whether it is the token; an unset one, or an absent token, is none
 */
export async function matchesOf(
  token: string,
  secrets: readonly (string | undefined)[],
): Promise<readonly boolean[]> {
  const given = await digest(token);
  return Promise.all(
    secrets.map(async (secret) => {
      const same = crypto.subtle.timingSafeEqual(given, await digest(secret ?? ""));
      return same && token !== "" && secret !== undefined && secret !== "";
    }),
  );
}
