import { expect, it } from "vitest";
import { isQuiet, ORIGIN, pause, publishedAs, readDocument, request, titlesOf } from "./client.ts";
import { deliver, freshHookFeed, saying } from "./hook-feeds.ts";
import { controls, restoreControls } from "./main.ts";

const OTHER_SECRET = "whsecElseElseElseElseElseElseElseElseElseElseElseElseElseElseEls";

const receipt = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return response.json<{ status: string; feedVersion: number; key: string; revision: number }>();
};

const titlesNow = async (feed: string, version: number) =>
  titlesOf(await publishedAs(feed, version, "feed.json"));

it("publishes what a source sends", async () => {
  const feed = freshHookFeed();
  const response = await deliver(feed, {
    source: "standard",
    body: saying({ id: 1, title: "The tide is in" }),
  });
  expect(response.status).toBe(201);
  const { feedVersion, status } = await receipt(response);
  expect(status).toBe("accepted");
  expect(await titlesNow(feed, feedVersion)).toEqual(["The tide is in"]);
});

it("takes an edit for what it is, and a withdrawal", async () => {
  const feed = freshHookFeed();
  const send = (body: string) => deliver(feed, { source: "standard", body });
  await send(saying({ id: "a", title: "One" }));
  const edited = await receipt(await send(saying({ id: "a", title: "Two" })));
  expect(edited.revision).toBe(2);
  const withdrawn = await receipt(await send(saying({ id: "a", status: "draft" })));
  expect(withdrawn.status).toBe("withdrawn");
  expect(await titlesNow(feed, withdrawn.feedVersion)).toEqual([]);
});

it("answers a delivery that comes again as it did before, a hundred times", async () => {
  const feed = freshHookFeed();
  const send = () =>
    deliver(feed, { source: "standard", id: "again", body: saying({ id: "a", title: "One" }) });
  const first = await send();
  const text = await first.text();
  for (let nth = 0; nth < 100; nth += 1) {
    const again = await send();
    expect(again.status).toBe(201);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await again.text()).toBe(text);
  }
});

it("refuses another body under a delivery's id", async () => {
  const feed = freshHookFeed();
  const send = (title: string) =>
    deliver(feed, { source: "standard", id: "same", body: saying({ id: "a", title }) });
  await send("One");
  const reused = await send("Two");
  expect(reused.status).toBe(422);
  expect(await reused.json()).toMatchObject({ type: "urn:edgewire:problem:delivery-id-reused" });
});

it("knows a GitHub-style delivery by its id and its body: the same text may come back later", async () => {
  const feed = freshHookFeed();
  const send = (id: string, title: string) =>
    deliver(feed, { source: "github", id, body: saying({ id: "a", title }) });
  await send("1", "One");
  await send("2", "Two");
  const back = await receipt(await send("3", "One"));
  expect(back.revision).toBe(3);
  const replayed = await send("2", "Two");
  expect(replayed.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await titlesNow(feed, back.feedVersion)).toEqual(["One"]);
});

it("answers all that isn't genuine alike, and tells nobody what there is", async () => {
  const feed = freshHookFeed();
  const body = saying({ id: "a", title: "Forged" });
  const calls = controls.objectCalls;
  const forged = [
    await deliver(feed, { source: "standard", body, secret: OTHER_SECRET }),
    await deliver(feed, { source: "unset", body }),
    await deliver(feed, { source: "bearer", body, secret: "" }),
    await deliver(feed, { source: "token", body, secret: "x".repeat(10_000) }),
    await deliver("elsewhere", { source: "standard", body }),
    await request(`/feeds/${feed}/hooks/standard`, { method: "POST", body }),
    await request(`/feeds/${feed}/hooks/no-such-source`, { method: "POST", body }),
    await request("/feeds/no-such-feed/hooks/standard", { method: "POST", body }),
    await request("/feeds/hooks-ended/hooks/standard", { method: "POST", body }),
    await request(`/feeds/${feed}/hooks/__proto__`, { method: "POST", body }),
  ];
  const texts = await Promise.all(forged.map((response) => response.text()));
  expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401]));
  expect(new Set(texts).size).toBe(1);
  expect(new Set(forged.map(({ headers }) => JSON.stringify([...headers]))).size).toBe(1);
  expect(controls.objectCalls).toBe(calls);
});

it("never answers 410, at which Ghost deletes the webhook", async () => {
  const response = await deliver("hooks-ended", {
    source: "standard",
    body: saying({ id: "a", title: "Late" }),
  });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:hook-feed-retired" });
});

it.each([
  ["a ping", { event: "ping" }, "a test"],
  ["what is no article", { event: "user.created", id: "u1", title: "Jo" }, "not about an article"],
])("acknowledges %s and changes nothing", async (_, body, reason) => {
  const feed = freshHookFeed();
  const calls = controls.objectCalls;
  const response = await deliver(feed, { source: "standard", body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ignored", reason });
  expect(controls.objectCalls).toBe(calls);
});

const FOUR_MIB = 4 * 1_048_576;

it.each([
  ["broken", "{", {}, 400, "json-invalid"],
  ["empty", "", {}, 400, "body-empty"],
  ["no object", "7", {}, 200, null],
  ["a list", "[]", {}, 200, null],
  ["without an id", saying({ title: "x" }), {}, 422, "fields-invalid"],
  ["with a list for an id", '{"event":"post.saved","status":"live","id":[]}', {}, 422, "fields-invalid"],
  ["without anything to read", saying({ id: "a" }), {}, 422, "fields-invalid"],
  [
    "mislabelled as text",
    saying({ id: "a", title: "x" }),
    { "content-type": "text/plain" },
    415,
    "media-type-unsupported",
  ],
  [
    "mislabelled as a form",
    saying({ id: "a", title: "x" }),
    { "content-type": "application/x-www-form-urlencoded" },
    415,
    "media-type-unsupported",
  ],
  [
    "compressed",
    saying({ id: "a", title: "x" }),
    { "content-encoding": "gzip" },
    415,
    "content-encoding-unsupported",
  ],
  ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400, "charset-mismatch"],
  ["too deep", `${"[".repeat(65)}${"]".repeat(65)}`, {}, 422, "json-too-deep"],
  ["oversized", `{"id":"${"x".repeat(FOUR_MIB)}"}`, {}, 413, "body-too-large"],
])("a body that is %s is answered clearly, and nothing is stored", async (_, body, headers, status, type) => {
  const feed = freshHookFeed();
  const calls = controls.objectCalls;
  const response = await deliver(feed, { source: "standard", body, headers });
  expect(response.status).toBe(status);
  if (type !== null) expect(await response.json()).toMatchObject({ type: `urn:edgewire:problem:${type}` });
  expect(controls.objectCalls).toBe(calls);
});

it("leaves out what it can't use of a genuine article, and says so", async () => {
  const feed = freshHookFeed();
  const body = JSON.stringify({
    event: "post.saved",
    status: "live",
    id: "a",
    title: { en: "One" },
    body: "<p>Text</p>",
    published: "soon",
  });
  const response = await deliver(feed, { source: "standard", body });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    dropped: [
      { rule: "field-not-usable", detail: "title must be a text" },
      {
        rule: "field-not-usable",
        detail: "date_published must be a date as in 2026-11-20T10:05:00Z (RFC 3339)",
      },
    ],
  });
});

it("answers 503 while its journal can't be reached, and takes the same delivery afterwards", async () => {
  const feed = freshHookFeed();
  const send = () => deliver(feed, { source: "standard", id: "d1", body: saying({ id: "a", title: "One" }) });
  controls.isJournalDown = true;
  const down = await send();
  controls.isJournalDown = false;
  expect(down.status).toBe(503);
  expect(down.headers.get("Retry-After")).toBe("5");
  expect((await send()).status).toBe(201);
});

it("asks its journal once more where a call fails, as one does that meets a deploy", async () => {
  const feed = freshHookFeed();
  controls.failingCalls = 1;
  const response = await deliver(feed, { source: "standard", body: saying({ id: "a", title: "One" }) });
  expect(response.status).toBe(201);
  expect(controls.failingCalls).toBe(0);
  expect(controls.logged).toContainEqual(expect.objectContaining({ event: "journal_asked_again", feed }));
});

it("is published in steps that leave room for who waits for an answer", async () => {
  const feed = freshHookFeed();
  const items = Array.from({ length: 60 }, (_, at) => ({ id: at, title: `Article ${at}` }));
  controls.beforePut = () => pause(30); // ten steps of six: longer than anybody should wait
  const before = controls.roomsMade;
  await deliver(feed, { source: "list", body: JSON.stringify({ event: "saved", items }) });
  await isQuiet(feed);
  restoreControls();
  expect(controls.roomsMade - before).toBeGreaterThanOrEqual(2);
});

it("takes a delivery of more than a megabyte, and refuses an article that no row holds", async () => {
  const feed = freshHookFeed();
  const sent = (over: object) =>
    deliver(feed, {
      source: "standard",
      body: JSON.stringify({ event: "post.saved", status: "live", id: "a", title: "One", ...over }),
    });
  expect((await sent({ more: "x".repeat(3_000_000) })).status).toBe(201);
  const refused = await sent({ body: `<p>${"x".repeat(3_000_000)}</p>` });
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ type: "urn:edgewire:problem:article-too-large" });
});

it("says what a hook's address answers", async () => {
  const response = await request("/feeds/no-such-feed/hooks/standard");
  expect(response.status).toBe(405);
  expect(response.headers.get("Allow")).toBe("POST");
});

it("takes a list of articles, each for itself, and a list of keys", async () => {
  const feed = freshHookFeed();
  const items = [{ id: 1, title: "One" }, { title: "nobody" }, { id: 2, title: "Two" }];
  const taken = await deliver(feed, { source: "list", body: JSON.stringify({ event: "saved", items }) });
  expect(taken.status).toBe(200);
  const { results } = await taken.json<{ results: { status: number; receipt?: { url: string } }[] }>();
  expect(results.map(({ status }) => status)).toEqual([201, 422, 201]);

  const gone = await deliver(feed, {
    source: "list",
    body: JSON.stringify({ event: "deleted", items: ["1", 2] }),
  });
  expect(await gone.json()).toMatchObject({
    results: [{ receipt: { status: "withdrawn" } }, { receipt: { status: "withdrawn" } }],
  });
  await isQuiet(feed);
  expect(titlesOf(await readDocument(feed, "feed.json"))).toEqual([]);
});

it("takes up a list again where a retry comes, and answers it the same", async () => {
  const feed = freshHookFeed();
  const items = Array.from({ length: 150 }, (_, at) => ({ id: at, title: `Article ${at}` }));
  const send = () =>
    deliver(feed, { source: "list", id: "bulk", body: JSON.stringify({ event: "saved", items }) });
  const first = await (await send()).json<{ results: unknown[] }>();
  expect(first.results.length).toBe(150);
  const again = await send();
  expect(again.headers.get("Idempotency-Replayed")).toBe("true");
  expect(await again.json()).toEqual(first);
});

it("makes an address out of what an article says", async () => {
  const feed = freshHookFeed();
  await deliver(feed, { source: "list", body: JSON.stringify({ items: { id: "a b", title: "One" } }) });
  await isQuiet(feed);
  const [item] = JSON.parse(await readDocument(feed, "feed.json")).items;
  expect(item.url).toBe("https://publisher.test/a%20b");
});

it("tells nothing of the address in which a hook was asked for", async () => {
  const feed = freshHookFeed();
  const response = await deliver(feed, {
    source: "standard",
    query: "?x=1",
    body: saying({ id: "a", title: "One" }),
  });
  expect(
    (await response.json<{ url: string }>()).url.startsWith(`${ORIGIN}/feeds/${feed}/articles/one-`),
  ).toBe(true);
});
