// What a publisher may look up, and try without storing.

import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import {
  accepted,
  isQuiet,
  journal,
  post,
  progressIs,
  publishedAs,
  put,
  reading,
  request,
  withdraw,
} from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { deliver, freshHookFeed, saying } from "./hook-feeds.ts";
import { controls } from "./main.ts";

const AUTHORIZED = { headers: { Authorization: "Bearer newsroom-secret" } };
const ask = (path: string) => request(path, AUTHORIZED);

type Listed = {
  readonly articles: { id: string; title: string; state: string; progress: string }[];
  readonly next: string | null;
};
const list = async (feed: string, query = ""): Promise<Listed> =>
  (await ask(`/feeds/${feed}/articles${query}`)).json();

describe("the list of what there is", () => {
  it("says of each where it stands, the latest change first", async () => {
    const feed = freshFeed();
    const live = await accepted(feed, { id: "live", title: "Live" });
    await accepted(feed, { id: "draft", title: "Draft", status: "draft" });
    const date_published = new Date(Date.now() + 3_600_000).toISOString();
    await accepted(feed, { id: "later", title: "Later", date_published });
    const gone = await accepted(feed, { id: "gone", title: "Gone" });
    await withdraw(feed, gone.key);
    await progressIs(feed, live.key, "announced");
    await progressIs(feed, gone.key, "announced");
    const { articles, next } = await list(feed);
    expect(articles[0]?.id).toBe("gone");
    expect(
      Object.fromEntries(articles.map(({ id, state, progress }) => [id, `${state} ${progress}`])),
    ).toEqual({
      gone: "tombstone announced",
      later: "scheduled scheduled",
      draft: "draft draft",
      live: "live announced",
    });
    expect(next).toBeNull();
    for (const [status, ids] of Object.entries({
      live: ["live"],
      draft: ["draft"],
      scheduled: ["later"],
      withdrawn: ["gone"],
    }))
      expect((await list(feed, `?status=${status}`)).articles.map(({ id }) => id)).toEqual(ids);
  });

  it("can be paged through, and each is met once", async () => {
    const feed = freshFeed();
    for (let at = 0; at < 7; at += 1)
      await accepted(feed, { id: `a${at}`, title: `A ${at}`, status: at % 2 ? "draft" : null });
    const met: string[] = [];
    let path: string | null = `/feeds/${feed}/articles?limit=3`;
    while (path !== null) {
      const page: Listed = await (await ask(path)).json();
      expect(page.articles.length).toBeLessThanOrEqual(3);
      met.push(...page.articles.map(({ id }) => id));
      path = page.next === null ? null : page.next.replace("https://wire.test", "");
    }
    expect(met.toSorted()).toEqual(["a0", "a1", "a2", "a3", "a4", "a5", "a6"]);
  });

  it.each([
    "?status=published",
    "?limit=0",
    "?limit=201",
    "?after=x",
    "?state=live",
    "?status=live&status=draft",
  ])("%s is refused, not taken for no filter", async (query) => {
    const response = await ask(`/feeds/${freshFeed()}/articles${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:query-invalid" });
  });

  it.each([
    "/feeds/t0/articles",
    "/feeds/no-such-feed/articles",
    "/feeds/t0/receipts/x",
    "/feeds/t0/articles/0000000000000000/revisions/1",
  ])("%s is for publishers alone", async (path) => {
    const calls = controls.objectCalls;
    expect((await request(path)).status).toBe(401);
    expect(controls.objectCalls).toBe(calls);
  });
});

describe("an article's revisions", () => {
  it("are listed, and each has its submission and its receipt", async () => {
    const feed = freshFeed();
    const first = await accepted(feed, { id: "a", title: "One" });
    const second = await accepted(feed, "# One\n\nTwo", { type: "text/markdown" });
    const third = await accepted(feed, { id: "a", title: "Three" });
    expect(second.key).not.toBe(first.key);
    const { revisions } = (await reading(feed, first.key)) as unknown as {
      revisions: { revision: number; mediaType: string }[];
    };
    expect(revisions).toMatchObject([
      { revision: 2, mediaType: "application/json", publisher: "newsroom" },
      { revision: 1, mediaType: "application/json", publisher: "newsroom" },
    ]);
    const kept = await (await ask(`/feeds/${feed}/articles/${first.key}/revisions/2`)).json();
    expect(kept).toMatchObject({ revision: 2, submission: '{"id":"a","title":"Three"}', receipt: third });
  });

  it("in another character set come as they were, in base64", async () => {
    const feed = freshFeed();
    const body = new Uint8Array([0x43, 0x61, 0x66, 0xe9]);
    const { key } = await accepted(feed, body, { type: "text/plain; charset=iso-8859-1" });
    const kept = await (await ask(`/feeds/${feed}/articles/${key}/revisions/1`)).json();
    expect(kept).toMatchObject({ submissionBase64: btoa("Caf\xe9") });
  });

  it("that aren't there, or were purged, are 404", async () => {
    const feed = freshFeed();
    const { key } = await accepted(feed, { id: "a", title: "One" });
    for (const revision of ["2", "0", "01", "x", "9999999999"])
      expect((await ask(`/feeds/${feed}/articles/${key}/revisions/${revision}`)).status).toBe(404);
    await withdraw(feed, key, {}, "?purge=1");
    expect((await ask(`/feeds/${feed}/articles/${key}/revisions/1`)).status).toBe(404);
  });
});

describe("a receipt", () => {
  it("can be asked for again by its idempotency key, by who had it", async () => {
    const feed = freshFeed();
    const response = await post(feed, { body: { title: "One" }, headers: { "Idempotency-Key": "k1" } });
    const receipt = await response.json();
    const again = await ask(`/feeds/${feed}/receipts/k1`);
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(receipt);
    const desk = await request(`/feeds/${feed}/receipts/k1`, {
      headers: { Authorization: "Bearer desk-secret" },
    });
    expect(desk.status).toBe(404);
    expect((await ask(`/feeds/${feed}/receipts/other`)).status).toBe(404);
  });
});

it("a receipt that is older than seven days is not there, nor one of a batch", async () => {
  const feed = freshFeed();
  const headers = { "Idempotency-Key": "k2" };
  await post(feed, { body: [{ title: "One" }], headers });
  expect((await ask(`/feeds/${feed}/receipts/k2`)).status).toBe(404);
  await post(feed, { body: { title: "Two" }, headers: { "Idempotency-Key": "k3" } });
  await runInDurableObject(journal(feed), async (_, state) => {
    state.storage.sql.exec("UPDATE answers SET expires_at = 1");
  });
  expect((await ask(`/feeds/${feed}/receipts/k3`)).status).toBe(404);
});

describe("a dry run", () => {
  const dry = (feed: string, body: unknown) =>
    request(`/feeds/${feed}/articles?dry_run=1`, {
      method: "POST",
      headers: { ...AUTHORIZED.headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  const rowsOf = (feed: string) =>
    runInDurableObject(journal(feed), async (_, state) => {
      const count = (table: string) =>
        state.storage.sql.exec(`SELECT count(*) AS n FROM ${table}`).one()["n"];
      const tables = [
        "articles",
        "bodies",
        "submissions",
        "answers",
        "facts",
        "due",
        "labels",
        "label_facts",
      ];
      return {
        rows: tables.map((table) => `${table} ${count(table)}`),
        alarm: await state.storage.getAlarm(),
      };
    });

  it("answers what would be, shows each form, and stores nothing", async () => {
    const feed = freshFeed();
    await list(feed); // makes the journal's tables
    const before = await rowsOf(feed);
    const body = { id: "a", title: "One", content_html: "<p>x</p><script>y</script>", tags: ["t"] };
    const response = await dry(feed, body);
    expect(response.status).toBe(200);
    const would = await response.json<{ forms: Record<string, unknown>; key: string }>();
    expect(would).toMatchObject({
      dryRun: true,
      status: "accepted",
      revision: 1,
      dropped: [{ rule: "element-not-allowed" }],
      article: { title: "One", contentHtml: "<p>x</p>" },
      forms: {
        rss: expect.stringContaining("<title>One</title>"),
        atom: expect.stringContaining("<entry>"),
        json: { title: "One", content_html: "<p>x</p>" },
        page: expect.stringMatching(/^<!doctype html>/i),
        amp: expect.stringContaining("<style amp-custom"),
      },
    });
    expect(await rowsOf(feed)).toEqual(before);
    const real = await accepted(feed, body);
    expect(real.key).toBe(would.key);
  });

  it("says of a change what it would be", async () => {
    const feed = freshFeed();
    const { key, feedVersion } = await accepted(feed, {
      id: "a",
      title: "One",
      date_modified: "2026-11-20T10:00:00Z",
    });
    await publishedAs(feed, feedVersion);
    await isQuiet(feed);
    const before = await rowsOf(feed);
    const would = async (body: unknown) =>
      await (await dry(feed, body)).json<{ status: string; revision: number }>();
    expect(await would({ id: "a", title: "One", date_modified: "2026-11-20T10:00:00Z" })).toMatchObject({
      status: "unchanged",
    });
    expect(await would({ id: "a", title: "Old", date_modified: "2026-11-19T10:00:00Z" })).toMatchObject({
      status: "stale",
    });
    expect(await would({ id: "a", title: "Two", date_modified: "2026-11-21T10:00:00Z" })).toMatchObject({
      status: "accepted",
      revision: 2,
    });
    expect(await rowsOf(feed)).toEqual(before);
    expect(await reading(feed, key)).toMatchObject({ article: { title: "One" } });
  });

  it("of a batch answers each for itself", async () => {
    const response = await dry(freshFeed(), [{ title: "One" }, { title: 7 }]);
    expect(await response.json()).toMatchObject({
      dryRun: true,
      results: [
        { status: 201, article: { title: "One" } },
        { status: 422, problem: { status: 422 } },
      ],
    });
  });

  it("of a PUT to nothing is 404, and one that is misspelt is refused", async () => {
    const feed = freshFeed();
    const body = { title: "One" };
    expect((await put(feed, "0000000000000000?dry_run=1", { body })).status).toBe(404);
    for (const query of ["dry_run=true", "dry_run", "dry_run=1&dry_run=0"])
      expect((await put(feed, `0000000000000000?${query}`, { body })).status).toBe(400);
  });

  it("of a webhook that can't be read is refused as the webhook would be", async () => {
    const feed = freshHookFeed();
    const refused = await deliver(feed, {
      source: "standard",
      query: "?dry_run=1",
      body: saying({ title: "No id" }),
    });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ type: "urn:edgewire:problem:fields-invalid" });
  });

  it("of a list asks the journal once, and each result is in its place", async () => {
    const feed = freshHookFeed();
    const calls = controls.objectCalls;
    const items = [{ id: 1, title: "One" }, { title: "nobody" }, { id: 2, title: "Two" }];
    const response = await deliver(feed, {
      source: "list",
      query: "?dry_run=1",
      body: JSON.stringify({ items }),
    });
    expect(await response.json()).toMatchObject({
      dryRun: true,
      results: [{ article: { title: "One" } }, { status: 422 }, { article: { title: "Two" } }],
    });
    expect(controls.objectCalls).toBe(calls + 1);
  });

  it("of a webhook does the same", async () => {
    const feed = freshHookFeed();
    await list(feed);
    const before = await rowsOf(feed);
    const would = await deliver(feed, {
      source: "standard",
      query: "?dry_run=1",
      body: saying({ id: "a", title: "One" }),
    });
    expect(await would.json()).toMatchObject({ dryRun: true, status: "accepted", article: { title: "One" } });
    const out = await deliver(feed, {
      source: "standard",
      query: "?dry_run=1",
      body: saying({ id: "a", status: "draft" }),
    });
    expect(await out.json()).toMatchObject({ dryRun: true, status: "withdrawn", forms: null });
    expect(await rowsOf(feed)).toEqual(before);
  });
});
