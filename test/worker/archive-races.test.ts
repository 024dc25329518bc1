// Articles that change while archives close: none is met twice, never, or in an old state.

import { afterEach, describe, expect, it, vi } from "vitest";
import {
  accepted,
  isQuiet,
  pause,
  publishedAs,
  readDocument,
  request,
  sweep,
  titlesOf,
  withdraw,
} from "./client.ts";
import { freshFeed, freshSmallFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";
import { dateOf, last, postNumbered, titlesMet, walk } from "./walk.ts";

afterEach(restoreControls);

describe("an edit that waits while its article leaves the head", () => {
  it("is in the archive or the head in the end, not the old text for ever", { timeout: 60_000 }, async () => {
    const feed = freshSmallFeed();
    const first = await postNumbered(feed, 1, 4);
    await publishedAs(feed, last(first), "feed.json");
    await isQuiet(feed);
    // "1" is the oldest in the head. While "5" is being stored, "1" is corrected.
    const key5 = { done: false };
    controls.beforePut = async (name) => {
      if (!name.startsWith(`article:${feed}:`) || key5.done) return;
      key5.done = true;
      await accepted(feed, {
        id: "n1",
        title: "1, corrected",
        content_html: "<p>New.</p>",
        date_published: dateOf(1),
      });
    };
    await postNumbered(feed, 5, 5);
    await vi.waitFor(() => expect(key5.done).toBe(true), { timeout: 5_000 });
    await pause(4_000);
    await isQuiet(feed);
    await pause(1_100);
    const titles = titlesMet(await walk(feed, "feed.json"));
    expect(titles).toContain("1, corrected");
    expect(titles).not.toContain("1");
  });

  it("the same when KV refused its record once", { timeout: 60_000 }, async () => {
    const feed = freshSmallFeed();
    const first = await postNumbered(feed, 1, 4);
    await publishedAs(feed, last(first), "feed.json");
    await isQuiet(feed);
    const key = first.get("1")?.key ?? "";
    let refused = 0;
    controls.beforePut = async (name) => {
      if (name !== `article:${feed}:${key}` || refused > 0) return;
      refused += 1;
      throw new Error("KV: 500");
    };
    await accepted(feed, [
      { id: "n1", title: "1, corrected", date_published: dateOf(1) },
      { id: "n5", title: "5", content_html: "<p>5</p>", date_published: dateOf(5) },
    ]);
    await pause(4_000);
    await isQuiet(feed);
    await pause(1_100);
    expect(refused).toBe(1);
    const titles = titlesMet(await walk(feed, "feed.json"));
    expect(titles).toContain("1, corrected");
    expect(titles).not.toContain("1");
  });
});

describe("an article that a new renderer can't write", () => {
  it("leaves the others where they are: in the head", { timeout: 60_000 }, async () => {
    const feed = freshFeed();
    const posted = await postNumbered(feed, 1, 3);
    await publishedAs(feed, last(posted), "feed.json");
    await isQuiet(feed);
    const before = (await request(`/feeds/${feed}/feed.json`)).headers.get("ETag");
    const { renderFragments } = await import("../../src/pipeline/render-article.ts");
    controls.renderFragments = (article, of, origin) => {
      if (article.title === "3") throw new Error("a bug");
      return renderFragments(article, of, origin);
    };
    controls.feedOf = (of) => ({ ...of, title: "New title" });
    await sweep(feed);
    await vi.waitFor(
      async () => expect((await request(`/feeds/${feed}/feed.json`)).headers.get("ETag")).not.toBe(before),
      { timeout: 8_000, interval: 50 },
    );
    await pause(2_500);
    await isQuiet(feed);
    await pause(1_100);
    expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual(["2", "1"]);
    expect((await walk(feed, "feed.json")).length).toBe(1);
  });
});

describe("large articles that came again into the head", () => {
  it("are all met, and at once", { timeout: 60_000 }, async () => {
    const feed = freshFeed();
    const large = (number: number) => ({
      id: `large${number}`,
      title: `large ${number}`,
      content_html: `<p>${"word ".repeat(140_000)}</p>`,
      date_published: dateOf(number),
    });
    // Three of 700 KB, old, withdrawn, and published again: placed as news, dated as they were.
    const receipts = [];
    for (const number of [1, 2, 3]) receipts.push(await accepted(feed, large(number)));
    for (const { key } of receipts) await withdraw(feed, key);
    for (const number of [1, 2, 3]) await accepted(feed, large(number));
    const posted = await postNumbered(feed, 10, 21);
    await publishedAs(feed, last(posted), "feed.json");
    await pause(3_000);
    await isQuiet(feed);
    await pause(1_100);
    const titles = titlesMet(await walk(feed, "feed.json"));
    expect(titles.length).toBe(15);
    expect(titles).toEqual(expect.arrayContaining(["large 1", "large 2", "large 3"]));
  });
});
