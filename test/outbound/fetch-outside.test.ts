// The door to the outside by real connections: in workerd, where it is used, and in Node.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "../../src/model/result.ts";
import type { OutboundError } from "../../src/pipeline/fetch-outside.ts";
import { bundleWorker } from "../local/build.ts";
import { type Asking, ask, type Told } from "./asking.ts";
import { type OutsideServer, serveOutside } from "./outside-server.ts";

let outside: OutsideServer;
let workerd: Miniflare;

beforeAll(async () => {
  workerd = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundleWorker(resolve(import.meta.dirname, "workers/main.ts")),
      compatibilityDate: "2026-10-23",
      compatibilityFlags: ["global_fetch_strictly_public"],
      cf: false,
    }),
  );
  await workerd.ready;
});
afterAll(() => workerd.dispose());

beforeEach(async () => {
  outside = await serveOutside();
  return () => outside.stop();
});

type Ask = (asking: Asking) => Promise<Result<Told, OutboundError>>;

const askInWorkerd: Ask = async (asking) => {
  const body = JSON.stringify(asking);
  const answer = await workerd.dispatchFetch("http://asking.test/", { method: "POST", body });
  return (await answer.json()) as Result<Told, OutboundError>; // our own, test/outbound/workers
};

describe.each([
  ["workerd", askInWorkerd, ["cf-worker", "host"]],
  ["Node", ask, ["accept-encoding", "accept-language", "connection", "host", "sec-fetch-mode"]],
])("in %s", (_, askThere, ofRuntime) => {
  const fetched = (path: string, over: Partial<Asking> = {}) => {
    const { origin } = outside;
    return askThere({
      url: origin + path,
      maxBytes: 100_000,
      timeoutMs: 60_000,
      etag: null,
      origin,
      ...over,
    });
  };

  it("a document comes over, packed or not, through redirects or not", async () => {
    const { origin } = outside;
    const told = { kind: "document", contentType: "application/rss+xml", text: "<rss/>" };
    expect(await fetched("/feed")).toEqual({ ok: true, value: { ...told, url: `${origin}/feed` } });
    expect(await fetched("/gzip")).toEqual({ ok: true, value: { ...told, url: `${origin}/gzip` } });
    expect(await fetched("/to?/to?/to?feed")).toEqual({
      ok: true,
      value: { ...told, url: `${origin}/feed` },
    });
    expect(await fetched("/feed", { etag: '"1"' })).toEqual({ ok: true, value: { kind: "not_modified" } });
  });

  it("what isn't a feed comes with its type, for who asked to judge", async () => {
    expect(await fetched("/page")).toMatchObject({
      value: { contentType: "text/html", text: "<p>No feed.</p>" },
    });
  });

  it("the outside hears what is accepted and who asks, and what the runtime itself says", async () => {
    await fetched("/to?/feed");
    const heard = outside.heard();
    expect(heard["accept"]).toBe("application/rss+xml");
    expect(heard["user-agent"]).toBe("Edgewire (+https://wire.news-house.org)");
    expect(Object.keys(heard).sort()).toEqual(["accept", "user-agent", ...ofRuntime].sort());
  });

  it("no request leaves for where the guard says no", async () => {
    const elsewhere = await serveOutside();
    try {
      const error = { kind: "refused", refusal: { kind: "port_refused" } };
      expect(await fetched("", { url: `${elsewhere.origin}/feed` })).toMatchObject({ error });
      expect(await fetched(`/to?${elsewhere.origin}/feed`)).toMatchObject({ error });
      expect(await fetched("/to?/to?http://127.1/feed")).toMatchObject({
        error: { refusal: { kind: "host_is_address", host: "127.0.0.1" } },
      });
      expect(elsewhere.hits).toEqual([]);
      expect(outside.hits).toEqual(["/to", "/to", "/to"]);
    } finally {
      await elsewhere.stop();
    }
  });

  it.each([
    ["/to?/to?/to?/to?/feed", { kind: "redirects_too_many", maxRedirects: 3 }],
    ["/bomb", { kind: "too_large", maxBytes: 100_000 }],
    ["/not-gzip", { kind: "broken_off" }],
    ["/compress", { kind: "encoding_unsupported" }],
    ["/breaks-off", { kind: "broken_off" }],
    ["/hangs-up", { kind: "unreachable" }],
    ["/secret", { kind: "status_unexpected", status: 500 }],
  ])("%s comes to nothing, and is told so", async (path, error) => {
    expect(await fetched(path)).toEqual({ ok: false, error });
  });

  it("what never ends is cut off", async () => {
    const closed = outside.nextClosed();
    expect(await fetched("/endless")).toEqual({
      ok: false,
      error: { kind: "too_large", maxBytes: 100_000 },
    });
    await closed;
  });

  it("the body of a redirect is nobody's, and is cut off", async () => {
    const closed = outside.nextClosed();
    expect(await fetched("/to-endless")).toMatchObject({ value: { text: "<rss/>" } });
    await closed;
  });

  it.each(["/silent", "/stalls", "/stalls-in-gzip"])(
    "time is up for %s, and it is hung up on",
    async (path) => {
      const closed = outside.nextClosed();
      expect(await fetched(path, { timeoutMs: 300 })).toEqual({ ok: false, error: { kind: "timed_out" } });
      await closed;
    },
  );

  it("nobody answers where nobody listens", async () => {
    const { origin, stop } = await serveOutside();
    await stop();
    expect(await fetched("", { url: `${origin}/feed`, origin })).toEqual({
      ok: false,
      error: { kind: "unreachable" },
    });
  });
});

it("what is packed and breaks off is no document in workerd; Node takes it for one", async () => {
  const { origin } = outside;
  const asking = { url: `${origin}/half-gzip`, maxBytes: 100, timeoutMs: 60_000, etag: null, origin };
  expect(await askInWorkerd(asking)).toEqual({ ok: false, error: { kind: "broken_off" } });
});

it("the platform is asked to take every call for a stranger's", () => {
  const settings = readFileSync(resolve(import.meta.dirname, "../../wrangler.toml"), "utf8");
  expect(settings).toMatch(/^compatibility_flags = \["global_fetch_strictly_public"\]$/m);
});
