// An article's states, in real workerd: every step may fail, stop half-way or run twice.

import {
  abortAllDurableObjects,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import {
  accepted,
  journal,
  kv,
  ORIGIN,
  post,
  publishedAs,
  readDocument,
  request,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls } from "./main.ts";

const unbroken = { ...controls };
afterEach(() => {
  controls.beforePut = unbroken.beforePut;
  controls.renderFragments = null;
  controls.feedOf = unbroken.feedOf;
  controls.publicOrigin = null;
});

const titlesOf = (json: string): string[] =>
  JSON.parse(json).items.map(({ title }: { title: string }) => title);
const reading = async (feed: string, key: string) =>
  (
    await request(`/feeds/${feed}/articles/${key}`, { headers: { Authorization: "Bearer newsroom-secret" } })
  ).json<{
    state: string;
    progress: string;
    stuck: string | null;
    article: unknown;
  }>();
const progressIs = (feed: string, key: string, progress: string) =>
  vi.waitFor(async () => expect((await reading(feed, key)).progress).toBe(progress), {
    timeout: 8_000,
    interval: 50,
  });
const sweep = (feed: string) => journal(feed).sweep(feed);
const putsOf = (feed: string) => ({
  articles: controls.puts.filter((name) => name.startsWith(`article:${feed}:`)).length,
  feeds: controls.puts.filter((name) => name === `feed:${feed}`).length,
});

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
      expect(await page.text()).not.toContain("Gone");
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
      { id: "p", title: `${secret} title`, content_html: `<p>${secret}</p>`, tags: [secret] },
      { headers: { "Idempotency-Key": "purged" } },
    );
    await publishedAs(feed, receipt.feedVersion);
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
    await request(`/feeds/${feed}/rebuild`, {
      method: "POST",
      headers: { Authorization: "Bearer newsroom-secret" },
    });
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

    const response = await request(`/feeds/${feed}/rebuild`, {
      method: "POST",
      headers: { Authorization: "Bearer newsroom-secret" },
    });
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
      state.storage.sql.exec("UPDATE facts SET value = value - 600000 WHERE name = 'publishedAt'");
    });
    await sweep(feed);
    expect(titlesOf(await publishedAs(feed, receipt.feedVersion + 1, "feed.json"))).toEqual(["One"]);
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
