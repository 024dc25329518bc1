// Publishing, when every step may fail, stop half-way or run twice.

import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  accepted,
  journal,
  progressIs,
  publishedAs,
  readDocument,
  reading,
  rebuild,
  request,
  titlesOf,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls, restoreControls } from "./main.ts";

afterEach(restoreControls);

describe("publishing survives", () => {
  it("an object that dies in the middle of its alarm", async () => {
    const feed = freshFeed();
    let reached = false;
    controls.beforePut = async (name) => {
      if (reached || name !== `feed:${feed}`) return;
      reached = true;
      await new Promise(() => {}); // hangs until the object is gone
    };
    const receipts = await Promise.all(
      [1, 2, 3].map((at) => accepted(feed, { id: `a${at}`, title: `Title ${at}` })),
    );
    await vi.waitFor(() => expect(reached).toBe(true), { timeout: 5_000 });
    await abortAllDurableObjects();
    // The platform would retry, or the safety alarm ring in half a minute; both end here.
    await vi.waitFor(
      async () => {
        await runDurableObjectAlarm(journal(feed));
        expect(titlesOf(await readDocument(feed, "feed.json")).sort()).toEqual([
          "Title 1",
          "Title 2",
          "Title 3",
        ]);
      },
      { timeout: 10_000, interval: 300 },
    );
    for (const { url } of receipts) expect((await request(new URL(url).pathname)).status).toBe(200);
  });

  it("KV that refuses one article's record: the others go out, and it follows", async () => {
    const feed = freshFeed();
    let refusals = 0;
    controls.beforePut = async (name) => {
      if (name.includes("article:") && refusals < 2 && name.includes(stubborn)) {
        refusals += 1;
        throw new Error("KV: 429");
      }
    };
    let stubborn = "no key yet";
    const scheduled = await accepted(feed, {
      id: "x",
      title: "Refused",
      date_published: new Date(Date.now() + 300).toISOString(),
    });
    stubborn = scheduled.key;
    const other = await accepted(feed, { id: "y", title: "Goes out" });
    await publishedAs(feed, other.feedVersion);
    await vi.waitFor(
      async () => expect(titlesOf(await readDocument(feed, "feed.json"))).toContain("Refused"),
      { timeout: 10_000 },
    );
    expect(refusals).toBe(2);
    await progressIs(feed, scheduled.key, "announced");
  });

  it("KV that refuses the bundle: it is tried again until it is taken", async () => {
    const feed = freshFeed();
    let refusals = 0;
    controls.beforePut = async (name) => {
      if (name === `feed:${feed}` && refusals < 2) {
        refusals += 1;
        throw new Error("KV: 500");
      }
    };
    const receipt = await accepted(feed, { title: "One" });
    expect(titlesOf(await publishedAs(feed, receipt.feedVersion, "feed.json"))).toEqual(["One"]);
    expect(refusals).toBe(2);
  });

  it("an article whose fragment isn't well-formed: it stays out and is reported, the rest is published", async () => {
    const feed = freshFeed();
    controls.renderFragments = (article) => ({
      rss:
        article.title === "Bad"
          ? "<item><title>no end</item>"
          : `<item><title>${article.title}</title></item>`,
      atom: `<entry><title>${article.title}</title></entry>`,
      json: JSON.stringify({ id: article.key, title: article.title }),
    });
    const bad = await accepted(feed, { id: "b", title: "Bad" });
    const good = await accepted(feed, { id: "g", title: "Good" });
    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
      const document = await publishedAs(feed, good.feedVersion, file);
      expect(document).toContain("Good");
      expect(document).not.toContain("Bad");
    }
    expect(await reading(feed, bad.key)).toMatchObject({
      progress: "stuck",
      stuck: expect.stringMatching(/^rss: /),
    });
    expect(controls.logged).toContainEqual(
      expect.objectContaining({ event: "article_stuck", feed, key: bad.key }),
    );

    // Today's renderer can write it: a rebuild brings it in.
    controls.renderFragments = null;
    await rebuild(feed);
    await vi.waitFor(
      async () => expect(titlesOf(await readDocument(feed, "feed.json")).sort()).toEqual(["Bad", "Good"]),
      { timeout: 8_000 },
    );
  });

  it("a renderer that throws at one article", async () => {
    const feed = freshFeed();
    controls.renderFragments = (article) => {
      if (article.title === "Throws") throw new Error("a bug");
      return { rss: "<item/>", atom: "<entry/>", json: "{}" };
    };
    const bad = await accepted(feed, { id: "b", title: "Throws" });
    const good = await accepted(feed, { id: "g", title: "Good" });
    await publishedAs(feed, good.feedVersion);
    expect((await reading(feed, bad.key)).stuck).toBe("rendering failed: Error: a bug");
  });

  it("an object that is put to sleep", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    await progressIs(feed, first.key, "announced");
    await evictDurableObject(journal(feed));
    const second = await accepted(feed, { id: "b", title: "Two" });
    expect(titlesOf(await publishedAs(feed, second.feedVersion, "feed.json"))).toEqual(["Two", "One"]);
  });
});
