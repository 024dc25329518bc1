// A load generator: HTTP/1.1 over plain sockets, as little work a request as
// possible, so that what is measured is the server.

import { connect, type Socket } from "node:net";

export type Load = {
  readonly port: number;
  /** The whole request as it goes over the wire; `at` counts from 0. */
  readonly request: (at: number) => string;
  readonly requests: number;
  readonly connections: number;
};

export type Loaded = {
  readonly durationMs: number;
  readonly statuses: ReadonlyMap<number, number>; // status → how many
  readonly latenciesMs: readonly number[];
};

export const get = (path: string, headers = ""): string =>
  `GET ${path} HTTP/1.1\r\nHost: bench\r\n${headers}\r\n`;

export const post = (path: string, headers: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: bench\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Send the requests over so many connections, each as soon as its last was answered. */
export async function load({ port, request, requests, connections }: Load): Promise<Loaded> {
  const statuses = new Map<number, number>();
  const latenciesMs: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(connections, requests) }, async () => {
      const client = await openClient(port);
      while (next < requests) {
        const at = next;
        next += 1;
        const sent = performance.now();
        const status = await client.send(request(at));
        latenciesMs.push(performance.now() - sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      client.close();
    }),
  );
  return { durationMs: performance.now() - began, statuses, latenciesMs };
}

type Client = { readonly send: (request: string) => Promise<number>; readonly close: () => void };

async function openClient(port: number): Promise<Client> {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((settle, refuse) => socket.once("connect", settle).once("error", refuse));
  let answered: { settle: (status: number) => void; refuse: (error: Error) => void } | null = null;
  let head = Buffer.alloc(0);
  let status = 0;
  let left = -1; // bytes of the body yet to come; -1: the head isn't complete

  socket.on("data", (chunk) => {
    let body = chunk.byteLength;
    if (left === -1) {
      head = head.byteLength === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf("\r\n\r\n");
      if (end === -1) return;
      const text = head.toString("latin1", 0, end);
      status = Number(text.slice(9, 12));
      left = lengthOf(text, status);
      body = head.byteLength - end - 4;
    }
    left -= body;
    if (left > 0) return;
    left = -1;
    head = Buffer.alloc(0);
    answered?.settle(status);
  });
  socket.on("close", () => answered?.refuse(new Error("the server closed the connection")));

  return {
    send: (request) =>
      new Promise((settle, refuse) => {
        answered = { settle, refuse };
        socket.write(request);
      }),
    close: () => {
      answered = null;
      socket.destroy();
    },
  };
}

function lengthOf(head: string, status: number): number {
  if (status === 304) return 0;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length:\n${head}`);
  return Number(length);
}
