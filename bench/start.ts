// How large the Worker is, and how long after a start it answers.

import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker } from "../test/local/build.ts";
import { atMost, compare, type Row } from "./measure.ts";
import { serve } from "./servers.ts";

const ROUNDS = 7;

export async function benchStart(): Promise<Row[]> {
  const bundle = await bundleWorker(resolve(import.meta.dirname, "../src/index.ts"));
  const ratio = await compare(
    ROUNDS,
    firstResponse("wire", "/feeds/bench/rss.xml"),
    firstResponse("bare", "/"),
  );
  return [
    atMost("Worker bundle, gzipped", 200, gzipSync(bundle).byteLength / 1_024, " KiB", 0),
    atMost("start to first response, against an empty worker", 2, 1 / ratio, "×"),
  ];
}

const firstResponse = (worker: string, path: string) => async (): Promise<number> => {
  const began = performance.now();
  const { miniflare, port } = await serve(worker);
  await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer();
  const took = performance.now() - began;
  await miniflare.dispose();
  return took;
};
