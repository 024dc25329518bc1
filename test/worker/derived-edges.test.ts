// Derived feeds after a migration, a refusal, a purge; and labels that are hard to fold.

import { afterEach, describe, expect, it, vi } from "vitest";
import { accepted, isQuiet, pause, post, publishedAs, request, titlesOf, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";
import { meet } from "./walk.ts";

afterEach(restoreControls);

describe("Last-Modified of a derived feed", () => {
  it("moves when an article comes in whose record KV refused at first", { timeout: 60_000 }, async () => {
    const feed = freshFeed();
    const one = await accepted(feed, { id: "a", title: "One", tags: ["Tides"] });
    await publishedAs(feed, one.feedVersion);
    await isQuiet(feed);
    let refusals = 0;
    let bundles = 0;
    controls.beforePut = async (name) => {
      if (name === `feed:${feed}`) bundles += 1;
      if (!name.startsWith(`article:${feed}:`) || !name.endsWith(key) || bundles > 0) return;
      refusals += 1;
      throw new Error("KV: 500");
    };
    const { receipt } = (
      await (
        await post(feed, { body: [{ id: "b", title: "Two", tags: ["Tides"] }] })
      ).json<{ results: { receipt: { key: string; feedVersion: number } }[] }>()
    ).results[0] ?? {
      receipt: { key: "", feedVersion: 0 },
    };
    const key: string = receipt.key;
    const other = await accepted(feed, { id: "c", title: "Elsewhere" });
    const path = `/feeds/${feed}/tags/tides/feed.json`;
    await vi.waitFor(() => expect(bundles).toBeGreaterThan(0), { timeout: 8_000, interval: 5 });
    await pause(200);
    const before = await request(path);
    expect(titlesOf(await before.clone().text())).toEqual(["One"]);
    await pause(4_000);
    await isQuiet(feed);
    controls.clockAhead = 61_000; // the copy that is kept has had its minute
    const after = await request(path);
    expect(refusals).toBeGreaterThan(0);
    expect(other.key).not.toBe("");
    expect(titlesOf(await after.clone().text())).toEqual(["Two", "One"]);
    const since = { "If-Modified-Since": before.headers.get("Last-Modified") ?? "" };
    expect((await request(path, { headers: since })).status).toBe(200);
  });
});

describe("what was purged", () => {
  it("is not served from a derived feed while the journal is away", { timeout: 30_000 }, async () => {
    const feed = freshFeed();
    await accepted(feed, { id: "a", title: "One", tags: ["Tides"] });
    const two = await accepted(feed, { id: "b", title: "Canary", tags: ["Tides"] });
    await publishedAs(feed, two.feedVersion);
    const path = `/feeds/${feed}/tags/tides/feed.json`;
    expect(titlesOf(await (await request(path)).text())).toContain("Canary");
    const { feedVersion } = await (await withdraw(feed, two.key, {}, "?purge=1")).json<{
      feedVersion: number;
    }>();
    await publishedAs(feed, feedVersion);
    await pause(1_100);
    controls.isJournalDown = true;
    expect(await (await request(path)).text()).not.toContain("Canary");
  });
});

describe("what a stranger can make a journal do", () => {
  it("a tag that isn't there, of a feed with very many: one call, not one each time", {
    timeout: 60_000,
  }, async () => {
    const feed = freshFeed();
    let version = 0;
    for (let at = 0; at < 21; at += 1) {
      const tags = Array.from({ length: 100 }, (_, n) => `t${at * 100 + n}`);
      version = (await accepted(feed, { id: `a${at}`, title: `A ${at}`, tags })).feedVersion;
    }
    await publishedAs(feed, version);
    const before = controls.objectCalls;
    for (let at = 0; at < 5; at += 1)
      expect((await request(`/feeds/${feed}/tags/nope/rss.xml`)).status).toBe(404);
    expect(controls.objectCalls - before).toBeLessThanOrEqual(1);
  });
});

describe("a tag with a capital ẞ", () => {
  it("has a feed at the address that our pages give it", async () => {
    const feed = freshFeed();
    const { feedVersion } = await accepted(feed, { id: "a", title: "One", tags: ["STRAẞE"] });
    await publishedAs(feed, feedVersion);
    const { placePath } = await import("../../src/model/address.ts");
    const { labelNamed } = await import("../../src/model/label.ts");
    const path = placePath(feed, { kind: "derived", of: "tag", labels: [labelNamed("tag", "STRAẞE")] });
    expect((await meet(`${path}/rss.xml`)).titles).toEqual(["One"]);
  });
});

describe("a difference at the negotiated address", () => {
  it("says that it depends on Accept", async () => {
    const feed = freshFeed();
    const one = await accepted(feed, { id: "a", title: "One" });
    await publishedAs(feed, one.feedVersion);
    const headers = { Accept: "application/atom+xml" };
    const base = (await request(`/feeds/${feed}`, { headers })).headers.get("ETag") ?? "";
    const two = await accepted(feed, { id: "b", title: "Two" });
    await publishedAs(feed, two.feedVersion);
    const response = await request(`/feeds/${feed}`, {
      headers: { ...headers, "A-IM": "feed", "If-None-Match": base },
    });
    expect(response.status).toBe(226);
    expect((response.headers.get("Vary") ?? "").split(", ")).toContain("Accept");
  });
});
