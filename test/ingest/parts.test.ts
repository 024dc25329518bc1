// The small parts of ingest: bytes to text, slugs, keys, tokens.

import { describe, expect, it } from "vitest";
import { findPublisher } from "../../src/ingest/bearer.ts";
import { keyOf, keyOfTagUri, tagUriOf } from "../../src/ingest/key.ts";
import { receive } from "../../src/ingest/receive.ts";
import { slugOf } from "../../src/ingest/slug.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("receive", () => {
  it.each([
    ["application/json", "application/json"],
    ["Application/JSON; charset=UTF-8", "application/json"],
    ["application/feed+json", "application/feed+json"],
    ['text/plain; charset="utf-8"', "text/plain"],
    ["text/markdown; variant=GFM; charset=utf-8", "text/markdown"],
    ["text/x-markdown", "text/x-markdown"],
    ["text/html", "text/html"],
    ["application/xhtml+xml", "application/xhtml+xml"],
  ])("takes %s", (contentType, mediaType) => {
    expect(receive(bytes("x"), contentType, null)).toEqual({ ok: true, value: { mediaType, text: "x" } });
  });

  it.each([
    [null, null, "media_type_unsupported"],
    ["", null, "media_type_unsupported"],
    ["application/x-www-form-urlencoded", null, "media_type_unsupported"],
    ["application/jsonp", null, "media_type_unsupported"],
    ["text/plain; charset=klingon", null, "charset_unsupported"],
    ["text/plain", "gzip", "content_encoding_unsupported"],
    ["text/plain", "br, gzip", "content_encoding_unsupported"],
  ])("refuses %s with content encoding %s", (contentType, encoding, kind) => {
    expect(receive(bytes("x"), contentType, encoding)).toMatchObject({ ok: false, error: { kind } });
  });

  it("honours the character set", () => {
    const latin1 = new Uint8Array([0x63, 0x61, 0x66, 0xe9]);
    expect(receive(latin1, "text/plain; charset=iso-8859-1", null)).toMatchObject({
      value: { text: "café" },
    });
    expect(receive(latin1, "text/plain", null)).toMatchObject({
      error: { kind: "charset_mismatch", charset: "utf-8" },
    });
  });

  it.each([
    ["a byte order mark", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "text/plain; charset=iso-8859-1", "é"],
    ["a mark of UTF-16", [0xff, 0xfe, 0xe9, 0x00], "text/plain", "é"],
    ["one of the other order", [0xfe, 0xff, 0x00, 0xe9], "text/markdown; charset=utf-8", "é"],
    ["the header", [0xe9], 'text/plain; charset="ISO-8859-1"', "é"],
    [
      "the header, before the page",
      [...bytes('<meta charset="utf-8">'), 0xe9],
      "text/html;charset=latin1",
      '<meta charset="utf-8">é',
    ],
    [
      "the page",
      [...bytes("<meta charset=windows-1251>"), 0xe9],
      "text/html",
      "<meta charset=windows-1251>й",
    ],
    [
      "the page, as it used to be said",
      [...bytes('<meta http-equiv=content-type content="a; charset=sjis">'), 0x83, 0x41],
      "text/html",
      '<meta http-equiv=content-type content="a; charset=sjis">ア',
    ],
    [
      "the page, in XML",
      [...bytes('<?xml version="1.0" encoding="euc-kr"?>'), 0xb0, 0xa1],
      "application/xhtml+xml",
      '<?xml version="1.0" encoding="euc-kr"?>가',
    ],
    ["nobody", bytes("<meta charset=utf-16>é"), "text/html", "<meta charset=utf-16>é"],
    ["nobody, in text", bytes("<meta charset=latin1>é"), "text/plain", "<meta charset=latin1>é"],
  ])("takes the character set from %s", (_, body, contentType, text) => {
    expect(receive(new Uint8Array(body), contentType, null)).toMatchObject({ value: { text } });
  });

  it.each([[""], [" \n\t"], ["\ufeff"]])("refuses %j as empty", (text) => {
    expect(receive(bytes(text), "text/plain", null)).toMatchObject({ error: { kind: "body_empty" } });
  });

  it("takes one mebibyte and not a byte more", () => {
    expect(receive(bytes("x".repeat(1_048_576)), "text/plain", null).ok).toBe(true);
    expect(receive(bytes("x".repeat(1_048_577)), "text/plain", null)).toMatchObject({
      error: { kind: "body_too_large" },
    });
  });
});

describe("slugOf", () => {
  it.each([
    ["The Tide Is In", "the-tide-is-in"],
    ["Kerry: U.S. won't rule it out", "kerry-u-s-wont-rule-it-out"],
    ["Über Größe & Maß", "uber-große-maß"],
    ["Ελληνικά νέα", "ελληνικά-νέα"],
    ["Йод и ёлка", "йод-и-ёлка"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["東京の天気", "東京の天気"],
    ["🌊🌊", ""],
    ["  --  ", ""],
    ["../../etc/passwd", "etc-passwd"],
    ["a\u0000b%2f", "a-b-2f"],
  ])("%s → %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("is cut at a word within 80 characters, and anywhere when there is no word", () => {
    expect(slugOf("word ".repeat(40))).toBe(`${"word-".repeat(15)}word`);
    expect(slugOf("海".repeat(200))).toBe("海".repeat(80));
  });
});

describe("keyOf", () => {
  const draft = {
    sourceId: null,
    sourceUrl: null,
    title: "T",
    contentHtml: "<p>x</p>",
    externalUrl: null,
    image: null,
    attachments: [],
  };

  it("is sixteen characters of Crockford's base32, and what it was when this was written", async () => {
    expect(await keyOf("world", { ...draft, sourceId: "42" })).toBe("qtgd8ff6b3j3501t");
  });

  it("depends on the id, else the URL, else the content, and on the feed", async () => {
    const withId = { ...draft, sourceId: "1", sourceUrl: "https://n.example/" };
    expect(await keyOf("a", withId)).toBe(await keyOf("a", { ...withId, sourceUrl: null, title: "Other" }));
    expect(await keyOf("a", withId)).not.toBe(await keyOf("b", withId));
    const withUrl = { ...draft, sourceUrl: "https://n.example/" };
    expect(await keyOf("a", withUrl)).toBe(await keyOf("a", { ...withUrl, title: "Other" }));
    for (const other of [
      { title: "Other" },
      { contentHtml: "" },
      { externalUrl: "https://n.example/" },
      { image: { url: null, alt: "", width: null, height: null, caption: "C", credit: null } },
    ])
      expect(await keyOf("a", { ...draft, ...other })).not.toBe(await keyOf("a", draft));
  });
});

describe("keyOfTagUri", () => {
  it.each([
    ["tag:wire.example,2026:world/0123456789abcdef", "0123456789abcdef"],
    ["tag:old.example,1999:world/0123456789abcdef", "0123456789abcdef"],
    ["tag:wire.example,2026:other/0123456789abcdef", null],
    ["tag:wire.example,2026:world/0123456789abcde", null],
    ["tag:wire.example,2026:world/x-0123456789abcdef", null],
    ["tag:wire.example,2026:world/0123456789abcdef/x", null],
    ["world/0123456789abcdef", null],
  ])("%s names %s", (uri, key) => {
    expect(keyOfTagUri(uri, "world")).toBe(key);
  });
});

it("names an article by authority and year when its publisher doesn't", () => {
  expect(tagUriOf("https://wire.example:8443", "world", "k", Date.UTC(2026, 0))).toBe(
    "tag:wire.example,2026:world/k",
  );
});

describe("findPublisher", () => {
  const publishers = [
    { name: "a", token: "A_TOKEN" },
    { name: "unset", token: "UNSET" },
    { name: "empty", token: "EMPTY" },
    { name: "b", token: "B_TOKEN" },
  ];
  const secrets: Record<string, string> = { A_TOKEN: "secret-a", B_TOKEN: "secret-b", EMPTY: "" };
  const find = (authorization: string | null) =>
    findPublisher(authorization, publishers, (name) => secrets[name]);

  it.each([
    ["Bearer secret-a", "a"],
    ["bearer  secret-b", "b"],
  ])("%s is %s", async (authorization, name) => {
    expect((await find(authorization))?.name).toBe(name);
  });

  it.each([
    null,
    "",
    "Bearer",
    "Bearer ",
    "Bearer secret-c",
    "Bearer secret-a ",
    "Bearer secret-a secret-b",
    "Basic c2VjcmV0LWE=",
    "secret-a",
    `Bearer ${"x".repeat(10_000)}`,
  ])("%j is nobody", async (authorization) => {
    expect(await find(authorization)).toBeNull();
  });
});
