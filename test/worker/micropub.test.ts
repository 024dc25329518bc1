// Micropub beyond its common cases: what must be refused, what must not be lost.

import { describe, expect, it } from "vitest";
import { accepted, post, publishedAs, reading, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls } from "./main.ts";
import {
  ask,
  create,
  createdAt,
  errorOf,
  sendForm,
  sendJson,
  sendMultipart,
  sourceOf,
} from "./micropub-client.ts";

const update = (feed: string, body: Readonly<Record<string, unknown>>): Promise<Response> =>
  sendJson(feed, { action: "update", ...body });

const articleOf = async (feed: string, url: string) => (await reading(feed, url.slice(-16))).article;

const NOT_THERE = "/url is the address of no article of this feed.";

describe("what can't be used", () => {
  it.each<[string, unknown, string]>([
    ["no object", [], "The article must be a JSON object."],
    ["no properties", {}, "/properties must be an object of properties."],
    [
      "a value without a list",
      { properties: { content: "x" } },
      "/properties/content must be a list of values.",
    ],
    ["another type", { type: ["h-event"], properties: {} }, '/type must be ["h-entry"].'],
    ["another action", { action: "like", url: "x" }, '/action must be "update", "delete" or "undelete".'],
    ["no address", { action: "delete" }, "/url must be the article's address."],
    ["an update of nothing", { action: "update", url: "x" }, "/replace must be there, or add, or delete."],
    [
      "a removal by number",
      { action: "update", url: "x", delete: [1] },
      "/delete must be a list of names, or an object of properties.",
    ],
    [
      "an addition that is no list",
      { action: "update", url: "x", add: { category: "a" } },
      "/add/category must be a list of values.",
    ],
    [
      "a draft",
      { properties: { content: ["x"], "post-status": ["draft"] } },
      '/post-status must be "published": drafts are not kept.',
    ],
    [
      "what is for few",
      { properties: { content: ["x"], visibility: ["private"] } },
      '/visibility must be "public": what is taken is published for everybody.',
    ],
    [
      "a date that is none",
      { properties: { content: ["x"], published: ["soon"] } },
      "/published must be a date as in 2026-11-20T10:05:00Z (RFC 3339).",
    ],
    [
      "nothing to read",
      { properties: { category: ["x"] } },
      "The article must have a title or content that is left after cleaning.",
    ],
  ])("answers %s with 400 and why", async (_, body, description) => {
    expect(await errorOf(sendJson("t0", body))).toEqual([400, "invalid_request", description]);
  });

  it.each([
    ["JSON that is none", "{", "application/json", 400],
    ["JSON nested too deep", `${"[".repeat(1_000)}${"]".repeat(1_000)}`, "application/json", 400],
    ["an update in a form", "action=update&url=x", "application/x-www-form-urlencoded", 400],
    ["an unknown action in a form", "action=x", "application/x-www-form-urlencoded", 400],
    ["bytes that are no UTF-8", "h=entry&content=%E9t%E9", "application/x-www-form-urlencoded", 400],
    ["an unknown charset", "h=entry", "application/x-www-form-urlencoded; charset=klingon", 415],
    ["an empty body", "", "application/x-www-form-urlencoded", 400],
    ["multipart without a boundary", "x", "multipart/form-data", 400],
    ["multipart that breaks off", "--b\r\nContent-Dis", "multipart/form-data; boundary=b", 400],
    ["another media type", "hello", "text/plain", 415],
    ["no media type", "hello", "", 415],
    [
      "a body that is too large",
      `content=${"a".repeat(1_048_576)}`,
      "application/x-www-form-urlencoded",
      413,
    ],
  ])("answers %s as Micropub does", async (_, body, type, status) => {
    const answer = sendForm("t0", body, { headers: { "Content-Type": type } });
    expect((await errorOf(answer)).slice(0, 2)).toEqual([status, "invalid_request"]);
  });

  it("says which media types it takes, and that a body must not be compressed", async () => {
    const plain = await sendForm("t0", "x", { headers: { "Content-Type": "text/plain" } });
    expect(plain.headers.get("Accept")).toBe(
      "application/x-www-form-urlencoded, multipart/form-data, application/json",
    );
    const packed = await sendMultipart("t0", [["content", "x"]], { headers: { "Content-Encoding": "gzip" } });
    expect([packed.status, packed.headers.get("Accept-Encoding")]).toEqual([415, "identity"]);
  });

  it.each([
    ["of another site", "https://elsewhere.test/feeds/t1/articles/x-0123456789abcdef"],
    ["of another feed", "https://wire.test/feeds/t2/articles/x-0123456789abcdef"],
    ["of no article", "https://wire.test/feeds/t1/articles/x-0123456789abcdef"],
    ["below an article", "https://wire.test/feeds/t1/articles/x-0123456789abcdef/amp"],
    ["that is none", "x"],
  ])("knows no article at an address %s", async (_, url) => {
    for (const action of ["delete", "undelete"])
      expect(await errorOf(sendJson("t1", { action, url }))).toEqual([400, "invalid_request", NOT_THERE]);
    expect(await errorOf(update("t1", { url, replace: { name: ["x"] } }))).toEqual([
      400,
      "invalid_request",
      NOT_THERE,
    ]);
    expect((await ask("t1", `?q=source&url=${encodeURIComponent(url)}`)).status).toBe(400);
  });

  it("takes nothing for a feed that has ended", async () => {
    const answer = sendForm("ended", "h=entry&content=x");
    expect((await errorOf(answer)).slice(0, 2)).toEqual([403, "forbidden"]);
  });
});

describe("the token", () => {
  it("is asked for before anything else is told", async () => {
    const calls = controls.objectCalls;
    for (const [feed, body] of [
      ["t0", "{"],
      ["t0", "h=entry&content=x&access_token=wrong"],
      ["no-such-feed", "h=entry&content=x&access_token=newsroom-secret"],
    ] as const) {
      const answer = sendForm(feed, body, { token: null });
      expect((await errorOf(answer)).slice(0, 2)).toEqual([401, "unauthorized"]);
    }
    expect((await errorOf(ask("t0", "?q=config", { token: "wrong" }))).slice(0, 2)).toEqual([
      401,
      "unauthorized",
    ]);
    expect(controls.objectCalls).toBe(calls);
  });

  it("may stand in a multipart or JSON body, and is kept of neither", async () => {
    const feed = freshFeed();
    const parts = [
      ["content", "As parts"],
      ["access_token", "newsroom-secret"],
    ] as const;
    await createdAt(sendMultipart(feed, parts, { token: null }));
    const properties = { content: ["As JSON"], access_token: ["newsroom-secret"] };
    const body = { access_token: "newsroom-secret", properties };
    const url = await createdAt(sendJson(feed, body, { token: null }));
    expect(await sourceOf(feed, url)).not.toHaveProperty("access_token");
  });

  it("comes once: twice in the body is once too often", async () => {
    const body = "content=x&access_token=newsroom-secret&access_token=newsroom-secret";
    expect((await errorOf(sendForm("t0", body, { token: null })))[0]).toBe(400);
  });

  it.each([
    ["create", [201, 403, 403, 403, 403]],
    ["update", [403, 200, 403, 403, 200]],
    ["delete", [403, 403, 200, 200, 403]],
    ["read", [403, 403, 403, 403, 200]],
    ["media", [403, 403, 403, 403, 403]],
  ])("with the scope %s is for that alone", async (scope, statuses) => {
    const feed = `only-${scope}`;
    const url = await create(feed, { content: ["Mine"] });
    const token = "desk-secret";
    const answers = [
      await sendForm(feed, "h=entry&content=Theirs", { token }),
      await sendJson(feed, { action: "update", url, replace: { name: ["Theirs"] } }, { token }),
      await sendJson(feed, { action: "delete", url }, { token }),
      await sendJson(feed, { action: "undelete", url }, { token }),
      await ask(feed, `?q=source&url=${encodeURIComponent(url)}`, { token }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(statuses);
    expect((await ask(feed, "?q=config", { token })).status).toBe(200);
  });
});

describe("an update", () => {
  it("leaves alone what Micropub has no word for", async () => {
    const feed = freshFeed();
    const { url } = await accepted(feed, {
      id: "harbour-1",
      url: "https://publisher.test/harbour",
      title: "The harbour",
      content_html: '<p>Mind the <a href="/step">step</a>.</p>',
      language: "de-DE",
      image: "https://publisher.test/1.jpg",
      image_caption: "At noon",
      image_credit: "Harbour Archive",
      image_width: 16,
      image_height: 9,
      episode: 7,
      date_published: "2026-11-20T10:05:00Z",
      attachments: [
        { url: "https://publisher.test/1.mp3", mime_type: "audio/mpeg", size_in_bytes: 99, title: "Sound" },
        { url: "https://publisher.test/1.pdf", mime_type: "application/pdf" },
      ],
    });
    const before = await articleOf(feed, url);
    const photo = [{ value: "https://publisher.test/1.jpg" }];
    const change = { replace: { content: [{ html: '<p>Mind the <a href="/mud">mud</a>.</p>' }], photo } };
    expect((await update(feed, { url, ...change, add: { category: ["tides"] } })).status).toBe(200);
    expect(await articleOf(feed, url)).toEqual({
      ...Object(before),
      contentHtml: '<p>Mind the <a href="https://publisher.test/mud">mud</a>.</p>',
      tags: ["tides"],
      updatedAt: expect.any(Number),
    });
  });

  it("removes a file by its address, however it is described", async () => {
    const feed = freshFeed();
    const url = await create(feed, {
      content: ["x"],
      photo: ["https://a.test/1.jpg", { value: "https://a.test/2.png", alt: "Two" }],
      audio: ["https://a.test/3.mp3"],
    });
    await update(feed, { url, delete: { photo: ["https://a.test/2.png"] } });
    expect(await sourceOf(feed, url)).toMatchObject({
      photo: ["https://a.test/1.jpg"],
      audio: ["https://a.test/3.mp3"],
    });
  });

  it("keeps the address, but for an mp-slug: then says the new one", async () => {
    const feed = freshFeed();
    const url = await create(feed, { name: ["The tide"], content: ["x"] });
    const renamed = await update(feed, { url, replace: { name: ["The flood"] } });
    expect([renamed.status, renamed.headers.get("Location")]).toEqual([200, url]);
    const moved = await update(feed, { url, replace: { "mp-slug": ["flood"] } });
    const key = url.slice(-16);
    expect([moved.status, moved.headers.get("Location")]).toEqual([
      201,
      `https://wire.test/feeds/${feed}/articles/flood-${key}`,
    ]);
  });

  it("adds no second value to what has one only", async () => {
    const feed = freshFeed();
    const url = await create(feed, { name: ["One"] });
    expect(await errorOf(update(feed, { url, add: { name: ["Two"] } }))).toEqual([
      400,
      "invalid_request",
      "/add/name has a value, and can have one only: use replace.",
    ]);
  });

  it("must leave something to read, and not be older than what is there", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"], updated: ["2026-11-20T10:05:00Z"] });
    expect((await errorOf(update(feed, { url, delete: ["content"] })))[2]).toMatch(/^The article must have/);
    const older = update(feed, { url, replace: { content: ["y"], updated: ["2026-11-19T10:05:00Z"] } });
    expect((await errorOf(older))[2]).toMatch(/^\/updated is older/);
    expect((await sourceOf(feed, url))["content"]).toEqual(["x"]);
  });

  it("is not lost when many come at once", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"] });
    const tags = ["a", "b", "c", "d"];
    const answers = await Promise.all(tags.map((tag) => update(feed, { url, add: { category: [tag] } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([...((await sourceOf(feed, url))["category"] ?? [])].sort()).toEqual(tags);
  });

  it("brings nothing back that was withdrawn, nor an undelete what was erased", async () => {
    const feed = freshFeed();
    const url = await create(feed, { content: ["x"] });
    await sendJson(feed, { action: "delete", url });
    const change = update(feed, { url, replace: { content: ["y"] } });
    expect((await errorOf(change))[2]).toBe("This article was withdrawn. Undelete it first.");
    expect((await ask(feed, `?q=source&url=${encodeURIComponent(url)}`)).status).toBe(400);
    await withdraw(feed, url.slice(-16), {}, "?purge=1");
    const undelete = sendJson(feed, { action: "undelete", url });
    expect((await errorOf(undelete))[2]).toBe("This article was erased: nothing of it is left.");
  });
});

describe("a create", () => {
  it("sent again is the same article; with a key or a date of its own it is another", async () => {
    const feed = freshFeed();
    const at = (day: number) =>
      create(feed, { content: ["Good morning"], published: [`2026-11-0${day}T08:00:00Z`] });
    const first = await at(1);
    expect(await at(1)).toBe(first);
    expect(await at(2)).not.toBe(first);
    const keyed = (key: string) =>
      createdAt(sendForm(feed, "content=Good+morning", { headers: { "Idempotency-Key": key } }));
    const one = await keyed("one");
    expect(await keyed("one")).toBe(one);
    expect(await keyed("two")).not.toBe(one);
  });

  it("replays a key, and refuses it with another request", async () => {
    const feed = freshFeed();
    const headers = { "Idempotency-Key": "k" };
    await createdAt(sendForm(feed, "content=One", { headers }));
    const again = await sendForm(feed, "content=One", { headers });
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    const other = sendForm(feed, "content=Two", { headers });
    expect((await errorOf(other)).slice(0, 2)).toEqual([400, "invalid_request"]);
    const unusable = sendForm(feed, "content=Two", { headers: { "Idempotency-Key": "a b" } });
    expect((await errorOf(unusable))[0]).toBe(400);
  });

  it("says what it had no use for, and what of a link and an author it read", async () => {
    const feed = freshFeed();
    const author = { type: ["h-card"], properties: { name: ["Harbour Desk"], url: ["https://a.test/desk"] } };
    const properties = {
      name: ["A link"],
      "in-reply-to": [{ type: ["h-cite"], properties: { url: ["https://b.test/1"] } }],
      author: [author],
      rsvp: ["yes"],
      "mp-syndicate-to": [],
      summary: ["One.", "Two."],
    };
    const answer = await sendJson(feed, { properties });
    const { url, dropped } = await answer.json<{ url: string; dropped: unknown }>();
    expect(dropped).toEqual([
      { rule: "unknown-property", detail: "rsvp" },
      { rule: "command-not-done", detail: "mp-syndicate-to" },
      { rule: "one-value-only", detail: "summary" },
    ]);
    expect(await sourceOf(feed, url)).toMatchObject({
      "bookmark-of": ["https://b.test/1"],
      author: [author],
      summary: ["One."],
    });
  });

  it("takes mp-slug for the address, and HTML from a form", async () => {
    const feed = freshFeed();
    const body = "h=entry&name=Long+title&content[html]=<p>Mind+the+<em>step</em></p>&mp-slug=short";
    const url = await createdAt(sendForm(feed, body));
    expect(url).toMatch(/\/articles\/short-[0-9a-z]{16}$/);
    expect((await sourceOf(feed, url))["content"]).toEqual([{ html: "<p>Mind the <em>step</em></p>" }]);
  });

  it("cleans HTML as every way in does", async () => {
    const feed = freshFeed();
    const html = '<p onclick="x()">Safe</p><script>alert(1)</script>';
    const url = await create(feed, { content: [{ html }] });
    expect((await sourceOf(feed, url))["content"]).toEqual(["Safe"]);
    const named = await sendJson(
      feed,
      '{"properties":{"content":["x"],"__proto__":["y"],"constructor":["z"]}}',
    );
    expect(named.status).toBe(201);
  });
});

describe("a question", () => {
  it("q=category lists the feed's tags, or those with some letters", async () => {
    const feed = freshFeed();
    const { feedVersion } = await accepted(feed, { title: "One", tags: ["Tides", "Harbour", "High tide"] });
    await publishedAs(feed, feedVersion);
    const categories = async (query: string) =>
      (await (await ask(feed, query)).json<{ categories: string[] }>()).categories.sort();
    expect(await categories("?q=category")).toEqual(["harbour", "high tide", "tides"]);
    expect(await categories("?q=category&filter=TIDE")).toEqual(["high tide", "tides"]);
    expect(await categories("?q=category&search=harb")).toEqual(["harbour"]);
  });

  it.each(["?q=nothing", "?q=source", "?q="])("%s is answered with 400", async (query) => {
    expect((await errorOf(ask("t0", query))).slice(0, 2)).toEqual([400, "invalid_request"]);
  });

  it("may come from a script of another site, and other methods are named", async () => {
    const preflight = await request("/feeds/t0/micropub", { method: "OPTIONS" });
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Headers")]).toEqual([
      204,
      "Authorization, Content-Type, Idempotency-Key",
    ]);
    const config = await ask("t0", "?q=config");
    expect(config.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const put = await request("/feeds/t0/micropub", { method: "PUT" });
    expect([put.status, put.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });
});

describe("scopes of the other ways in", () => {
  it.each([
    ["create", [201, 403, 403, 403]],
    ["update", [403, 200, 403, 403]],
    ["delete", [403, 403, 403, 200]],
    ["read", [403, 403, 200, 403]],
  ])("%s is for that alone", async (scope, statuses) => {
    const feed = `only-${scope}`;
    const { key } = await accepted(feed, { id: "scoped", title: "Mine" });
    const headers = { Authorization: "Bearer desk-secret", "Content-Type": "application/json" };
    const path = `/feeds/${feed}/articles/${key}`;
    const answers = [
      await post(feed, { body: { id: "theirs", title: "Theirs" }, token: "desk-secret" }),
      await request(path, { method: "PUT", headers, body: JSON.stringify({ title: "Theirs" }) }),
      await request(path, { headers }),
      await request(path, { method: "DELETE", headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(statuses);
    const refused = answers.find(({ status }) => status === 403);
    expect(refused?.headers.get("WWW-Authenticate")).toMatch(/error="insufficient_scope", scope="\w+"$/);
    expect(await refused?.json()).toMatchObject({ type: "urn:edgewire:problem:insufficient-scope" });
  });
});
