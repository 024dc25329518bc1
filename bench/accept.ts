// What a publisher waits for: the receipt, the feed, and how often KV is written.

import { IDLE_FEEDS, submissionOf } from "./articles.ts";
import { load, post } from "./load.ts";
import { atLeast, atMost, compare, quantile, type Row, reported } from "./measure.ts";
import { AUTHORIZED, type Server, serve } from "./servers.ts";

const ROUNDS = 40;
const REQUESTS = 50; // a round
const BURST = 1_000;

export async function benchAccept(): Promise<Row[]> {
  const [wire, taking, cold] = [await serve("wire"), await serve("accept"), await serve("cold")];
  const bare = await serve("bare");
  const inserts = accept(bare, "/insert");
  const rows = [
    atLeast(
      "accept, against a bare Durable Object insert by RPC",
      0.6,
      await compare(ROUNDS, accept(taking, "/feeds/bench/articles"), inserts),
    ),
    reported(
      "accept while it is published, against the same",
      await compare(ROUNDS, accept(wire, "/feeds/bench/articles"), inserts),
    ),
    ...(await latency(wire)),
    atMost(`KV writes an article in a burst of ${BURST} to one feed`, 1.05, await writesInBurst(cold), "", 3),
  ];
  for (const { miniflare } of [wire, taking, cold, bare]) await miniflare.dispose();
  return rows;
}

/** A round of articles that are new each time. */
function accept({ port }: Server, path: string): () => Promise<number> {
  let taken = 0;
  return async () => {
    const from = taken;
    taken += REQUESTS;
    const { durationMs, statuses } = await load({
      port,
      connections: 8,
      requests: REQUESTS,
      request: (at) => post(path, AUTHORIZED, submissionOf(from + at)),
    });
    if (statuses.get(201) !== REQUESTS) throw new Error(`not every article was taken: ${[...statuses]}`);
    return durationMs / REQUESTS;
  };
}

/** Submit to a feed that is idle → its bundle in KV, in ms. */
async function latency({ port, miniflare }: Server): Promise<Row[]> {
  const kv = await miniflare.getKVNamespace("WIRE");
  const latencies: number[] = [];
  for (let round = 0; round < 3; round += 1)
    for (let at = 0; at < IDLE_FEEDS; at += 1) {
      const began = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/feeds/idle-${at}/articles`, {
        method: "POST",
        headers: { Authorization: "Bearer newsroom-secret", "Content-Type": "application/json" },
        body: submissionOf(round),
      });
      const { feedVersion } = (await response.json()) as { feedVersion: number };
      while ((await versionInKv(kv, `feed:idle-${at}`)) < feedVersion);
      if (round > 0) latencies.push(performance.now() - began); // the first makes the object
    }
  const what = "idle submit → bundle in KV";
  return [
    atMost(`${what}, p50`, 30, quantile(latencies, 0.5), " ms", 0),
    atMost(`${what}, p99`, 150, quantile(latencies, 0.99), " ms", 0),
  ];
}

type Kv = Awaited<ReturnType<Server["miniflare"]["getKVNamespace"]>>;

async function versionInKv(kv: Kv, key: string): Promise<number> {
  const record = await kv.get(key, "arrayBuffer");
  if (record === null) return 0;
  const length = new DataView(record).getUint32(0);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(record, 4, length))).version;
}

async function writesInBurst(cold: Server): Promise<number> {
  const before = await cold.counts();
  const { statuses } = await load({
    port: cold.port,
    connections: 32,
    requests: BURST,
    request: (at) => post("/feeds/bench/articles", AUTHORIZED, submissionOf(at)),
  });
  if (statuses.get(201) !== BURST) throw new Error(`not every article was taken: ${[...statuses]}`);
  for (;;) {
    const { kvWrites } = await cold.counts();
    await new Promise((settle) => setTimeout(settle, 3_000)); // longer than two publishes are apart
    const after = await cold.counts();
    if (after.kvWrites === kvWrites && kvWrites - before.kvWrites >= BURST)
      return (kvWrites - before.kvWrites) / BURST;
  }
}
