// What this isolate has read from KV within the last second.
//
// An older entry is kept as long as there is room: if KV fails, a reader is
// better served with it than with an error.

export const FRESH_FOR = 1_000;
const MOST_BYTES = 40 * 1_048_576; // of a Worker's 128 MB, for feeds' heads; others say how little they need

type Entry<T> = { readonly value: T; readonly bytes: number; readonly loadedAt: number };

export type Memory<T> = {
  /** The value if it was read within the last second. */
  readonly fresh: (key: string, now: number) => T | undefined;
  /** The value however old. */
  readonly stale: (key: string) => T | undefined;
  readonly keep: (key: string, value: T, bytes: number, now: number) => void;
  readonly forget: (key: string) => void;
};

export function createMemory<T>(mostBytes = MOST_BYTES): Memory<T> {
  const entries = new Map<string, Entry<T>>(); // oldest first
  let total = 0;

  const forget = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };

  return {
    fresh: (key, now) => {
      const entry = entries.get(key);
      return entry !== undefined && now - entry.loadedAt < FRESH_FOR ? entry.value : undefined;
    },
    stale: (key) => entries.get(key)?.value,
    keep: (key, value, bytes, now) => {
      forget(key);
      entries.set(key, { value, bytes, loadedAt: now });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= mostBytes) break;
        forget(oldest);
      }
    },
    forget,
  };
}
