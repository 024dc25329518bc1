// The body of an answer, counted as it comes and after it was unpacked: what its
// sender says of its length proves nothing.

import { fail, ok, type Result } from "../model/result.ts";

/** When a call must be over. */
export type Deadline = { readonly signal: AbortSignal; readonly passed: Promise<null> };

export type TimedOut = { readonly kind: "timed_out" };

/** Why there is no whole body. */
export type BodyError =
  | { readonly kind: "too_large"; readonly maxBytes: number }
  | { readonly kind: "broken_off" } // by the sender, or it isn't packed as it says
  | TimedOut;

export const deadlineOf = (signal: AbortSignal): Deadline => ({
  signal,
  passed: new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
    if (signal.aborted) resolve(null);
  }),
});

/**
 * What comes of work in time. The abort isn't left to the work alone: not every
 * runtime ends the reading of a body with its request.
 *
 * @returns `failure` when the work throws
 */
export async function inTime<T, E>(
  { signal, passed }: Deadline,
  work: Promise<T>,
  failure: E,
): Promise<Result<T, E | TimedOut>> {
  const settled: Promise<Result<T, E>> = work.then(
    (value) => ok(value),
    () => fail(failure),
  );
  const first = await Promise.race([passed, settled]);
  // What is aborted throws, and may do so before `passed` is heard of.
  return first === null || (!first.ok && signal.aborted) ? fail({ kind: "timed_out" }) : first;
}

/** @returns all of the body; reading stops once there is more than `maxBytes`, or when it is late */
export async function readAnswer(
  response: Response,
  maxBytes: number,
  deadline: Deadline,
): Promise<Result<Uint8Array, BodyError>> {
  if (response.body === null) return ok(new Uint8Array());
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total <= maxBytes) {
    const read = await inTime(deadline, reader.read(), { kind: "broken_off" } as const);
    if (!read.ok) {
      giveUp(reader);
      return read;
    }
    if (read.value.done) return ok(joined(chunks, total));
    chunks.push(read.value.value);
    total += read.value.value.byteLength;
  }
  giveUp(reader);
  return fail({ kind: "too_large", maxBytes });
}

/** Let go of a body that nobody reads on: it would keep its connection. */
export function giveUp(body: { readonly cancel: () => Promise<void> } | null): void {
  body?.cancel().catch(() => {}); // what can't be cancelled is gone
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
