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
    ["Tuesday, 24-Nov-2026 05:59:51 GMT", true],
    ["Tue, 24 Nov 2026 05:59:49 GMT", false],
    ["Sat, 24 Nov 2041 05:59:49 GMT", false], // a date in the future would freeze the feed
    ["yesterday", false],
    ["1795499990000", false],
    ["", false],
  ])("%s is fresh: %s", (header, fresh) => {
    expect(since(header)).toBe(fresh);
  });

  it("is ignored beside If-None-Match", () => {
    const both = { ifNoneMatch: '"other"', ifModifiedSince: "Tue, 24 Nov 2026 05:59:50 GMT" };
    expect(isFresh(both, document, NOW)).toBe(false);
  });
});
