// A server on this machine with every bad habit, a path for each.

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

export type OutsideServer = {
  readonly origin: string;
  readonly hits: readonly string[]; // paths, as they were asked for
  /** Header names and values of the latest request. */
  readonly heard: () => Readonly<Record<string, unknown>>;
  /** Resolves when the next answer is over, sent or cut off. */
  readonly nextClosed: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

const RSS = "<rss/>";
const XML = { "Content-Type": "application/rss+xml" };

type Habit = (response: ServerResponse, request: IncomingMessage, url: URL) => void;

/** 64 MB of zeros in 64 KB. */
const bomb = (): Buffer => gzipSync(Buffer.alloc(64 * 1_048_576));

function pourOut(response: ServerResponse): void {
  const chunk = Buffer.alloc(16_384, "a");
  const pour = () => {
    while (!response.destroyed) if (!response.write(chunk)) return;
  };
  response.on("drain", pour);
  pour();
}

const HABITS: Readonly<Record<string, Habit>> = {
  "/feed": (response, { headers }) =>
    headers["if-none-match"] === '"1"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { ...XML, ETag: '"1"', "Set-Cookie": "session=1" }).end(RSS),
  "/page": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>No feed.</p>"),
  "/to": (response, _, url) =>
    response.writeHead(302, { Location: url.search.slice(1), "Set-Cookie": "session=1" }).end("moved"),
  "/to-endless": (response) => {
    response.writeHead(302, { Location: "/feed" });
    pourOut(response);
  },
  "/gzip": (response) => response.writeHead(200, { ...XML, "Content-Encoding": "gzip" }).end(gzipSync(RSS)),
  "/bomb": (response) => response.writeHead(200, { ...XML, "Content-Encoding": "gzip" }).end(bomb()),
  "/not-gzip": (response) => response.writeHead(200, { ...XML, "Content-Encoding": "gzip" }).end(RSS),
  "/half-gzip": (response) =>
    response.writeHead(200, { ...XML, "Content-Encoding": "gzip" }).end(gzipSync(RSS).subarray(0, 12)),
  "/compress": (response) => response.writeHead(200, { ...XML, "Content-Encoding": "compress" }).end(RSS),
  "/endless": (response) => {
    response.writeHead(200, XML);
    pourOut(response);
  },
  "/stalls": (response) => response.writeHead(200, XML).write("<rss>"),
  "/stalls-in-gzip": (response) =>
    response.writeHead(200, { ...XML, "Content-Encoding": "gzip" }).write(gzipSync(RSS).subarray(0, 12)),
  "/silent": () => {},
  "/breaks-off": (response) => {
    response.writeHead(200, { ...XML, "Content-Length": "100" }).write("<rss>", () => response.destroy());
  },
  "/hangs-up": (response) => response.destroy(),
  "/secret": (response) => response.writeHead(500).end("swordfish"),
};

export async function serveOutside(): Promise<OutsideServer> {
  const hits: string[] = [];
  let headers: Readonly<Record<string, unknown>> = {};
  let closed = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://outside.test");
    hits.push(url.pathname);
    headers = request.headers;
    response.on("close", () => closed.resolve());
    HABITS[url.pathname]?.(response, request, url);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hits,
    heard: () => headers,
    nextClosed: () => {
      closed = Promise.withResolvers();
      return closed.promise;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
