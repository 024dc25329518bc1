// An outside that is made up, and what is asked of it.

import type { Asked, OutsideDeps } from "../../src/pipeline/fetch-outside.ts";

export const ASKED: Asked = { accept: "application/rss+xml", maxBytes: 1_000, allowHttp: false, known: null };

type Answers = Readonly<Record<string, () => Response>>;

/** An outside that answers at these addresses, and what it was asked. */
export function anOutside(answers: Answers, signal: AbortSignal = new AbortController().signal) {
  const requests: Request[] = [];
  const deps: OutsideDeps = {
    publicOrigin: "https://wire.news-house.org",
    abortAfter: () => signal,
    fetch: async (request) => {
      requests.push(request);
      const answer = answers[request.url];
      if (answer === undefined) throw new TypeError("Network connection lost.");
      return answer();
    },
  };
  return { deps, requests, asked: () => requests.map(({ url }) => url) };
}

export const leading =
  (location: string, status = 302) =>
  () =>
    new Response("moved", { status, headers: { Location: location } });
export const rss = () => new Response("<rss/>", { headers: { "Content-Type": "application/rss+xml" } });

/** A body that counts what was taken of it, and never ends. */
export function endless() {
  const taken = { chunks: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.chunks += 1;
      controller.enqueue(new Uint8Array(100));
    },
    cancel: () => {
      taken.isCancelled = true;
    },
  });
  return { body, taken };
}
