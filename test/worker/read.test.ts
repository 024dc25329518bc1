// What readers get: validators, media types, headers, and how little it costs.

import { describe, expect, it, vi } from "vitest";
import { accepted, kv, ORIGIN, publishedAs, readDocument, request } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls } from "./main.ts";

async function publishedFeed(body: Record<string, unknown> = { title: "One", content_html: "<p>x</p>" }) {
  const feed = freshFeed();
  const receipt = await accepted(feed, body);
  await publishedAs(feed, receipt.feedVersion);
  return { feed, receipt, path: new URL(receipt.url).pathname };
}

describe("a feed document", () => {
  it.each([
    ["rss.xml", "application/rss+xml; charset=utf-8"],
    ["atom.xml", "application/atom+xml; charset=utf-8"],
    ["feed.json", "application/feed+json; charset=utf-8"],
  ])("%s has its media type, validators and nothing that stops polling", async (file, mediaType) => {
    const { feed } = await publishedFeed();
    const response = await request(`/feeds/${feed}/${file}`);
    expect(Object.fromEntries(response.headers)).toEqual({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400",
      "content-security-policy": "sandbox",
      "content-type": mediaType,
      etag: expect.stringMatching(/^"\d{13}-[0-9a-f]{16}"$/),
      link: expect.stringContaining(`<https://wire.test/feeds/${feed}/${file}>; rel="self"; type=`),
      "last-modified": expect.stringMatching(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/),
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
  });

  it("links to the same feed in the other formats", async () => {
    const { feed } = await publishedFeed();
    const { headers } = await request(`/feeds/${feed}/atom.xml`);
    expect(headers.get("Link")).toBe(
      `<${ORIGIN}/feeds/${feed}/rss.xml>; rel="alternate"; type="application/rss+xml", ` +
        `<${ORIGIN}/feeds/${feed}/atom.xml>; rel="self"; type="application/atom+xml", ` +
        `<${ORIGIN}/feeds/${feed}/feed.json>; rel="alternate"; type="application/feed+json"`,
    );
  });

  it("is 304 for who has it, with the headers of 200 and no body", async () => {
    const { feed } = await publishedFeed();
    const full = await request(`/feeds/${feed}/rss.xml`);
    const etag = full.headers.get("ETag") ?? "";
    const again = await request(`/feeds/${feed}/rss.xml`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    for (const name of ["ETag", "Cache-Control", "Vary", "Last-Modified", "Link"])
      expect(again.headers.get(name)).toBe(full.headers.get(name));
    const since = { "If-Modified-Since": full.headers.get("Last-Modified") ?? "" };
    expect((await request(`/feeds/${feed}/rss.xml`, { headers: since })).status).toBe(304);
  });

  it("is 200 again after a change, under another tag and a later date", async () => {
    const { feed } = await publishedFeed();
    const before = await request(`/feeds/${feed}/rss.xml`);
    const change = await accepted(feed, { title: "Two" });
    await publishedAs(feed, change.feedVersion);
    const after = await request(`/feeds/${feed}/rss.xml`, {
      headers: { "If-None-Match": before.headers.get("ETag") ?? "" },
    });
    expect(after.status).toBe(200);
    expect(Date.parse(after.headers.get("Last-Modified") ?? "")).toBeGreaterThan(
      Date.parse(before.headers.get("Last-Modified") ?? ""),
    );
  });

  it("has a tag of its own in each format", async () => {
    const { feed } = await publishedFeed();
    const tags = await Promise.all(
      ["rss.xml", "atom.xml", "feed.json"].map(async (file) =>
        (await request(`/feeds/${feed}/${file}`)).headers.get("ETag"),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it("answers HEAD with the headers of GET", async () => {
    const { feed } = await publishedFeed();
    const get = await request(`/feeds/${feed}/rss.xml`);
    const head = await request(`/feeds/${feed}/rss.xml`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("Content-Length")).toBe(String((await get.arrayBuffer()).byteLength));
    for (const [name, value] of get.headers) expect([name, head.headers.get(name)]).toEqual([name, value]);
  });

  it("is the same bytes whatever headers and query come with the request", async () => {
    const { feed } = await publishedFeed();
    const plain = await readDocument(feed);
    for (const [name, value] of [
      ["Host", "evil.example"],
      ["X-Forwarded-Host", "evil.example"],
      ["X-Forwarded-Proto", "http"],
      ["X-Original-URL", "/feeds/other/rss.xml"],
      ["Accept", "application/json"],
      ["Accept-Language", "de"],
    ])
      expect(
        await (
          await request(`/feeds/${feed}/rss.xml?utm=1`, { headers: { [name ?? ""]: value ?? "" } })
        ).text(),
      ).toBe(plain);
    expect(plain).not.toContain("evil.example");
  });

  it("costs one read of KV and no object when memory is cold, and nothing when it is warm", async () => {
    const { feed } = await publishedFeed();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const before = { reads: controls.kvReads, calls: controls.objectCalls };
    for (let at = 0; at < 20; at += 1) await readDocument(feed, ["rss.xml", "atom.xml", "feed.json"][at % 3]);
    expect(controls.kvReads - before.reads).toBe(1);
    expect(controls.objectCalls - before.calls).toBe(0);
  });
});

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

describe("/", () => {
  it("lists every feed, its latest articles and its documents", async () => {
    const older = await publishedFeed({ title: "Older", date_published: "2026-11-19T10:05:00Z" });
    const { feed } = older;
    const newer = await accepted(feed, { title: "Newer", date_published: "2026-11-20T10:05:00Z" });
    const { pathname: path } = new URL(newer.url);
    const home = await vi.waitFor(
      async () => {
        const page = await (await request("/")).text();
        expect(page).toContain(path);
        return page;
      },
      { timeout: 4_000 },
    );
    expect(home).toContain(`Test feed ${feed}`);
    expect(home).toContain(
      `<link rel="alternate" type="application/rss+xml" title="Test feed ${feed} (RSS)" href="/feeds/${feed}/rss.xml"/>`,
    );
    expect(home).not.toContain(ORIGIN);
    const [section = ""] = (home.split(`id="${feed}"`)[1] ?? "").split("</section>");
    expect([...section.matchAll(/href="(\/feeds\/[^"]*\/articles\/[^"]*)"/g)]).toEqual([
      expect.arrayContaining([path]),
      expect.arrayContaining([older.path]),
    ]);
  });

  it("shows what metadata of an earlier shape says, and goes without what is none", async () => {
    const [old, broken] = [freshFeed(), freshFeed()];
    const newest = { title: "From before", key: "0123456789abcdef", slug: "from-before", publishedAt: 5 };
    await kv().put(`feed:${old}`, "", { metadata: btoa(JSON.stringify({ version: 3, newest })) });
    await kv().put(`feed:${broken}`, "", { metadata: { not: "a card" } });
    await vi.waitFor(
      async () => {
        const home = await request("/");
        expect(home.status).toBe(200);
        expect(await home.text()).toContain(`/feeds/${old}/articles/from-before-0123456789abcdef`);
      },
      { timeout: 4_000 },
    );
  });

  it("says the language of a headline that isn't in its feed's", async () => {
    const own = await publishedFeed({ title: "霧笛", language: "ja" });
    const same = await publishedFeed({ title: "A fog signal", language: "en-GB" });
    await vi.waitFor(
      async () => {
        const home = await (await request("/")).text();
        expect(home).toContain(`<h3 lang="ja" dir="ltr"><a class="p-name u-url" href="${own.path}">`);
        expect(home).toContain(`<h3 dir="auto"><a class="p-name u-url" href="${same.path}">`);
      },
      { timeout: 4_000 },
    );
  });

  it("fits the longest titles of any script beside its feed's record", async () => {
    const { path } = await publishedFeed({ title: "🌊".repeat(300) + "海".repeat(200) });
    await vi.waitFor(async () => expect(await (await request("/")).text()).toContain(path.slice(-16)), {
      timeout: 4_000,
    });
  });
});

it("/healthz says ok", async () => {
  const response = await request("/healthz");
  expect(await response.json()).toEqual({ status: "ok" });
});
