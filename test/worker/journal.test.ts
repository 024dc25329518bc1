// What the journal keeps, for how long, and how often it writes.

import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import { migrate } from "../../src/store/migrate.ts";
import { STEPS } from "../../src/store/schema.ts";
import { aFullArticle } from "../articles.ts";
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
  it("is brought from an older shape to a newer one, whole or not at all", async () => {
    await runInDurableObject(journal(freshFeed()), (_, { storage }) => {
      const first = ["CREATE TABLE ships (name TEXT)", "INSERT INTO ships VALUES ('Anna')"];
      const second = ["ALTER TABLE ships ADD COLUMN port TEXT"];
      migrate(storage, [first]);
      migrate(storage, [first, second]);
      migrate(storage, [first, second]);
      expect(storage.sql.exec("SELECT * FROM ships").toArray()).toEqual([{ name: "Anna", port: null }]);
      expect(() =>
        migrate(storage, [first, second, ["INSERT INTO ships VALUES ('Bea', 'Brough')", "no SQL"]]),
      ).toThrow();
      migrate(storage, [first]); // an older Worker, deployed again
      expect(storage.sql.exec("SELECT count(*) AS ships FROM ships").one()).toEqual({ ships: 1 });
    });
  });

  it("brings articles of before to today's shape", async () => {
    await runInDurableObject(journal(freshFeed()), (_, { storage }) => {
      const [first = []] = STEPS;
      migrate(storage, [first]);
      const old = { title: "T", image: { url: null, alt: "", caption: "C", credit: null } };
      const bodies = [old, { ...old, image: null }, aFullArticle({ ampWithheld: "<form>", markdown: "a" })];
      const added = { ampWithheld: null, markdown: null, episode: null };
      for (const [at, body] of bodies.entries())
        storage.sql.exec("INSERT INTO bodies VALUES (?, ?)", `${at}`, JSON.stringify(body));
      migrate(storage, STEPS);
      const made = storage.sql.exec<{ article: string }>("SELECT article FROM bodies ORDER BY key").toArray();
      expect(made.map(({ article }) => JSON.parse(article))).toEqual([
        { ...old, image: { ...old.image, width: null, height: null }, ...added },
        { ...old, image: null, ...added },
        bodies[2],
      ]);
    });
  });

  it("never gives a version again, or a lower one, when the clock steps back", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    const ahead = first.feedVersion + 3_600_000;
    await runInDurableObject(journal(feed), (_, state) => {
      state.storage.sql.exec("UPDATE facts SET facts = json_set(facts, '$.version', ?)", ahead);
    });
    const second = await accepted(feed, { id: "b", title: "Two" });
    const third = await accepted(feed, { id: "c", title: "Three" });
    expect([second.feedVersion, third.feedVersion]).toEqual([ahead + 1, ahead + 2]);
  });

  it("stores an article before the bundle that lists it, and announces that bundle last", async () => {
    const feed = freshFeed();
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, at) => accepted(feed, { id: `a${at}`, title: `Title ${at}` })),
    );
    for (const { key } of receipts) await progressIs(feed, key, "announced");
    const stored = new Set<string>();
    const steps = controls.puts.filter((name) => name.includes(`:${feed}`));
    const bundles = controls.listed.filter((bundle) => bundle.feed === feed);
    let published = 0;
    for (const [at, step] of steps.entries()) {
      if (step.startsWith("article:")) stored.add(step.slice(-16));
      if (step === `announce:${feed}`) expect(steps[at - 1]).toBe(`feed:${feed}`);
      if (step !== `feed:${feed}`) continue;
      for (const key of bundles[published]?.keys ?? []) expect(stored).toContain(key);
      published += 1;
    }
    expect(bundles.at(-1)?.keys.length).toBe(20);
    expect(published).toBe(bundles.length);
    expect(steps.at(-1)).toBe(`announce:${feed}`);
  });

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
