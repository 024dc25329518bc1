// What happens to an article while the journal waits for KV.

import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openBundle } from "../../src/formats/bundle.ts";
import type { WithdrawCommand } from "../../src/ports.ts";
import {
  accepted,
  journal,
  kv,
  post,
  progressIs,
  publishedAs,
  readDocument,
  reading,
  request,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";

afterEach(restoreControls);

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const statusOf = async (url: string) => (await request(new URL(url).pathname)).status;
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 12_000, interval: 100 });

/** Hold the first put of an article's record until it is released, or made to fail. */
function holdFirstPut(feed: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let reached = false;
  controls.beforePut = async (name) => {
    if (reached || !name.startsWith(`article:${feed}:`)) return;
    reached = true;
    await promise;
  };
  return {
    reached: () => vi.waitFor(() => expect(reached).toBe(true), { timeout: 5_000 }),
    release: resolve,
    refuse: () => reject(new Error("KV: 500")),
  };
}

describe("an article that is put off while its first record is being put", () => {
  it.each(["release", "refuse"] as const)(
    "and KV would %s: nobody sees it, and the feed goes on",
    async (end) => {
      const feed = freshFeed();
      const held = holdFirstPut(feed);
      const early = await accepted(feed, { id: "a", title: "Embargoed" });
      await held.reached();
      const later = await accepted(feed, { id: "a", title: "Embargoed", date_published: tomorrow() });
      expect(later.status).toBe("scheduled");
      held[end]();
      const other = await accepted(feed, { id: "b", title: "Other" });
      expect(titlesOf(await publishedAs(feed, other.feedVersion, "feed.json"))).toEqual(["Other"]);
      await eventually(async () => expect(await statusOf(early.url)).toBe(404));
      await progressIs(feed, early.key, "scheduled");
    },
  );

  it("and the put landed though it was refused: the record is taken back", async () => {
    const feed = freshFeed();
    let thrown = false;
    controls.afterPut = async (name) => {
      if (thrown || !name.startsWith(`article:${feed}:`)) return;
      thrown = true;
      throw new Error("KV: timed out");
    };
    const early = await accepted(feed, { id: "a", title: "Embargoed" });
    await vi.waitFor(() => expect(thrown).toBe(true));
    await accepted(feed, { id: "a", title: "Embargoed", date_published: tomorrow() });
    await eventually(async () => expect(await statusOf(early.url)).toBe(404));
  });
});

it("one that KV goes on refusing doesn't hold back those that it refused once beside it", async () => {
  const feed = freshFeed();
  let down = true;
  let stubborn = "";
  controls.beforePut = async (name) => {
    if (down && name.startsWith(`article:${feed}:`)) throw new Error("KV: 500");
    if (stubborn !== "" && name.endsWith(stubborn)) throw new Error("KV: 500");
  };
  const [, bad] = await Promise.all([
    accepted(feed, { id: "a", title: "Recovers" }),
    accepted(feed, { id: "b", title: "Stubborn" }),
  ]);
  await vi.waitFor(() =>
    expect(
      controls.logged.filter(({ event, feed: of }) => event === "article_not_stored" && of === feed).length,
    ).toBeGreaterThanOrEqual(2),
  );
  stubborn = bad.key;
  down = false;
  await eventually(async () => expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual(["Recovers"]));
});

it("a purge in the middle of a new rendering leaves no fragment of it", async () => {
  const feed = freshFeed();
  const { key } = await accepted(feed, { id: "a", title: "Zanzibar" });
  await progressIs(feed, key, "announced");
  const purge: WithdrawCommand = { publisher: "newsroom", key, purge: true, source: null, idempotency: null };
  let purged = false;
  await runInDurableObject(journal(feed), async (object) => {
    controls.feedOf = (of) => (of.slug === feed ? { ...of, title: "Renamed" } : of);
    controls.renderFragments = (article) => {
      // As a call that was waiting: it runs at the next await.
      if (!purged && article.key === key) {
        purged = true;
        queueMicrotask(() => void object.withdraw(feed, purge));
      }
      const title = JSON.stringify(article.title);
      return { rss: `<item>${title}</item>`, atom: `<entry>${title}</entry>`, json: title };
    };
    await object.sweep(feed);
  });
  await vi.waitFor(async () => expect((await reading(feed, key)).state).toBe("tombstone"), {
    timeout: 8_000,
  });
  await progressIs(feed, key, "announced");
  const fragments = await runInDurableObject(journal(feed), (_, state) =>
    state.storage.sql.exec("SELECT key FROM fragments").toArray(),
  );
  expect(fragments).toEqual([]);
});

it("two bundles never have one Last-Modified, though the first was thought lost", async () => {
  const feed = freshFeed();
  let thrown = false;
  controls.afterPut = async (name) => {
    if (thrown || name !== `feed:${feed}`) return;
    thrown = true;
    throw new Error("KV: timed out");
  };
  const dates: (number | undefined)[] = [];
  const bundle = async () =>
    openBundle((await kv().get(`feed:${feed}`, "arrayBuffer")) ?? new ArrayBuffer(0));
  await accepted(feed, { id: "a", title: "One" });
  await vi.waitFor(() => expect(thrown).toBe(true));
  dates.push((await bundle())?.header.lastModifiedAt);
  const second = await accepted(feed, { id: "b", title: "Two" });
  await publishedAs(feed, second.feedVersion);
  dates.push((await bundle())?.header.lastModifiedAt);
  expect(dates[1]).toBeGreaterThan(dates[0] ?? Number.NaN);
});

it("an older record that lands after the withdrawal is put right", async () => {
  const feed = freshFeed();
  const receipt = await accepted(feed, { id: "a", title: "Zanzibar" });
  await progressIs(feed, receipt.key, "announced");
  const name = `article:${feed}:${receipt.key}`;
  const old = (await kv().get(name, "arrayBuffer")) ?? new ArrayBuffer(0);
  await withdraw(feed, receipt.key, {}, "?purge=1");
  await progressIs(feed, receipt.key, "announced");
  await kv().put(name, old); // as a write that was held up somewhere
  expect(await statusOf(receipt.url)).toBe(200);

  await runInDurableObject(journal(feed), (_, state) => {
    state.storage.sql.exec("UPDATE articles SET confirm_at = confirm_at - 120000");
    state.storage.sql.exec("UPDATE due SET at = at - 120000 WHERE task = 'confirm'");
  });
  await runDurableObjectAlarm(journal(feed));
  expect(await statusOf(receipt.url)).toBe(410);
  const waiting = await runInDurableObject(journal(feed), (_, state) =>
    state.storage.sql.exec("SELECT task FROM due").toArray(),
  );
  expect(waiting).toEqual([]);
});

describe("an article that can't be rendered", () => {
  it("as a page is stuck too, and what it said before its edit is not served any more", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "Before" });
    await progressIs(feed, first.key, "announced");
    controls.renderViews = async () => {
      throw new Error("a bug");
    };
    await accepted(feed, { id: "a", title: "After" });
    await progressIs(feed, first.key, "stuck");
    expect((await reading(feed, first.key)).stuck).toBe("rendering failed: Error: a bug");
    expect(await statusOf(first.url)).toBe(404);
    await eventually(async () => expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual([]));
    controls.renderViews = null;
    const next = await accepted(feed, { id: "b", title: "Next" });
    expect(titlesOf(await publishedAs(feed, next.feedVersion, "feed.json"))).toEqual(["Next"]);
  });

  it("for the feed still has its page, as it was corrected", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "Before" });
    await progressIs(feed, first.key, "announced");
    controls.renderFragments = () => ({ rss: "<item>", atom: "<entry/>", json: "{}" });
    const second = await accepted(feed, { id: "a", title: "After" });
    await progressIs(feed, first.key, "stuck");
    const page = await request(new URL(second.url).pathname);
    expect(await page.text()).toContain('<h1 class="p-name">After</h1>');
  });
});

it("large articles fill a document to its limit, and the rest is not even read", async () => {
  const feed = freshFeed();
  const html = `<p>${"word ".repeat(150_000)}</p>`;
  const receipts = [];
  for (const at of [1, 2, 3, 4])
    receipts.push(
      await accepted(feed, { id: `a${at}`, title: `Title ${at}`, content_html: html, summary: "Long." }),
    );
  const last = Math.max(...receipts.map(({ feedVersion }) => feedVersion));
  const document = await publishedAs(feed, last, "feed.json");
  expect(titlesOf(document)).toEqual(["Title 4", "Title 3"]);
  expect(document.length).toBeLessThanOrEqual(2 * 1_048_576);
});

it("more labels than a header has room for are not listed, and the feed is published", async () => {
  const feed = freshFeed();
  const tag = (article: number, at: number) => `tag ${article}.${at} ${"x".repeat(150)}`;
  const few = await accepted(feed, { id: "a", title: "One", tags: ["b", "a"] });
  await publishedAs(feed, few.feedVersion);
  const header = async () =>
    openBundle((await kv().get(`feed:${feed}`, "arrayBuffer")) ?? new ArrayBuffer(0))?.header;
  expect((await header())?.tags).toEqual(["a", "b"]);
  let version = 0;
  for (let article = 0; article < 4; article += 1) {
    const tags = Array.from({ length: 100 }, (_, at) => tag(article, at));
    version = (
      await (
        await post(feed, { body: { id: `t${article}`, title: "T", tags } })
      ).json<{ feedVersion: number }>()
    ).feedVersion;
  }
  await publishedAs(feed, version);
  expect((await header())?.tags).toBeNull();
  expect((await header())?.authors).toEqual([]);
});
