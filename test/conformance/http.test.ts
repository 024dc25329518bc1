// RFC 9110 and what is built on it, on every document of a feed.

import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ORIGIN, post, publishedAs, request, sweep } from "../worker/client.ts";
import { freshFeed } from "../worker/feeds.ts";
import { restoreControls } from "../worker/main.ts";
import { parseXml } from "../xml.ts";
import { headOf, MAGAZINE, type Magazine, readMagazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";
import { VALIDATORS } from "./validators.ts";

const FILES = ["rss.xml", "atom.xml", "feed.json"];
const CACHE = "Cache-Control";

let magazine: Magazine;

beforeAll(async () => {
  magazine = await readMagazine();
}, 30_000);
afterEach(restoreControls);

const parsedLinks = (headers: Headers) =>
  [...(headers.get("Link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"; type="([^"]*)"/g)].map(
    ([, url, rel, type]) => ({ url, rel, type }),
  );

const HEADERS: readonly Requirement<Magazine>[] = [
  [
    "RFC 9110 §8.3",
    "each format has its media type, with the charset, and nobody guesses another",
    ({ documents }) => {
      const types = {
        rss: "application/rss+xml",
        atom: "application/atom+xml",
        json: "application/feed+json",
      };
      for (const { format, headers } of documents) {
        expect(headers.get("Content-Type")).toBe(`${types[format]}; charset=utf-8`);
        expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      }
    },
  ],
  [
    "RFC 9111 §5.2.2, RFC 5861",
    "heads and derived feeds are public, for five minutes to an hour, and longer when they can't be had",
    ({ documents }) => {
      for (const { place, headers } of documents) {
        if (place === "archive") continue;
        const [, seconds] =
          /^public, max-age=(\d+), stale-while-revalidate=\d+, stale-if-error=86400$/.exec(
            headers.get(CACHE) ?? "",
          ) ?? [];
        expect(Number(seconds)).toBeGreaterThanOrEqual(300);
        expect(Number(seconds)).toBeLessThanOrEqual(3_600);
      }
    },
  ],
  [
    "RFC 9111 §5.2.2",
    "no document says no-cache, no-store, must-revalidate or private, nor Expires, Pragma or Set-Cookie",
    ({ documents }) => {
      for (const { headers } of documents) {
        expect(headers.get(CACHE)).not.toMatch(/no-cache|no-store|must-revalidate|private/);
        for (const name of ["Expires", "Pragma", "Set-Cookie"]) expect(headers.has(name)).toBe(false);
      }
    },
  ],
  [
    "RFC 9110 §12.5.5",
    "Vary is Accept-Encoding, with A-IM where there are differences, and Accept only where that chooses",
    async ({ documents }) => {
      for (const { path, format, place, headers } of documents)
        expect([path, headers.get("Vary")]).toEqual([
          path,
          place === "head" && format !== "json" ? "Accept-Encoding, A-IM" : "Accept-Encoding",
        ]);
      const chosen = await request(`/feeds/${MAGAZINE}`, { headers: { Accept: "application/atom+xml" } });
      expect(chosen.headers.get("Vary")).toBe("Accept, Accept-Encoding, A-IM");
    },
  ],
  [
    "RFC 9110 §8.7",
    "where Accept chooses, Content-Location is the document's own address, in 200 and 304",
    async (of) => {
      const { path, headers } = headOf(of, "atom");
      for (const condition of [{}, { "If-None-Match": headers.get("ETag") ?? "" }]) {
        const answer = await request(`/feeds/${MAGAZINE}`, {
          headers: { Accept: "application/atom+xml", ...condition },
        });
        expect(answer.headers.get("Content-Location")).toBe(path);
        expect(parsedLinks(answer.headers)).toEqual(parsedLinks(headers));
      }
    },
  ],
  [
    "RFC 8288",
    "Link has exactly one self, the address it was fetched from, and the other formats as alternates",
    async ({ documents }) => {
      for (const { url, headers } of documents) {
        const links = parsedLinks(headers);
        expect(links.filter(({ rel }) => rel === "self").map((link) => link.url)).toEqual([url]);
        expect(links.filter(({ rel }) => rel === "alternate").length).toBe(2);
        for (const link of links) {
          const { headers: others } = await request((link.url ?? "").slice(ORIGIN.length), {
            method: "HEAD",
          });
          expect(others.get("Content-Type")).toBe(`${link.type}; charset=utf-8`);
        }
      }
    },
  ],
  [
    "Fetch",
    "a script of any site may read a document and its validators",
    ({ documents }) => {
      for (const { headers } of documents) {
        expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
        expect(headers.get("Access-Control-Expose-Headers")).toMatch(/ETag.*Last-Modified.*Link/);
      }
    },
  ],
];

const ANSWERS: readonly Requirement<Magazine>[] = [
  [
    "RFC 9110 §15.4.2, §15.4.9",
    "a feed that has moved answers 301 to readers and 308 to publishers",
    async () => {
      const read = await request("/feeds/moved/atom.xml");
      expect([read.status, read.headers.get("Location")]).toEqual([
        301,
        "https://new.test/feeds/moved/atom.xml",
      ]);
      expect((await post("moved", { body: { title: "x" } })).status).toBe(308);
    },
  ],
  [
    "RFC 9110 §15.5.11",
    "a feed that has ended answers 410",
    async () => {
      for (const file of FILES) expect((await request(`/feeds/ended/${file}`)).status).toBe(410);
    },
  ],
  [
    "RFC 9110 §15.6.4",
    "a feed that is not out yet answers 503, with Retry-After in seconds, and never 404",
    async () => {
      const answer = await request(`/feeds/${freshFeed()}/rss.xml`);
      expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "60"]);
    },
  ],
  [
    "RFC 9110 §15.3.1",
    "a feed to which nobody has posted is an empty, valid one as soon as it was looked after",
    async () => {
      const feed = freshFeed();
      await sweep(feed);
      const rss = await publishedAs(feed, 1);
      expect(parseXml(rss).name).toBe("rss");
      expect(rss).not.toContain("<item>");
      expect(JSON.parse(await publishedAs(feed, 1, "feed.json")).items).toEqual([]);
    },
  ],
  [
    "RFC 9110 §15.5.6",
    "another method answers 405, and names those that there are",
    async ({ documents }) => {
      for (const { path } of documents) {
        const answer = await request(path, { method: "POST", body: "x" });
        expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      }
    },
  ],
  [
    "RFC 9309",
    "robots.txt keeps nobody from feeds, nor from where articles are posted",
    async () => {
      const robots = await (await request("/robots.txt")).text();
      expect(robots).toContain("User-agent: *\nAllow: /\n");
      expect(robots).not.toMatch(/^disallow:\s*\S/im);
    },
  ],
  [
    "RFC 3986 §3.4",
    "a query that nobody knows changes neither bytes nor tag",
    async ({ documents }) => {
      for (const { path, headers, text } of documents) {
        const asked = await request(`${path}?utm_source=reader&x=%00`);
        expect([asked.headers.get("ETag"), await asked.text()]).toEqual([headers.get("ETag"), text]);
      }
    },
  ],
];

describe.each([
  ["validators", VALIDATORS],
  ["headers", HEADERS],
  ["answers", ANSWERS],
])("HTTP: %s", (_, table) => {
  it.each(table)("%s: %s", (_clause, _requirement, check) => check(magazine));
});
