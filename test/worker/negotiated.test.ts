// /feeds/{feed}: one address for people and machines.

import { describe, expect, it } from "vitest";
import { request } from "./client.ts";
import { publishedFeed } from "./published.ts";

const typeOf = (response: Response): string =>
  (response.headers.get("Content-Type") ?? "").split(";")[0] ?? "";

describe("/feeds/{feed}", () => {
  it.each([
    ["a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"],
    ["curl", "*/*", "text/html"],
    ["who says nothing", null, "text/html"],
    ["a reader of RSS", "application/rss+xml, application/xml;q=0.4, text/xml;q=0.4", "application/rss+xml"],
    [
      "a reader that takes pages too",
      "application/atom+xml, application/rss+xml, text/html, */*;q=0.9",
      "application/rss+xml",
    ],
    ["a reader of Atom", "application/rss+xml;q=0.5, application/atom+xml", "application/atom+xml"],
    ["a reader of JSON Feed", "application/feed+json, application/json;q=0.9", "application/feed+json"],
    ["a program", "application/json", "application/feed+json"],
    ["who wants any XML", "text/xml", "application/rss+xml"],
    ["who wants anything but a page", "text/html;q=0, */*;q=0.5", "application/rss+xml"],
    ["who wants a picture", "image/png", "text/html"],
    ["who makes no sense", ";;q=;,,text/;q=9", "text/html"],
    ["who shouts", "APPLICATION/ATOM+XML; Q=1", "application/atom+xml"],
  ])("gives %s what it would rather have", async (_, accept, mediaType) => {
    const { feed } = await publishedFeed();
    const response = await request(`/feeds/${feed}`, accept === null ? {} : { headers: { Accept: accept } });
    expect([response.status, typeOf(response)]).toEqual([200, mediaType]);
  });

  it("gives the typed document byte for byte, and says where it is", async () => {
    const { feed } = await publishedFeed();
    const headers = { Accept: "application/atom+xml" };
    const negotiated = await request(`/feeds/${feed}`, { headers });
    const typed = await request(`/feeds/${feed}/atom.xml`);
    expect(await negotiated.text()).toBe(await typed.text());
    expect(negotiated.headers.get("Content-Location")).toBe(`/feeds/${feed}/atom.xml`);
    expect(negotiated.headers.get("Vary")).toBe("Accept, Accept-Encoding, A-IM");
    for (const name of ["ETag", "Last-Modified", "Link", "Cache-Control"])
      expect(negotiated.headers.get(name)).toBe(typed.headers.get(name));

    const conditions = { ...headers, "If-None-Match": typed.headers.get("ETag") ?? "" };
    const again = await request(`/feeds/${feed}`, { headers: conditions });
    expect(again.status).toBe(304);
    for (const name of ["ETag", "Cache-Control", "Vary", "Link", "Content-Location"])
      expect(again.headers.get(name)).toBe(negotiated.headers.get(name));
  });

  it("names every format in the page's Link header, and in the page", async () => {
    const { feed } = await publishedFeed();
    const page = await request(`/feeds/${feed}`, { headers: { Accept: "text/html" } });
    expect(page.headers.get("Vary")).toBe("Accept, Accept-Encoding");
    expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const html = await page.text();
    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
      expect(page.headers.get("Link")).toContain(
        `<https://wire.test/feeds/${feed}/${file}>; rel="alternate"`,
      );
      expect(html).toContain(`/feeds/${feed}/${file}`);
    }
  });

  it("answers a tag of another representation with its own", async () => {
    const { feed } = await publishedFeed();
    const rss = await request(`/feeds/${feed}/rss.xml`);
    const headers = { Accept: "text/html", "If-None-Match": rss.headers.get("ETag") ?? "" };
    expect((await request(`/feeds/${feed}`, { headers })).status).toBe(200);
  });

  it("has no slash at its end", async () => {
    const { feed } = await publishedFeed();
    const response = await request(`/feeds/${feed}/`);
    expect([response.status, response.headers.get("Location")]).toEqual([301, `/feeds/${feed}`]);
  });

  it("lets a script of another site ask conditionally", async () => {
    const { feed } = await publishedFeed();
    const response = await request(`/feeds/${feed}/rss.xml`, { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Allow-Headers")).toContain("If-None-Match");
  });
});
