// What the journal keeps, for how long, and how often it writes.

import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import {
  accepted,
  journal,
  post,
  progressIs,
  publishedAs,
  readDocument,
  request,
  sweep,
  titlesOf,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, putsOf, restoreControls } from "./main.ts";

afterEach(restoreControls);

describe("the journal", () => {
  it("publishes an empty feed before its first article, when the sweep comes by", async () => {
    const feed = freshFeed();
    expect((await request(`/feeds/${feed}/rss.xml`)).status).toBe(503);
    await sweep(feed);
    await vi.waitFor(async () => expect((await request(`/feeds/${feed}/rss.xml`)).status).toBe(200), {
      timeout: 5_000,
    });
    expect(JSON.parse(await readDocument(feed, "feed.json")).items).toEqual([]);
  });

  it("keeps each submission as it came, one a revision", async () => {
    const feed = freshFeed();
    const raw = '{"id":"a",  "title":"One", "_ours":[1,2]}';
    await accepted(feed, raw);
    await accepted(feed, { id: "a", title: "Two" });
    await accepted(feed, { id: "a", title: "Two" });
    const kept = await runInDurableObject(journal(feed), (_, state) =>
      state.storage.sql
        .exec<{ revision: number; publisher: string; media_type: string; body: ArrayBuffer }>(
          "SELECT * FROM submissions ORDER BY revision",
        )
        .toArray()
        .map(({ body, revision, publisher, media_type }) => [
          revision,
          publisher,
          media_type,
          new TextDecoder().decode(body),
        ]),
    );
    expect(kept).toEqual([
      [1, "newsroom", "application/json", raw],
      [2, "newsroom", "application/json", '{"id":"a","title":"Two"}'],
    ]);
  });

  it("paces a burst: every article is stored once, and the bundle is put far more seldom", async () => {
    const feed = freshFeed();
    const receipts = await Promise.all(
      Array.from({ length: 200 }, (_, at) => accepted(feed, { id: `a${at}`, title: `Title ${at}` })),
    );
    const last = Math.max(...receipts.map(({ feedVersion }) => feedVersion));
    await publishedAs(feed, last);
    expect(putsOf(feed).articles).toBe(200);
    expect(putsOf(feed).feeds).toBeLessThanOrEqual(10);
    expect(new Set(receipts.map(({ feedVersion }) => feedVersion)).size).toBe(200);
  });

  it("announces each version once, after it is published", async () => {
    const feed = freshFeed();
    const receipt = await accepted(feed, { title: "One" });
    await progressIs(feed, receipt.key, "announced");
    const announced = controls.announced.filter((publication) => publication.feed === feed);
    expect(announced).toEqual([{ feed, version: receipt.feedVersion }]);
  });

  it("forgets answers after seven days, and only then", async () => {
    const feed = freshFeed();
    const headers = { "Idempotency-Key": "old" };
    await accepted(feed, { id: "a", title: "One" }, { headers });
    await runInDurableObject(journal(feed), (_, state) => {
      state.storage.sql.exec("UPDATE answers SET expires_at = ?", Date.now() - 1);
      state.storage.sql.exec("UPDATE due SET at = ? WHERE task = 'expire'", Date.now() - 1);
    });
    const again = await post(feed, { body: { id: "a", title: "One" }, headers });
    expect(again.headers.get("Idempotency-Replayed")).toBeNull();
    await runDurableObjectAlarm(journal(feed));
    await runInDurableObject(journal(feed), (_, state) => {
      expect(state.storage.sql.exec("SELECT count(*) AS n FROM answers").one()["n"]).toBe(1);
    });
  });

  it("holds its head to the feed's limit, newest first", async () => {
    const receipts: Receipt[] = [];
    for (const day of [3, 1, 5, 2, 4])
      receipts.push(
        await accepted("small", {
          id: `d${day}`,
          title: `Day ${day}`,
          date_published: `2026-11-0${day}T00:00:00Z`,
        }),
      );
    const last = Math.max(...receipts.map(({ feedVersion }) => feedVersion));
    expect(titlesOf(await publishedAs("small", last, "feed.json"))).toEqual(["Day 5", "Day 4", "Day 3"]);
  });
});
