// What a reader costs: a feed document from memory, from KV, and not sent at all.

import { openBundle } from "../src/formats/bundle.ts";
import { atLeast, compare, exactly, type Row, reported } from "./measure.ts";
import { fill, type Server, serve, timePerRequest } from "./servers.ts";

const ARTICLES = 50;
const ROUNDS = 200;
const REQUESTS = 50; // a round: short, so that a slow moment of the machine meets both
const RSS = "/feeds/bench/rss.xml";

export async function benchRead(): Promise<Row[]> {
  const [wire, cold, bare] = [await serve("wire"), await serve("cold"), await serve("bare")];
  await fill(wire, ARTICLES);
  await fill(cold, ARTICLES);
  const { etag, alone } = await shareRecord(wire, bare);
  const time =
    (server: Server, path: string, options = {}) =>
    () =>
      timePerRequest(server, path, { requests: REQUESTS, ...options });
  const against = (ours: () => Promise<number>, path: string) => compare(ROUNDS, ours, time(bare, path));
  const known = { headers: `If-None-Match: ${etag}\r\n`, status: 304 };

  const rows = [
    atLeast(
      "hot feed GET, against a bare worker that returns the same bytes",
      0.9,
      await against(time(wire, RSS), "/memory"),
    ),
    atLeast("304, against the same", 1.3, await against(time(wire, RSS, known), "/memory")),
    atLeast(
      "cold feed GET, against a bare KV get → Response",
      0.9,
      await against(time(cold, RSS), `/kv?from=${alone.from}&length=${alone.length}`),
    ),
    reported(
      "cold feed GET, against a KV value that holds this one document alone",
      await against(time(cold, RSS), "/kv-alone"),
    ),
    ...(await costs(cold)),
  ];
  for (const { miniflare } of [wire, cold, bare]) await miniflare.dispose();
  return rows;
}

/** Give the bare worker what the wire has in KV: the record, and the RSS document alone. */
async function shareRecord(wire: Server, bare: Server) {
  const record = await (await wire.miniflare.getKVNamespace("WIRE")).get("feed:bench", "arrayBuffer");
  const bundle = record && openBundle(record);
  if (!record || !bundle) throw new Error("the wire has no bundle in KV");
  const { span, etag } = bundle.header.documents.rss;
  const from = bundle.body.byteOffset + span[0];
  const document = record.slice(from, from + span[1]);
  const kv = await bare.miniflare.getKVNamespace("WIRE");
  await kv.put("record", record);
  await kv.put("same", document);
  const kib = (bytes: number) => `${(bytes / 1_024).toFixed(0)} KiB`;
  console.error(
    `RSS of ${ARTICLES} articles: ${kib(span[1])}; the bundle of all formats: ${kib(record.byteLength)}`,
  );
  return { etag, alone: { from, length: span[1] } };
}

/** Counted, not timed: what one cold request asks of the platform. */
async function costs(cold: Server): Promise<Row[]> {
  const before = await cold.counts();
  await timePerRequest(cold, RSS, { requests: REQUESTS });
  const after = await cold.counts();
  return [
    exactly("KV reads a cold feed GET", 1, (after.kvReads - before.kvReads) / REQUESTS),
    exactly("object calls a cold feed GET", 0, (after.objectCalls - before.objectCalls) / REQUESTS),
  ];
}
