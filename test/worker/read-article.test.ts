// What readers get of an article: its page, its AMP page, its JSON, and the way to them.

import { describe, expect, it } from "vitest";
import { accepted, publishedAs, request } from "./client.ts";
import { controls } from "./main.ts";
import { publishedFeed } from "./published.ts";

describe("an article's page", () => {
  it("is where the AMP address leads in a feed that has no AMP pages", async () => {
    const receipt = await accepted("without-amp", { id: "a", title: "T" });
    await publishedAs("without-amp", receipt.feedVersion);
    const { pathname } = new URL(receipt.url);
    expect(await (await request(pathname)).text()).not.toContain("amphtml");
    const amp = await request(`${pathname}/amp`);
    expect([amp.status, amp.headers.get("Location")]).toEqual([302, pathname]);
  });

  it("has canonical, AMP and autodiscovery links, and the figure with caption and credit", async () => {
    const { feed, path, receipt } = await publishedFeed({
      id: "a",
      title: "The <tide> & the quay",
      content_html: "<p>x</p>",
      summary: 'High "water"',
      image: "https://n.example/tide.jpg",
      image_alt: "A quay",
      image_caption: "The quay.",
      image_credit: "Archive",
      tags: ["tides"],
      authors: [{ name: "Harbour Desk" }],
      date_published: "2026-11-20T10:05:00Z",
    });
    const response = await request(path);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("Content-Security-Policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(response.headers.get("Vary")).toContain("Accept");
    const page = await response.text();
    expect(page).toContain(`<link rel="canonical" href="${receipt.url}"/>`);
    expect(page).toContain(`<link rel="amphtml" href="${receipt.url}/amp"/>`);
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(page).toContain(`href="/feeds/${feed}/${file}"`);
    expect(page).toContain(
      '<img class="boxed u-featured" src="https://n.example/tide.jpg" alt="A quay" fetchpriority="high"/>',
    );
    expect(page).toContain('<figcaption>The quay. <span class="credit">Credit: Archive</span></figcaption>');
    expect(page).toContain('<h1 class="p-name">The &lt;tide&gt; &amp; the quay</h1>');
    expect(page).toContain('<meta name="description" content="High &quot;water&quot;"/>');
    expect(page).toContain(
      '<time class="dt-published" datetime="2026-11-20T10:05:00.000Z">20 November 2026 at 10:05 UTC</time>',
    );

    const amp = await (await request(`${path}/amp`)).text();
    expect(amp).toContain(`<link rel="canonical" href="${receipt.url}"/>`);
    expect(amp).toContain("The quay.");
  });

  it("names the publisher's own page as the original when there is one", async () => {
    const { path } = await publishedFeed({ title: "One", url: "https://n.example/one" });
    expect(await (await request(path)).text()).toContain(
      '<link rel="canonical" href="https://n.example/one"/>',
    );
  });

  it("moves an old or wrong slug, and a bare key, to the right address", async () => {
    const { feed, path, receipt } = await publishedFeed();
    for (const segment of [receipt.key, `wrong-${receipt.key}`, `one-${receipt.key.toUpperCase()}`]) {
      const response = await request(`/feeds/${feed}/articles/${segment}`);
      expect([response.status, response.headers.get("Location")]).toEqual([301, path]);
      const amp = await request(`/feeds/${feed}/articles/${segment}/amp`);
      expect([amp.status, amp.headers.get("Location")]).toEqual([301, `${path}/amp`]);
    }
  });

  it("is found under a title in any script", async () => {
    const { path } = await publishedFeed({ title: "東京の天気 🌊" });
    expect(path).toMatch(/\/%E6%9D%B1%E4%BA%AC%E3%81%AE%E5%A4%A9%E6%B0%97-[0-9a-z]{16}$/);
    expect((await request(path)).status).toBe(200);
  });

  it("is JSON for who asks for it, in the vocabulary in which it was sent", async () => {
    const { path } = await publishedFeed({ id: "a", title: "One", tags: ["x"] });
    const response = await request(path, { headers: { Accept: "application/json" } });
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(await response.json()).toMatchObject({ id: "a", title: "One", tags: ["x"] });
    const browser = await request(path, {
      headers: { Accept: "text/html,application/json;q=0.9,*/*;q=0.8" },
    });
    expect(browser.headers.get("Content-Type")).toContain("text/html");
  });

  it("is 304 for who has it, a tag for each of its forms", async () => {
    const { path } = await publishedFeed();
    const etags = new Set<string>();
    for (const [form, accept] of [
      [path, "text/html"],
      [`${path}/amp`, "text/html"],
      [path, "application/json"],
    ] as const) {
      const etag = (await request(form, { headers: { Accept: accept } })).headers.get("ETag") ?? "";
      etags.add(etag);
      expect((await request(form, { headers: { Accept: accept, "If-None-Match": etag } })).status).toBe(304);
    }
    expect(etags.size).toBe(3);
  });

  it("costs one read of KV and no object", async () => {
    const { path } = await publishedFeed();
    const before = { reads: controls.kvReads, calls: controls.objectCalls };
    await request(path);
    expect([controls.kvReads - before.reads, controls.objectCalls - before.calls]).toEqual([1, 0]);
  });
});
