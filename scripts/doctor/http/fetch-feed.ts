// Fetch a feed as a reader does: redirects followed one by one, within a time and a size.

import { advice, type Finding, warning } from "../finding.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What all requests of an examination have in common. */
export type Network = {
  readonly fetch: Fetch;
  readonly timeoutMs: number; // for one request with its body
  readonly maxBytes: number;
};

export type Fetched = {
  readonly url: string; // after redirects
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** A sentence without its full stop says why not. */
export type FetchResult =
  | { readonly ok: true; readonly value: Fetched; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly reason: string };

const MAX_REDIRECTS = 10;
const IS_REDIRECT = [301, 302, 303, 307, 308];

const HEADERS = {
  Accept:
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8",
  "Accept-Encoding": "identity", // what a proxy compresses, it may tag otherwise
  "User-Agent": "feed-doctor/1.0",
};

/** One request that follows nothing. @returns the answer, or why there is none */
export async function ask(
  url: string,
  { fetch, timeoutMs, maxBytes }: Network,
  init: { readonly method?: "GET" | "HEAD"; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly ok: true; readonly value: Fetched } | { readonly ok: false; readonly reason: string }> {
  try {
    const response = await fetch(url, {
      method: init.method ?? "GET",
      headers: { ...HEADERS, ...init.headers },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = await readBody(response, maxBytes);
    if (bytes === null)
      return { ok: false, reason: `${url} is larger than ${maxBytes.toLocaleString("en")} bytes` };
    return { ok: true, value: { url, status: response.status, headers: response.headers, bytes } };
  } catch (failure) {
    return { ok: false, reason: reasonOf(failure, url, timeoutMs) };
  }
}

/** @returns null when there is more than that */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      return null;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function reasonOf(failure: unknown, url: string, timeoutMs: number): string {
  if (!(failure instanceof Error)) return `${url} can't be reached: ${String(failure)}`;
  if (failure.name === "TimeoutError")
    return `${url} gave no whole answer within ${timeoutMs / 1000} seconds`;
  const { cause } = failure;
  const detail = cause instanceof Error ? cause.message : "";
  return `${url} can't be reached: ${detail === "" ? failure.message : detail}`;
}

export async function fetchFeed(start: string, network: Network): Promise<FetchResult> {
  const findings: Finding[] = [];
  const visited = new Set<string>();
  let url = start;
  while (visited.size <= MAX_REDIRECTS) {
    visited.add(url);
    const answer = await ask(url, network);
    if (!answer.ok) return answer;
    const { status, headers } = answer.value;
    const location = headers.get("Location");
    if (!IS_REDIRECT.includes(status) || location === null)
      return status === 200
        ? { ok: true, value: answer.value, findings }
        : { ok: false, reason: `${url} answered ${status} to an ordinary GET` };
    if (!URL.canParse(location, url))
      return { ok: false, reason: `${url} leads to ${location}, which is no URL` };
    const next = new URL(location, url).href;
    if (!/^https?:/.test(next))
      return { ok: false, reason: `${url} leads to ${next}, which is not on the web` };
    if (visited.has(next))
      return { ok: false, reason: `${url} leads back to ${next}: the redirects go round` };
    findings.push(...redirectFindings(url, next, status));
    url = next;
  }
  return { ok: false, reason: `${start} leads on more than ${MAX_REDIRECTS} times` };
}

function redirectFindings(from: string, to: string, status: number): Finding[] {
  const isForEver = status === 301 || status === 308;
  return [
    advice(
      "http-redirect",
      `GET ${from}`,
      isForEver
        ? `Name the new address, ${to}, wherever the old one stands (${status}).`
        : `Answer 301 or 308 if the feed stays at ${to}: after ${status}, readers ask at the old address for ever.`,
      isForEver ? "RFC 9110 §15.4.2, §15.4.9" : "RFC 9110 §15.4.3",
    ),
    ...(from.startsWith("https:") && to.startsWith("http:")
      ? [
          warning(
            "http-downgrade",
            `GET ${from}`,
            `Lead on to https: again: ${to} isn't encrypted.`,
            "RFC 9110 §4.2.2",
          ),
        ]
      : []),
  ];
}
