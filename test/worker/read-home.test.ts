// What readers get at `/`.

import { describe, expect, it, vi } from "vitest";
import { accepted, kv, ORIGIN, request } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { publishedFeed } from "./published.ts";

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
