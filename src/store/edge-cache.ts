// What this location keeps for a while: the Cache API.
//
// It is no copy that anybody relies on: it may forget at any moment, and on
// workers.dev it keeps nothing.

/**
 * @param origin the wire's own: a key is an address under it that no route answers
 */
export const edgeCache = (cache: Cache, origin: string) => {
  const addressOf = (key: string): string => `${origin}/.cached/${encodeURIComponent(key)}`;
  return {
    loadCached: async (key: string): Promise<ArrayBuffer | null> => {
      const kept = await cache.match(addressOf(key));
      return kept === undefined ? null : kept.arrayBuffer();
    },
    keepCached: (key: string, bytes: Uint8Array, seconds: number): Promise<void> =>
      cache.put(
        addressOf(key),
        new Response(bytes, { headers: { "Cache-Control": `public, max-age=${seconds}` } }),
      ),
  };
};
