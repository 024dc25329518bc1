import { describe, expect, it } from "vitest";
import { isFresh } from "../../src/http/conditional.ts";

const NOW = 1_795_500_000_000;
const document = {
  etag: '"1795499990000-00112233445566aa"',
  version: 1_795_499_990_000,
  lastModifiedAt: 1_795_499_990_000, // Tue, 24 Nov 2026 05:59:50 GMT
};
const matches = (ifNoneMatch: string) => isFresh({ ifNoneMatch, ifModifiedSince: null }, document, NOW);
const since = (ifModifiedSince: string) => isFresh({ ifNoneMatch: null, ifModifiedSince }, document, NOW);

describe("If-None-Match is fresh", () => {
  it.each([
    ["the tag as it was sent", '"1795499990000-00112233445566aa"'],
    ["weakened by an edge that compressed", 'W/"1795499990000-00112233445566aa"'],
    ["in a list", '"a", W/"b" , "1795499990000-00112233445566aa"'],
    ["the star", "*"],
    ["with Apache's suffix", '"1795499990000-00112233445566aa-gzip"'],
    ["with Caddy's suffix", '"1795499990000-00112233445566aa;br"'],
    ["without quotes", "1795499990000-00112233445566aa"],
    ["of a version that this location doesn't have yet", '"1795499995000-ffffffffffffffff"'],
  ])("with %s", (_, header) => {
    expect(matches(header)).toBe(true);
  });
});

describe("If-None-Match is not fresh", () => {
  it.each([
    ["an older version", '"1795499980000-00112233445566aa"'],
    ["the same version of other bytes", '"1795499990000-ffffffffffffffff"'],
    ["a version more than a minute in the future", '"1795500061000-ffffffffffffffff"'],
    ["a version beyond all numbers", '"9999999999999999-ffffffffffffffff"'],
    ["nonsense", '""",,,W/'],
    ["nothing", ""],
    ["a star among others", '"*"'],
  ])("with %s", (_, header) => {
    expect(matches(header)).toBe(false);
  });
});

describe("If-Modified-Since", () => {
  it.each([
    ["Tue, 24 Nov 2026 05:59:50 GMT", true],
    ["Tuesday, 24-Nov-2026 05:59:50 GMT", true],
    ["Tuesday, 24-Nov-26 05:59:50 GMT", true], // as RFC 850 writes it
    ["Tuesday, 24-Nov-26 05:59:49 GMT", false],
    ["Tue Nov 24 05:59:50 2026 GMT", true],
    ["Tuesday 26", false],
    ["Tue, 24 Nov 2026 05:59:49 GMT", false],
    ["Sat, 24 Nov 2041 05:59:49 GMT", false], // a date in the future would freeze the feed
    ["yesterday", false],
    ["1795499990000", false],
    ["", false],
  ])("%s is fresh: %s", (header, fresh) => {
    expect(since(header)).toBe(fresh);
  });

  it("of the reader's own clock counts once KV's delay is behind us: this location may have given it less", () => {
    const at = (seconds: number) => {
      const ifModifiedSince = new Date(document.lastModifiedAt + seconds * 1_000).toUTCString();
      return isFresh({ ifNoneMatch: null, ifModifiedSince }, document, NOW + 3_600_000);
    };
    expect([0, 1, 60, 120, 121, 3_000].map(at)).toEqual([true, false, false, false, true, true]);
  });

  it("says nothing of a document without a date", () => {
    const ifModifiedSince = "Tue, 24 Nov 2026 05:59:50 GMT";
    const dateless = { ...document, lastModifiedAt: null };
    expect(isFresh({ ifNoneMatch: null, ifModifiedSince }, dateless, NOW)).toBe(false);
  });

  it("is ignored beside If-None-Match", () => {
    const both = { ifNoneMatch: '"other"', ifModifiedSince: "Tue, 24 Nov 2026 05:59:50 GMT" };
    expect(isFresh(both, document, NOW)).toBe(false);
  });
});
