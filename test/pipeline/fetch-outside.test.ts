// The door to the outside, with the guard on and an outside that is made up.

import { describe, expect, it } from "vitest";
import { fetchOutside } from "../../src/pipeline/fetch-outside.ts";
import { ASKED, anOutside, leading, rss } from "./outside.ts";

describe("a document from outside", () => {
  it("comes with its type, its address and its validators", async () => {
    const { deps } = anOutside({
      "https://example.org/feed": () =>
        new Response("<rss/>", {
          headers: {
            "Content-Type": "text/xml",
            ETag: '"1"',
            "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT",
          },
        }),
    });
    expect(await fetchOutside(deps, "https://example.org/feed#top", ASKED)).toEqual({
      ok: true,
      value: {
        kind: "document",
        url: "https://example.org/feed",
        contentType: "text/xml",
        validators: { etag: '"1"', lastModified: "Tue, 24 Nov 2026 10:00:00 GMT" },
        bytes: new TextEncoder().encode("<rss/>"),
      },
    });
  });

  it("is asked for with nothing but what to accept and who asks", async () => {
    const { deps, requests } = anOutside({ "https://example.org/": rss });
    await fetchOutside(deps, "https://example.org/", ASKED);
    expect(requests.map(({ method, redirect, headers }) => [method, redirect, [...headers]])).toEqual([
      [
        "GET",
        "manual",
        [
          ["accept", "application/rss+xml"],
          ["user-agent", "Edgewire (+https://wire.news-house.org)"],
        ],
      ],
    ]);
  });

  it("is asked for by what is known of it, and need not come again", async () => {
    const { deps, requests } = anOutside({
      "https://example.org/": () => new Response(null, { status: 304 }),
    });
    const known = { etag: 'W/"1"', lastModified: "Tue, 24 Nov 2026 10:00:00 GMT" };
    expect(await fetchOutside(deps, "https://example.org/", { ...ASKED, known })).toEqual({
      ok: true,
      value: { kind: "not_modified", url: "https://example.org/" },
    });
    expect(requests[0]?.headers.get("If-None-Match")).toBe('W/"1"');
    expect(requests[0]?.headers.get("If-Modified-Since")).toBe("Tue, 24 Nov 2026 10:00:00 GMT");
  });

  it("may be empty", async () => {
    const { deps } = anOutside({ "https://example.org/": () => new Response(null) });
    const fetched = await fetchOutside(deps, "https://example.org/", ASKED);
    expect(fetched).toMatchObject({ ok: true, value: { contentType: null, bytes: new Uint8Array() } });
  });

  it.each([301, 302, 303, 307, 308])("is followed through %i, relative or not", async (status) => {
    const { deps, asked } = anOutside({
      "https://example.org/old/feed": leading("../new/feed?a=b", status),
      "https://example.org/new/feed?a=b": leading("//feeds.example.com/rss", status),
      "https://feeds.example.com/rss": rss,
    });
    expect(await fetchOutside(deps, "https://example.org/old/feed", ASKED)).toMatchObject({
      ok: true,
      value: { url: "https://feeds.example.com/rss" },
    });
    expect(asked()).toHaveLength(3);
  });

  it("takes no cookie along on the way", async () => {
    const { deps, requests } = anOutside({
      "https://example.org/": () =>
        new Response(null, { status: 302, headers: { Location: "/a", "Set-Cookie": "session=1" } }),
      "https://example.org/a": rss,
    });
    await fetchOutside(deps, "https://example.org/", ASKED);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.headers.has("Cookie")).toBe(false);
  });
});

describe("a call that comes to nothing", () => {
  it("is never made to an address that the guard refuses", async () => {
    const { deps, asked } = anOutside({});
    expect(await fetchOutside(deps, "https://127.0.0.1/", ASKED)).toEqual({
      ok: false,
      error: {
        kind: "refused",
        url: "https://127.0.0.1/",
        refusal: { kind: "host_is_address", host: "127.0.0.1" },
      },
    });
    expect(asked()).toEqual([]);
  });

  it.each([
    ["https://127.0.0.1/", "host_is_address"],
    ["https://[::ffff:10.0.0.1]/", "host_is_address"],
    ["//2130706433/", "host_is_address"],
    ["https://metadata.google.internal/", "host_reserved"],
    ["https://10.0.0.1.nip.io/", "host_reserved"],
    ["https://wire.news-house.org/feeds/world", "host_own"],
    ["https://user:secret@example.com/", "credentials_present"],
    ["https://example.com:22/", "port_refused"],
    ["http://example.com/", "scheme_refused"],
    ["file:///etc/hosts", "scheme_refused"],
    ["data:text/xml,<rss/>", "scheme_refused"],
  ])("ends where a redirect leads to %s", async (location, kind) => {
    const { deps, asked } = anOutside({
      "https://example.org/": leading("/hop"),
      "https://example.org/hop": leading(location),
    });
    const fetched = await fetchOutside(deps, "https://example.org/", ASKED);
    expect(fetched).toMatchObject({ ok: false, error: { kind: "refused", refusal: { kind } } });
    expect(asked()).toEqual(["https://example.org/", "https://example.org/hop"]);
  });

  it("ends where a redirect leads out of encryption, even if http is allowed", async () => {
    const { deps, asked } = anOutside({
      "http://example.org/": leading("https://example.org/"),
      "https://example.org/": leading("http://example.org/feed"),
    });
    const fetched = await fetchOutside(deps, "http://example.org/", { ...ASKED, allowHttp: true });
    expect(fetched).toEqual({
      ok: false,
      error: { kind: "redirect_downgrades", url: "http://example.org/feed" },
    });
    expect(asked()).toEqual(["http://example.org/", "https://example.org/"]);
  });

  it("ends where redirects go round", async () => {
    const { deps, asked } = anOutside({
      "https://example.org/a": leading("/b"),
      "https://example.org/b": leading("/a#again"),
    });
    expect(await fetchOutside(deps, "https://example.org/a", ASKED)).toEqual({
      ok: false,
      error: { kind: "redirect_loops", url: "https://example.org/a" },
    });
    expect(asked()).toHaveLength(2);
  });

  it("ends with the fourth redirect, and not with the third", async () => {
    const { deps, asked } = anOutside({
      "https://example.org/0": leading("/1"),
      "https://example.org/1": leading("/2"),
      "https://example.org/2": leading("/3"),
      "https://example.org/3": leading("/4"),
      "https://example.org/4": rss,
    });
    expect(await fetchOutside(deps, "https://example.org/1", ASKED)).toMatchObject({ ok: true });
    expect(asked()).toHaveLength(4);
    expect(await fetchOutside(deps, "https://example.org/0", ASKED)).toEqual({
      ok: false,
      error: { kind: "redirects_too_many", maxRedirects: 3 },
    });
    expect(asked()).toHaveLength(8);
  });

  it.each([
    ["has no Location", () => new Response(null, { status: 302 })],
    ["has one that is no address", leading("https://exa mple/")],
  ])("ends where a redirect %s", async (_, answer) => {
    const { deps } = anOutside({ "https://example.org/": answer });
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "redirect_invalid", status: 302 },
    });
  });

  it.each([201, 204, 206, 300, 304, 400, 401, 404, 410, 429, 500, 503])(
    "says that %i was answered, and not what",
    async (status) => {
      const body = status === 204 || status === 304 ? null : "the password is swordfish";
      const { deps } = anOutside({
        "https://example.org/": () => new Response(body, { status, headers: { "X-Secret": "swordfish" } }),
      });
      expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
        ok: false,
        error: { kind: "status_unexpected", status },
      });
    },
  );

  it("says that nobody answers, and not why", async () => {
    const { deps } = anOutside({});
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "unreachable" },
    });
  });

  it("is one to what is packed as no runtime unpacks it", async () => {
    for (const encoding of ["zstd", "gzip, gzip", "compress"]) {
      const headers = { "Content-Encoding": encoding };
      const { deps } = anOutside({
        "https://example.org/": () => new Response("packed", { headers, encodeBody: "manual" }),
      });
      expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
        ok: false,
        error: { kind: "encoding_unsupported" },
      });
    }
  });

  it("is one to a body that breaks off", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.error(new Error("swordfish"));
      },
    });
    const { deps } = anOutside({ "https://example.org/": () => new Response(broken) });
    expect(await fetchOutside(deps, "https://example.org/", ASKED)).toEqual({
      ok: false,
      error: { kind: "broken_off" },
    });
  });
});
