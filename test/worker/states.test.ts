// What a publisher may do to an article after it was taken: withdraw it, purge it, put it off.

import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import {
  accepted,
  journal,
  kv,
  progressIs,
  publishedAs,
  readDocument,
  reading,
  request,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";

describe("withdrawing", () => {
  it("takes an article out of every feed, and its pages say 410", async () => {
    const feed = freshFeed();
    const kept = await accepted(feed, { id: "k", title: "Kept" });
    const gone = await accepted(feed, { id: "g", title: "Gone" });
    const path = new URL(gone.url).pathname;
    expect(titlesOf(await publishedAs(feed, gone.feedVersion, "feed.json"))).toContain("Gone");

    const response = await withdraw(feed, gone.key);
    expect(response.status).toBe(200);
    const receipt = await response.json<Receipt>();
    expect(receipt).toMatchObject({ key: gone.key, id: "g", status: "withdrawn" });
    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
      const document = await publishedAs(feed, receipt.feedVersion, file);
      expect(document).toContain("Kept");
      expect(document).not.toContain("Gone");
    }
    for (const form of [path, `${path}/amp`, `/feeds/${feed}/articles/${gone.key}`]) {
      const page = await request(form);
      expect([form, page.status]).toEqual([form, 410]);
      const html = await page.text();
      expect(html).not.toContain("Gone");
      expect(html).toContain(
        `type="application/rss+xml" title="Test feed ${feed} (RSS)" href="/feeds/${feed}/rss.xml"`,
      );
    }
    expect((await request(path, { headers: { Accept: "application/json" } })).status).toBe(410);
    expect(kept.key).not.toBe(gone.key);
  });

  it("twice is the same, and what isn't there is 404", async () => {
    const feed = freshFeed();
    const { key } = await accepted(feed, { title: "One" });
    const first = await (await withdraw(feed, key)).text();
    expect(await (await withdraw(feed, key)).text()).toBe(first);
    expect((await withdraw(feed, "0000000000000000")).status).toBe(404);
  });

  it("is undone by posting again, with the same key and id", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { title: "One", content_html: "<p>x</p>" });
    await withdraw(feed, first.key);
    const again = await accepted(feed, { title: "One", content_html: "<p>x</p>" });
    expect(again).toMatchObject({ key: first.key, id: first.id, status: "accepted", revision: 2 });
    expect(titlesOf(await publishedAs(feed, again.feedVersion, "feed.json"))).toEqual(["One"]);
    expect((await request(new URL(again.url).pathname)).status).toBe(200);
  });

  it("isn't undone by a source older than the tombstone", async () => {
    const feed = freshFeed();
    const article = { id: "a", title: "One", date_modified: "2026-11-02T00:00:00Z" };
    const { key } = await accepted(feed, article);
    await withdraw(feed, key);
    expect(await accepted(feed, { ...article, date_modified: "2026-11-01T00:00:00Z" })).toMatchObject({
      status: "stale",
    });
    expect(await reading(feed, key)).toMatchObject({ state: "tombstone" });
  });

  it("with purge leaves no copy of the text anywhere: tables, answers, KV", async () => {
    const feed = freshFeed();
    const secret = "Zanzibar";
    const receipt = await accepted(
      feed,
      { id: "p", title: `${secret} title`, content_markdown: `*${secret}*`, tags: [secret] },
      { headers: { "Idempotency-Key": "purged" } },
    );
    await publishedAs(feed, receipt.feedVersion);
    expect(await reading(feed, receipt.key)).toMatchObject({ article: { markdown: `*${secret}*` } });
    const response = await withdraw(feed, receipt.key, {}, "?purge=1");
    const purged = await response.json<Receipt>();
    await publishedAs(feed, purged.feedVersion);
    await progressIs(feed, receipt.key, "announced");

    const dump = await runInDurableObject(journal(feed), (_, state) => {
      const tables = state.storage.sql
        .exec<{ name: string }>(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
        )
        .toArray();
      return tables
        .map(({ name }) =>
          state.storage.sql
            .exec(`SELECT * FROM ${name}`)
            .toArray()
            .map((row) =>
              Object.values(row)
                .map((value) =>
                  value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value),
                )
                .join(" "),
            )
            .join("\n"),
        )
        .join("\n");
    });
    expect(dump).toContain(receipt.key);
    expect(dump.toLowerCase()).not.toContain(secret.toLowerCase());
    for (const { name, metadata } of (await kv().list()).keys.filter(({ name }) => name.includes(feed))) {
      const record = new TextDecoder().decode((await kv().get(name, "arrayBuffer")) ?? new ArrayBuffer(0));
      expect((record + JSON.stringify(metadata ?? "")).toLowerCase()).not.toContain(secret.toLowerCase());
    }
    expect(await reading(feed, receipt.key)).toMatchObject({ state: "tombstone", article: null });
  });
});

describe("a scheduled article", () => {
  it("is seen by nobody before its time, and by everybody after", async () => {
    const feed = freshFeed();
    const at = Date.now() + 2_500;
    const receipt = await accepted(feed, {
      id: "s",
      title: "Later",
      date_published: new Date(at).toISOString(),
    });
    expect(receipt).toMatchObject({ status: "scheduled" });
    const path = new URL(receipt.url).pathname;
    const other = await accepted(feed, { id: "o", title: "Now" });
    expect(titlesOf(await publishedAs(feed, other.feedVersion, "feed.json"))).toEqual(["Now"]);
    expect((await request(path)).status).toBe(404);
    expect(await reading(feed, receipt.key)).toMatchObject({ state: "scheduled", progress: "scheduled" });

    await vi.waitFor(
      async () => expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual(["Later", "Now"]),
      { timeout: 8_000 },
    );
    expect(Date.now()).toBeGreaterThanOrEqual(at);
    expect((await request(path)).status).toBe(200);
  });

  it("that was live leaves the feed until its new time, and then is back under its id", async () => {
    const feed = freshFeed();
    const live = await accepted(feed, { id: "a", title: "One" });
    await publishedAs(feed, live.feedVersion);
    const put = await accepted(feed, {
      id: "a",
      title: "One",
      date_published: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(put.status).toBe("scheduled");
    expect(titlesOf(await publishedAs(feed, put.feedVersion, "feed.json"))).toEqual([]);
    expect((await request(new URL(put.url).pathname)).status).toBe(404);
    const back = await accepted(feed, { id: "a", title: "One", date_published: "2026-11-01T00:00:00Z" });
    expect(titlesOf(await publishedAs(feed, back.feedVersion, "feed.json"))).toEqual(["One"]);
    expect(back.id).toBe(live.id);
  });
});
