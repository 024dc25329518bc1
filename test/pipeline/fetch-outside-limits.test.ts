// How much and how long: what the door to the outside lets nobody exceed.

import { describe, expect, it } from "vitest";
import { fetchOutside, type OutsideDeps } from "../../src/pipeline/fetch-outside.ts";
import { ASKED, anOutside, endless, leading, rss } from "./outside.ts";

describe("a body's size", () => {
  it("is counted: as much as is allowed, and no byte more", async () => {
    const { deps } = anOutside({ "https://example.org/": () => new Response(new Uint8Array(1_000)) });
    const whole = await fetchOutside(deps, "https://example.org/", ASKED);
    expect(whole.ok && whole.value.kind === "document" && whole.value.bytes.byteLength).toBe(1_000);
    expect(await fetchOutside(deps, "https://example.org/", { ...ASKED, maxBytes: 999 })).toEqual({
      ok: false,
      error: { kind: "too_large", maxBytes: 999 },
    });
  });

  it("ends the reading of what never ends, whatever Content-Length says", async () => {
    const { body, taken } = endless();
    const { deps } = anOutside({
      "https://example.org/": () => new Response(body, { headers: { "Content-Length": "6" } }),
    });
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "too_large", maxBytes: 1_000 },
    });
    expect(taken.isCancelled).toBe(true);
    expect(taken.chunks).toBeLessThan(15);
  });

  it("is nothing where a redirect or a refusal has a body: nobody reads it", async () => {
    for (const status of [302, 404]) {
      const { body, taken } = endless();
      const { deps } = anOutside({
        "https://example.org/": () => new Response(body, { status, headers: { Location: "/a" } }),
        "https://example.org/a": rss,
      });
      await fetchOutside(deps, "https://example.org/", ASKED);
      expect(taken).toEqual({ chunks: expect.any(Number), isCancelled: true });
      expect(taken.chunks).toBeLessThan(2);
    }
  });
});

describe("the time", () => {
  it("is ten seconds for all of it, and each request knows", async () => {
    const asked: number[] = [];
    const over = new AbortController();
    const { deps, requests } = anOutside({
      "https://example.org/": leading("/a"),
      "https://example.org/a": rss,
    });
    const abortAfter = (milliseconds: number) => {
      asked.push(milliseconds);
      return over.signal;
    };
    await fetchOutside({ ...deps, abortAfter }, "https://example.org/", ASKED);
    expect(asked).toEqual([10_000]);
    over.abort();
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  it("is up for who never answers", async () => {
    const over = new AbortController();
    const { deps } = anOutside({}, over.signal);
    const never: OutsideDeps = {
      ...deps,
      fetch: () => {
        over.abort();
        return new Promise(() => {});
      },
    };
    expect(await fetchOutside(never, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "timed_out" },
    });
  });

  it("is up for a call that hears of it before we do", async () => {
    const over = new AbortController();
    over.signal.addEventListener = () => {};
    const { deps } = anOutside({}, over.signal);
    const aborted: OutsideDeps = {
      ...deps,
      fetch: async () => {
        over.abort();
        throw new Error("The operation was aborted");
      },
    };
    expect(await fetchOutside(aborted, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "timed_out" },
    });
  });

  it("is up for a body that stops coming", async () => {
    const over = new AbortController();
    let isCancelled = false;
    const slow = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new Uint8Array(10));
      },
      pull: () => {
        over.abort();
        return new Promise(() => {});
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const { deps } = anOutside({ "https://example.org/": () => new Response(slow) }, over.signal);
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "timed_out" },
    });
    expect(isCancelled).toBe(true);
  });

  it("is up between two hops", async () => {
    const over = new AbortController();
    const { deps, asked } = anOutside(
      {
        "https://example.org/": () => {
          over.abort();
          return leading("/a")();
        },
        "https://example.org/a": rss,
      },
      over.signal,
    );
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "timed_out" },
    });
    expect(asked()).toEqual(["https://example.org/"]);
  });
});
