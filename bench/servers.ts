// The servers that are measured, each a workerd of its own on this machine.

import { resolve } from "node:path";
import type { Miniflare } from "miniflare";
import { startWire } from "../test/local/miniflare.ts";
import { submissionOf } from "./articles.ts";
import { get, load, post } from "./load.ts";

export type Server = {
  readonly miniflare: Miniflare;
  readonly port: number;
  /** What it has asked of the platform so far; only the worker "cold" counts. */
  readonly counts: () => Promise<Counts>;
};

type Counts = { readonly kvReads: number; readonly kvWrites: number; readonly objectCalls: number };

/** What every source here signs with. */
export const HOOK_SECRET = "bench-hook-secret";

export const AUTHORIZED = "Authorization: Bearer newsroom-secret\r\nContent-Type: application/json\r\n";

export async function serve(worker: string): Promise<Server> {
  const entry = resolve(import.meta.dirname, `workers/${worker}.ts`);
  const miniflare = await startWire({ entry, quiet: true, bindings: { HOOK_SECRET } });
  const port = Number((await miniflare.ready).port);
  const counts = async () => (await (await fetch(`http://127.0.0.1:${port}/counts`)).json()) as Counts;
  return { miniflare, port, counts };
}

/** Post so many articles of 5 KB to the feed `bench`, and wait until its document is out. */
export async function fill({ port }: Server, articles: number): Promise<void> {
  const { statuses } = await load({
    port,
    connections: 8,
    requests: articles,
    request: (at) => post("/feeds/bench/articles", AUTHORIZED, submissionOf(at)),
  });
  if (statuses.get(201) !== articles) throw new Error(`not every article was taken: ${[...statuses]}`);
  const newest = `part ${articles - 1}<`;
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/feeds/bench/rss.xml`);
    if ((await response.text()).includes(newest)) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error("the feed did not come out");
}

/** The time a request takes: a batch of them, divided. Every answer must have this status. */
export async function timePerRequest(
  { port }: Server,
  path: string,
  { headers = "", status = 200, requests = 3_000, connections = 8 } = {},
): Promise<number> {
  const { durationMs, statuses } = await load({
    port,
    connections,
    requests,
    request: () => get(path, headers),
  });
  if (statuses.get(status) !== requests) throw new Error(`${path}: answered ${[...statuses]}, not ${status}`);
  return durationMs / requests;
}
