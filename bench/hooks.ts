// What a CMS waits for: Ghost gives up after two seconds, also when a hundred
// posts are saved at once.

import { signedHeaders } from "../scripts/sign/signed-headers.ts";
import { benchSource, deliveryOf } from "./articles.ts";
import { load, post } from "./load.ts";
import { atMost, quantile, type Row } from "./measure.ts";
import { HOOK_SECRET, serve } from "./servers.ts";

const ROUNDS = 10;
const AT_ONCE = 100;
const PATH = `/feeds/bench/hooks/${benchSource.name}`;

export async function benchHooks(): Promise<Row[]> {
  const wire = await serve("wire");
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const requests = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => requestFor(round * AT_ONCE + at)),
    );
    const { statuses, latenciesMs } = await load({
      port: wire.port,
      connections: AT_ONCE,
      requests: AT_ONCE,
      request: (at) => requests[at] ?? "",
    });
    if (statuses.get(201) !== AT_ONCE) throw new Error(`not every delivery was taken: ${[...statuses]}`);
    latencies.push(...latenciesMs);
  }
  await wire.miniflare.dispose();
  const what = `a signed delivery, ${AT_ONCE} at once`;
  return [
    atMost(`${what}, p50`, 2_000, quantile(latencies, 0.5), " ms", 0),
    atMost(`${what}, the slowest of ${ROUNDS * AT_ONCE}`, 2_000, quantile(latencies, 1), " ms", 0),
  ];
}

async function requestFor(at: number): Promise<string> {
  const body = deliveryOf(at);
  const headers = await signedHeaders(benchSource, HOOK_SECRET, {
    body: new TextEncoder().encode(body),
    path: PATH,
    id: `delivery-${at}`,
    now: Date.now(),
    headers: {},
  });
  const lines = Object.entries({ "content-type": "application/json", ...headers });
  return post(PATH, lines.map(([name, value]) => `${name}: ${value}\r\n`).join(""), body);
}
