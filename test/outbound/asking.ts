// What a test asks of the door to the outside, as it travels into workerd, and what comes back.

import type { Result } from "../../src/model/result.ts";
import { type Fetched, fetchOutside, type OutboundError } from "../../src/pipeline/fetch-outside.ts";
import { allowingOnly } from "./one-port.ts";

export type Asking = {
  readonly url: string;
  readonly maxBytes: number;
  readonly timeoutMs: number; // in place of the real limit
  readonly etag: string | null;
  readonly origin: string; // the one that the guard lets through
};

export type Told =
  | { readonly kind: "not_modified" }
  | {
      readonly kind: "document";
      readonly url: string;
      readonly contentType: string | null;
      readonly text: string;
    };

/** Ask by the runtime's own `fetch`. */
export async function ask(asking: Asking): Promise<Result<Told, OutboundError>> {
  const fetched = await fetchOutside(
    {
      publicOrigin: "https://wire.news-house.org",
      fetch: (request) => fetch(request),
      abortAfter: () => AbortSignal.timeout(asking.timeoutMs),
    },
    asking.url,
    {
      accept: "application/rss+xml",
      maxBytes: asking.maxBytes,
      allowHttp: true,
      known: asking.etag === null ? null : { etag: asking.etag, lastModified: null },
    },
    allowingOnly(asking.origin),
  );
  return fetched.ok ? { ok: true, value: told(fetched.value) } : fetched;
}

function told(fetched: Fetched): Told {
  if (fetched.kind === "not_modified") return { kind: "not_modified" };
  const { kind, url, contentType, bytes } = fetched;
  return { kind, url, contentType, text: new TextDecoder().decode(bytes) };
}
