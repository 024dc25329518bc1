// What leads to the wire: the outline of its feeds, robots.txt, security.txt, and
// the headers that these and the sitemaps have.

import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { FeedDefinition } from "../../src/model/feed.ts";
import { createWorker } from "../../src/wire.ts";
import { all, parseXml } from "../xml.ts";
import { ORIGIN, request } from "./client.ts";
import { testFeeds } from "./feeds.ts";
import { publishedFeed } from "./published.ts";

const ETAG = expect.stringMatching(/^"0-[0-9a-f]{16}"$/);
const OF_ALL = {
  "content-security-policy": "sandbox",
  etag: ETAG,
  vary: "Accept-Encoding",
  "x-content-type-options": "nosniff",
};
const OF_A_SITEMAP = {
  ...OF_ALL,
  "content-type": "application/xml; charset=utf-8",
  "cache-control": "public, max-age=300",
};
const OF_WHAT_IS_DEFINED = { ...OF_ALL, "cache-control": "public, max-age=3600" };

/** Another deployment: its feeds, and what it says of whom to tell. */
const deployment = (feeds: readonly FeedDefinition[], contact?: string) => {
  const { handler } = createWorker(feeds);
  const bindings = contact === undefined ? env : { ...env, SECURITY_CONTACT: contact };
  return (path: string, init?: RequestInit<IncomingRequestCfProperties>) =>
    handler.fetch(new Request(ORIGIN + path, init), bindings);
};

const withMoved = (): FeedDefinition[] => {
  const [open, moved, ended] = testFeeds;
  if (open === undefined || moved === undefined || ended === undefined) throw new Error("no feeds");
  return [open, { ...moved, movedTo: "https://other.test/feed" }, { ...ended, retired: true }];
};

describe("a document", () => {
  it.each<[string, Record<string, string>]>([
    ["/sitemap.xml", OF_A_SITEMAP],
    ["/sitemap-news.xml", OF_A_SITEMAP],
    ["/feeds/FEED/sitemap-1.xml", OF_A_SITEMAP],
    ["/feeds/FEED/sitemap-news.xml", OF_A_SITEMAP],
    ["/robots.txt", { ...OF_WHAT_IS_DEFINED, "content-type": "text/plain; charset=utf-8" }],
    [
      "/feeds.opml",
      {
        ...OF_WHAT_IS_DEFINED,
        "content-type": "text/x-opml; charset=utf-8",
        "access-control-allow-origin": "*",
        "access-control-expose-headers":
          "ETag, Last-Modified, Link, Content-Location, IM, Delta-Base, Retry-After",
      },
    ],
  ])("%s has its headers, 304 for who has it, HEAD, and no other method", async (path, headers) => {
    const { feed } = await publishedFeed();
    const at = path.replace("FEED", feed);
    // The cards that the Worker remembers may be a minute old.
    const ask = at.endsWith("sitemap-1.xml") ? deployment(testFeeds) : request;
    const full = await ask(`${at}?utm_source=x`);
    expect([full.status, Object.fromEntries(full.headers)]).toEqual([200, headers]);
    const lengthBytes = (await full.arrayBuffer()).byteLength;

    const again = await ask(at, { headers: { "If-None-Match": full.headers.get("ETag") ?? "" } });
    expect([again.status, Object.fromEntries(again.headers)]).toEqual([304, headers]);
    // A tag that some feed once had doesn't mean that the reader is ahead.
    const other = { "If-None-Match": `"${Date.now()}-0123456789abcdef"` };
    expect((await ask(at, { headers: other })).status).toBe(200);

    const head = await ask(at, { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("Content-Length")]).toEqual([
      200,
      "",
      String(lengthBytes),
    ]);

    const posted = await ask(at, { method: "POST" });
    expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("/feeds.opml", () => {
  it("lists every feed by its definition, whether or not it was ever published", async () => {
    const outlines = all(parseXml(await (await request("/feeds.opml")).text()), "outline");
    expect(outlines.map(({ attributes }) => attributes["xmlUrl"])).toEqual(
      testFeeds
        .filter(({ movedTo, retired }) => movedTo === undefined && !retired)
        .map(({ slug }) => `${ORIGIN}/feeds/${slug}/rss.xml`),
    );
  });
});

describe("feeds that have moved or ended are in none of them", () => {
  it("not in the outline, nor have they sitemaps", async () => {
    const ask = deployment(withMoved());
    const opml = await (await ask("/feeds.opml")).text();
    expect(all(parseXml(opml), "outline").map(({ attributes }) => attributes["xmlUrl"])).toEqual([
      `${ORIGIN}/feeds/t0/rss.xml`,
    ]);
    expect((await ask("/feeds/t2/sitemap-news.xml")).status).toBe(404);
    expect((await ask("/feeds/t2/sitemap-1.xml")).status).toBe(404);
    const moved = await ask("/feeds/t1/sitemap-news.xml", { redirect: "manual" });
    expect([moved.status, moved.headers.get("Location")]).toEqual([
      301,
      "https://other.test/feed/sitemap-news.xml",
    ]);
  });

  it("not in an index, though they were published", async () => {
    for (const slug of ["t0", "t1", "t2"])
      await env.WIRE.put(`feed:${slug}`, "", { metadata: btoa(JSON.stringify({ version: 3, latest: [] })) });
    const index = await (await deployment(withMoved())("/sitemap.xml")).text();
    expect(all(parseXml(index), "loc").map(({ text }) => text)).toEqual([`${ORIGIN}/feeds/t0/sitemap-1.xml`]);
  });
});

describe("/.well-known/security.txt", () => {
  const path = "/.well-known/security.txt";

  it("says whom to tell, and for less than a year", async () => {
    const response = await deployment(testFeeds, "mailto:security@news.example")(path);
    const { "content-type": mediaType } = Object.fromEntries(response.headers);
    expect([response.status, mediaType]).toEqual([200, "text/plain; charset=utf-8"]);
    const [contact, expires, canonical] = (await response.text()).split("\n");
    expect(contact).toBe("Contact: mailto:security@news.example");
    expect(canonical).toBe(`Canonical: ${ORIGIN}${path}`);
    const at = Date.parse(expires?.slice("Expires: ".length) ?? "");
    expect(at).toBeGreaterThan(Date.now() + 30 * 86_400_000);
    expect(at).toBeLessThan(Date.now() + 365 * 86_400_000);
  });

  it("isn't there where nobody is named, or nobody that can be reached", async () => {
    expect((await request(path)).status).toBe(404);
    for (const contact of ["", "security@news.example", "http://news.example/"])
      expect((await deployment(testFeeds, contact)(path)).status).toBe(404);
  });
});
