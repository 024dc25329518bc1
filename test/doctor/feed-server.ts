// A server on loopback that serves a feed as readers like it, and can be told to
// do one thing otherwise.

import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { RSS } from "./feeds.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** What the server does with the right answer to a request before it sends it. */
export type Habit = (right: Answer, request: IncomingMessage) => Answer;

export type FeedServer = { readonly origin: string; readonly stop: () => Promise<void> };

const LAST_MODIFIED = "Tue, 24 Nov 2026 10:08:40 GMT";
export const ETAG = '"tide-1"';

/** The feed with its own address in it. */
const feedAt = (origin: string): Uint8Array =>
  new TextEncoder().encode(RSS.replace("https://news.example/harbour/rss.xml", `${origin}/feed.xml`));

export const headersAt = (origin: string): Readonly<Record<string, string>> => ({
  "Content-Type": "application/rss+xml; charset=utf-8",
  ETag: ETAG,
  "Last-Modified": LAST_MODIFIED,
  "Cache-Control": "public, max-age=300",
  Vary: "Accept-Encoding",
  Link: `<${origin}/feed.xml>; rel="self"`,
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
});

/** RFC 9110 §13, with what proxies do to tags. */
function isFresh({ headers }: IncomingMessage): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined)
    return tags.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "").replace(/-gzip"$/, '"') === ETAG);
  return headers["if-modified-since"] === LAST_MODIFIED;
}

function rightAnswer(request: IncomingMessage, origin: string): Answer {
  if (request.url !== "/feed.xml") return { status: 404, headers: {}, body: new Uint8Array() };
  const headers = headersAt(origin);
  if (isFresh(request)) return { status: 304, headers, body: new Uint8Array() };
  const body = feedAt(origin);
  return /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")
    ? {
        status: 200,
        headers: { ...headers, ETag: `W/${ETAG}`, "Content-Encoding": "gzip" },
        body: gzipSync(body),
      }
    : { status: 200, headers, body };
}

export async function serveFeed(habit: Habit = (right) => right): Promise<FeedServer> {
  let origin = "";
  const server: Server = createServer((request, response) => {
    const { status, headers, body } = habit(rightAnswer(request, origin), request);
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
