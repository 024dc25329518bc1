// Imports point one way, and the pure rooms stay pure.
//
//   model ← formats, pages, ingest, ports ← store, pipeline ← http, objects ← wire ← index

import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/** What each room may import beside itself. A file of src/ itself is a room of its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  formats: ["model"],
  pages: ["model"],
  ingest: ["model"],
  ports: ["model"],
  env: ["ports"],
  store: ["model", "ports"],
  pipeline: ["model", "formats", "pages", "ingest", "ports"],
  http: ["model", "formats", "ingest", "ports", "pipeline"],
  objects: ["model", "ports", "pipeline"],
  wire: ["model", "ports", "env", "store", "pipeline", "http", "objects"],
  index: ["wire", "feeds"],
};

/** Packages, and the rooms that may use them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "@contentful/rich-text-html-renderer": ["ingest"],
  "@portabletext/to-html": ["ingest"],
  "cloudflare:workers": ["objects"],
  "fast-xml-parser": ["pipeline"],
  htmlparser2: ["ingest"],
  hono: ["http"],
  "hono/tiny": ["http"],
  "js-yaml": ["ingest"],
  marked: ["ingest"],
  "hono/accepts": ["http"],
  "hono/html": ["pages"],
  "hono/jsx": ["pages"],
  "sanitize-html": ["ingest", "pages"],
  valibot: ["ingest"],
};

const PURE = ["model", "formats", "pages", "ingest"];
// A clock, randomness, the network, a log, a binding.
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(?:randomUUID|getRandomValues)|\bfetch\(|\bconsole\.|\benv\.|\bsetTimeout\(/;

// The word is enough: a port taken by another name is still named once.
const CALLS_OUT = /\bfetch\b|\bFetcher\b|\bnew (?:WebSocket|EventSource)\b|\bcloudflare:sockets\b/;
const MAY_CALL_OUT = ["src/pipeline/fetch-outside.ts", "src/ports.ts", "src/wire.ts"];

// http may know a bundle's and a record's shape, and no renderer.
const HTTP_FORMATS = ["formats/bundle", "formats/article-record", "formats/record"];

const roomOf = (file: string): string =>
  (relative(join(ROOT, "src"), file).split("/")[0] ?? "").replace(/\.ts$/, "");

type Import = { readonly from: string; readonly room: string; readonly target: string };

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  return [
    ...source.matchAll(
      /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].map(([, from, bare, lazy]) => ({
    from: relative(ROOT, file),
    room: roomOf(file),
    target: from ?? bare ?? lazy ?? "",
  }));
}

function faultOf({ from, room, target }: Import): string | null {
  if (!target.startsWith(".")) return PACKAGES[target]?.includes(room) ? null : `${from} imports ${target}`;
  const file = resolve(ROOT, dirname(from), target);
  if (file.startsWith(join(ROOT, "feeds"))) return room === "index" ? null : `${from} imports feeds/`;
  const other = roomOf(file);
  if (other !== room && !MAY_IMPORT[room]?.includes(other)) return `${from} imports ${other}/`;
  const inSrc = relative(join(ROOT, "src"), file).replace(/\.tsx?$/, "");
  if (room === "http" && other === "formats" && !HTTP_FORMATS.includes(inSrc)) return `${from} renders`;
  return null;
}

const files = globSync("src/**/*.{ts,tsx}", { cwd: ROOT }).map((file) => join(ROOT, file));

describe("src/", () => {
  it("has files to look at", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(150);
  });

  it("imports in one direction", () => {
    expect(files.flatMap(importsOf).flatMap((one) => faultOf(one) ?? [])).toEqual([]);
  });

  it("keeps the pure rooms from clocks, randomness, the network, logs and bindings", () => {
    const impure = files
      .filter((file) => PURE.includes(roomOf(file)))
      .filter((file) => IMPURE.test(withoutComments(readFileSync(file, "utf8"))));
    expect(impure.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it("has one door for calls out: the binding is wire's, and fetch-outside alone uses it", () => {
    const calling = files.filter((file) => CALLS_OUT.test(withoutComments(readFileSync(file, "utf8"))));
    expect(calling.map((file) => relative(ROOT, file)).sort()).toEqual(MAY_CALL_OUT);
  });

  it("keeps files to one idea: 250 lines at most", () => {
    const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 251);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

describe("the check itself", () => {
  it.each([
    ["src/model/article.ts", "model", "../formats/rss.ts"],
    ["src/formats/rss.ts", "formats", "../pages/article.tsx"],
    ["src/ingest/normalize.ts", "ingest", "../ports.ts"],
    ["src/http/feed.ts", "http", "../formats/rss.ts"],
    ["src/http/feed.ts", "http", "../store/kv.ts"],
    ["src/wire.ts", "wire", "../feeds/index.ts"],
    ["src/formats/rss.ts", "formats", "hono"],
    ["src/model/feed.ts", "model", "valibot"],
  ])("sees that %s may not import %s's %s", (from, room, target) => {
    expect(faultOf({ from, room, target })).not.toBeNull();
  });

  it.each([
    "await fetch(url)",
    "globalThis.fetch(url)",
    'self["fetch"](url)',
    "deps.fetch(request)",
    "const { fetch: ask } = deps",
    'type Needs = Pick<Deps, "fetch">',
    "env.OTHER satisfies Fetcher",
    "new WebSocket(url)",
    'import { connect } from "cloudflare:sockets"',
  ])("sees that %s calls out", (code) => {
    expect(CALLS_OUT.test(code)).toBe(true);
  });

  it("sees no call in what only sounds like one", () => {
    expect(CALLS_OUT.test("fetchOutside(deps, url, asked); read(fetched); prefetch(1)")).toBe(false);
  });
});

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
