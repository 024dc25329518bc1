// The readers' copy, lost or outdated, is made anew from the journal.

import { runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import {
  accepted,
  journal,
  kv,
  ORIGIN,
  progressIs,
  publishedAs,
  rebuild,
  request,
  sweep,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, putsOf, restoreControls } from "./main.ts";

afterEach(restoreControls);

describe("KV erased", () => {
  const erase = async (feed: string) => {
    const { keys } = await kv().list();
    for (const { name } of keys) if (name.includes(`:${feed}`)) await kv().delete(name);
  };

  it("says so rather than serve an empty feed, and is rebuilt from the journal to the same text", async () => {
    const feed = freshFeed();
    const one = await accepted(feed, { id: "a", title: "One" });
    const two = await accepted(feed, { id: "b", title: "Two" });
    const gone = await accepted(feed, { id: "c", title: "Gone" });
    const { feedVersion } = await (await withdraw(feed, gone.key)).json<Receipt>();
    const before = await publishedAs(feed, feedVersion);
    await progressIs(feed, gone.key, "announced");
    await erase(feed);
    await vi.waitFor(async () => expect((await request(`/feeds/${feed}/rss.xml`)).status).toBe(503), {
      timeout: 3_000,
    });
    expect((await request(`/feeds/${feed}/rss.xml`)).headers.get("Retry-After")).toBe("60");

    const response = await rebuild(feed);
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ feed, articles: 3 });
    expect(await publishedAs(feed, feedVersion + 1)).toBe(before);
    for (const [receipt, status] of [
      [one, 200],
      [two, 200],
      [gone, 410],
    ] as const)
      await vi.waitFor(
        async () => expect((await request(new URL(receipt.url).pathname)).status).toBe(status),
        { timeout: 5_000 },
      );
  });

  it("is noticed by the sweep, once KV has had time to settle", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { title: "One" });
    await progressIs(feed, receipt.key, "announced");
    await erase(feed);
    await sweep(feed);
    expect(await kv().get(`feed:${feed}`)).toBeNull(); // a minute-old miss proves nothing yet

    await runInDurableObject(journal(feed), (_, state) => {
      state.storage.sql.exec(
        "UPDATE facts SET facts = json_set(facts, '$.publishedAt', (facts ->> '$.publishedAt') - 600000)",
      );
    });
    await sweep(feed);
    expect(titlesOf(await publishedAs(feed, receipt.feedVersion + 1, "feed.json"))).toEqual(["One"]);
  });

  it("and refusing a record while it is rebuilt: that one is tried again, and no other is written twice", async () => {
    const feed = freshFeed();
    const receipts = await Promise.all(
      Array.from({ length: 30 }, (_, at) => accepted(feed, { id: `a${at}`, title: `Title ${at}` })),
    );
    const refused = receipts.toSorted((one, other) => (one.key < other.key ? -1 : 1))[0];
    await publishedAs(feed, Math.max(...receipts.map(({ feedVersion }) => feedVersion)));
    await Promise.all(receipts.map(({ key }) => progressIs(feed, key, "announced")));
    await erase(feed);
    const before = putsOf(feed).articles;
    let refusals = 0;
    controls.beforePut = async (name) => {
      if (refusals >= 3 || name !== `article:${feed}:${refused?.key}`) return;
      refusals += 1;
      throw new Error("KV: 429");
    };
    await rebuild(feed);
    await vi.waitFor(
      async () => {
        for (const { url } of receipts) expect((await request(new URL(url).pathname)).status).toBe(200);
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(refusals).toBe(3);
    expect(putsOf(feed).articles - before).toBe(30);
    const next = await accepted(feed, { id: "next", title: "Next" });
    expect(titlesOf(await publishedAs(feed, next.feedVersion, "feed.json"))).toContain("Next");
  });

  it("needs a token to be rebuilt", async () => {
    expect((await request(`/feeds/${freshFeed()}/rebuild`, { method: "POST" })).status).toBe(401);
  });
});

describe("a change of rendering is a change", () => {
  it("a feed's new title reaches every document, with a later version and Last-Modified", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { title: "One" });
    await publishedAs(feed, receipt.feedVersion);
    await progressIs(feed, receipt.key, "announced");
    const before = await request(`/feeds/${feed}/rss.xml`);

    controls.feedOf = (definition) =>
      definition.slug === feed ? { ...definition, title: "Renamed" } : definition;
    await sweep(feed);
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(await publishedAs(feed, receipt.feedVersion + 1, file)).toContain("Renamed");
    const after = await request(`/feeds/${feed}/rss.xml`);
    expect(Date.parse(after.headers.get("Last-Modified") ?? "")).toBeGreaterThan(
      Date.parse(before.headers.get("Last-Modified") ?? ""),
    );
    await vi.waitFor(
      async () => expect(await (await request(new URL(receipt.url).pathname)).text()).toContain("Renamed"),
      { timeout: 5_000 },
    );
  });

  it("a new PUBLIC_ORIGIN reaches every URL, and no id changes", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { title: "One" });
    await publishedAs(feed, receipt.feedVersion);
    await progressIs(feed, receipt.key, "announced");
    controls.publicOrigin = "https://moved.test";
    await sweep(feed);
    const document = await publishedAs(feed, receipt.feedVersion + 1, "atom.xml");
    expect(document).not.toContain(ORIGIN);
    expect(document).toContain(`https://moved.test/feeds/${feed}/articles/one-${receipt.key}`);
    expect(document).toContain(`<id>${receipt.id}</id>`);
    expect(receipt.id).toContain("tag:wire.test,");
    await vi.waitFor(
      async () => {
        const page = await (await request(new URL(receipt.url).pathname)).text();
        expect(page).toContain(
          `<link rel="canonical" href="https://moved.test/feeds/${feed}/articles/one-${receipt.key}"`,
        );
      },
      { timeout: 5_000 },
    );
  });

  it("who may post is not a change for readers", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { title: "One" });
    await progressIs(feed, receipt.key, "announced");
    const puts = putsOf(feed);
    controls.feedOf = (definition) =>
      definition.slug === feed ? { ...definition, publishers: [] } : definition;
    await sweep(feed);
    await sweep(feed);
    expect(putsOf(feed)).toEqual(puts);
  });
});
