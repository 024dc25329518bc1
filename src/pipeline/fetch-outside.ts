// The one door for every call out: whatever address somebody gave us is asked for
// here, and nowhere else.
//
// Redirects are followed by hand, so that the guard sees each hop. Each hop is a
// request of its own making: nothing of the caller's and no cookie goes along.

import { type GuardUrl, guardUrl, type OutboundRefusal } from "../model/guard-url.ts";
import { MAX_OUTBOUND_MILLISECONDS, MAX_REDIRECTS } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { Deps } from "../ports.ts";
import { type BodyError, type Deadline, deadlineOf, giveUp, inTime, readAnswer } from "./read-answer.ts";

/** What a caller hands on, without a use for it of its own. */
export type OutsideDeps = Pick<Deps, "fetch" | "abortAfter" | "publicOrigin">;

export type Asked = {
  readonly accept: string; // for Accept
  readonly maxBytes: number; // of the body, unpacked
  readonly allowHttp: boolean;
  /** What was fetched last time: who still has just that says so. */
  readonly known: Validators | null;
};

/** As the answer had them; null for one that it hadn't. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

/** `url` is where it was found, after redirects. */
export type Fetched =
  | {
      readonly kind: "document";
      readonly url: string;
      readonly contentType: string | null;
      readonly validators: Validators;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "not_modified"; readonly url: string };

/**
 * Every way a call out can come to nothing. None says what was answered: what is
 * inside would be told outside. A `url` is for who asked, not for the log: there may be
 * a password or a token in it.
 */
export type OutboundError =
  | { readonly kind: "refused"; readonly url: string; readonly refusal: OutboundRefusal } // the first address, or one that a redirect leads to
  | { readonly kind: "redirect_downgrades"; readonly url: string } // out of encryption
  | { readonly kind: "redirect_invalid"; readonly status: number }
  | { readonly kind: "redirect_loops"; readonly url: string }
  | { readonly kind: "redirects_too_many"; readonly maxRedirects: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "status_unexpected"; readonly status: number }
  | { readonly kind: "encoding_unsupported" }
  | BodyError;

/**
 * Ask the outside for a document.
 *
 * @param url as somebody outside wrote it
 * @param guard another only for the tests of what comes after it, which have nobody to ask but this machine
 */
export async function fetchOutside(
  deps: OutsideDeps,
  url: string,
  asked: Asked,
  guard: GuardUrl = guardUrl,
): Promise<Result<Fetched, OutboundError>> {
  const rules = { own: [new URL(deps.publicOrigin).hostname], allowHttp: asked.allowHttp };
  const deadline = deadlineOf(deps.abortAfter(MAX_OUTBOUND_MILLISECONDS));
  const visited: URL[] = [];
  let next = url;
  while (visited.length <= MAX_REDIRECTS) {
    const guarded = guard(next, rules);
    if (!guarded.ok) return fail({ kind: "refused", url: next, refusal: guarded.error });
    const here = guarded.value;
    if (visited.some(({ href }) => href === here.href))
      return fail({ kind: "redirect_loops", url: here.href });
    if (visited.at(-1)?.protocol === "https:" && here.protocol !== "https:")
      return fail({ kind: "redirect_downgrades", url: here.href });
    visited.push(here);

    const request = requestFor(here, deps.publicOrigin, asked, deadline);
    const answer = await inTime(deadline, deps.fetch(request), { kind: "unreachable" } as const);
    if (!answer.ok) return answer;
    const response = answer.value;
    if (!IS_REDIRECT.includes(response.status)) return readFetched(response, here.href, asked, deadline);
    giveUp(response.body);
    const location = response.headers.get("Location");
    const target = location === null ? null : URL.parse(location, here.href);
    if (target === null) return fail({ kind: "redirect_invalid", status: response.status });
    next = target.href;
  }
  return fail({ kind: "redirects_too_many", maxRedirects: MAX_REDIRECTS });
}

const IS_REDIRECT = [301, 302, 303, 307, 308];

function requestFor(url: URL, publicOrigin: string, { accept, known }: Asked, { signal }: Deadline): Request {
  const headers = new Headers({ Accept: accept, "User-Agent": `Edgewire (+${publicOrigin})` });
  if (known?.etag) headers.set("If-None-Match", known.etag);
  if (known?.lastModified) headers.set("If-Modified-Since", known.lastModified);
  return new Request(url.href, { headers, redirect: "manual", signal });
}

// What every runtime unpacks by itself. Of another packing it would hand us the
// bytes as they came, and it would be taken for the document.
const UNPACKED = ["", "identity", "gzip", "br"];

async function readFetched(
  response: Response,
  url: string,
  { maxBytes, known }: Asked,
  deadline: Deadline,
): Promise<Result<Fetched, OutboundError>> {
  const { status, headers } = response;
  const refuse = (error: OutboundError) => {
    giveUp(response.body);
    return fail(error);
  };
  if (status === 304 && known !== null) {
    giveUp(response.body);
    return ok({ kind: "not_modified", url });
  }
  if (status !== 200) return refuse({ kind: "status_unexpected", status });
  if (!UNPACKED.includes(headers.get("Content-Encoding") ?? ""))
    return refuse({ kind: "encoding_unsupported" });

  const body = await readAnswer(response, maxBytes, deadline);
  if (!body.ok) return body;
  return ok({
    kind: "document",
    url,
    contentType: headers.get("Content-Type"),
    validators: { etag: headers.get("ETag"), lastModified: headers.get("Last-Modified") },
    bytes: body.value,
  });
}
