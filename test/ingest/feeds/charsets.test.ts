// In which character set a feed is: its mark says so, the header, its declaration; else UTF-8.

import { describe, expect, it } from "vitest";
import { decodeFeed } from "../../../src/ingest/feeds/read-feed.ts";
import { LIMITS } from "./read.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const unit = character.charCodeAt(0);
      return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );

const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?><rss>é</rss>`;

describe("a feed's character set", () => {
  it.each([
    ["UTF-8 where nobody says", utf8("<rss>é</rss>"), null],
    [
      "UTF-8 by its mark, whatever the header says",
      utf8("\uFEFF<rss>é</rss>"),
      "text/xml; charset=iso-8859-1",
    ],
    ["the header's", latin1("<rss>é</rss>"), "application/rss+xml; charset=ISO-8859-1"],
    ["the header's before the declaration's", latin1(declared("utf-8")), "text/xml; charset=iso-8859-1"],
    ["the declaration's", latin1(declared("windows-1252")), "text/xml"],
    ["none of two bytes where it can be read as single ones", utf8(declared("utf-16")), null],
    ["UTF-16 by its mark", utf16("\uFEFF<rss>é</rss>", true), null],
    ["UTF-16 without a mark", utf16(declared("utf-16"), false), null],
    ["UTF-16 without a mark, the other way round", utf16(declared("utf-16"), true), null],
  ])("is %s", (_, body, contentType) => {
    const decoded = decodeFeed(body, contentType, LIMITS);
    expect(decoded.ok && decoded.value.endsWith("<rss>é</rss>")).toBe(true);
  });

  it.each([
    ["bytes that it doesn't have", latin1("<rss>é</rss>"), { kind: "charset_mismatch", charset: "utf-8" }],
    [
      "a name that nobody knows",
      latin1(declared("x-quay")),
      { kind: "charset_unsupported", charset: "x-quay" },
    ],
    ["UTF-32", new Uint8Array([0, 0, 0, 0x3c]), { kind: "charset_unsupported", charset: "utf-32" }],
    [
      "UTF-32 with a mark",
      new Uint8Array([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
      { kind: "charset_unsupported", charset: "utf-32" },
    ],
  ])("is refused for %s", (_, body, error) => {
    expect(decodeFeed(body, null, LIMITS)).toEqual({ ok: false, error });
  });
});
