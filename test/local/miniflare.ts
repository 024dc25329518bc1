// The wire in a bare miniflare: no wrangler, no proxy in between.

import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { bundleWorker } from "./build.ts";

export type LocalWire = {
  readonly entry: string; // a file whose default export is a Worker, and that exports FeedJournal
  readonly persistTo?: string; // a folder; in memory without one
  readonly port?: number;
  readonly bindings?: Readonly<Record<string, string>>;
  readonly quiet?: boolean; // don't print what the Worker logs
};

/** Start a Worker with the bindings of wrangler.toml. The caller disposes of it. */
export async function startWire({ entry, persistTo, port, bindings, quiet }: LocalWire): Promise<Miniflare> {
  const options = convertV4MiniflareOptions({
    name: "wire",
    modules: true,
    script: await bundleWorker(entry),
    compatibilityDate: "2026-10-23",
    compatibilityFlags: ["global_fetch_strictly_public"],
    kvNamespaces: ["WIRE"],
    durableObjects: { FEED_JOURNAL: { className: "FeedJournal", useSQLite: true } },
    bindings: { PUBLIC_ORIGIN: "https://wire.test", NEWSROOM_TOKEN: "newsroom-secret", ...bindings },
    cf: false,
    log: new Log(LogLevel.WARN),
    logRequests: false,
    ...(quiet ? { handleStructuredLogs: () => {} } : {}),
    ...(port === undefined ? {} : { port }),
    ...(persistTo === undefined ? {} : { resourcePersistencePath: persistTo }),
  });
  const wire = new Miniflare(options);
  await wire.ready;
  return wire;
}
