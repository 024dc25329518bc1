// Micropub beyond its common cases: what is refused, and to whom; what may be asked.

import { describe, expect, it } from "vitest";
import { accepted, publishedAs, request } from "./client.ts";
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
      "another post-status",
      { properties: { content: ["x"], "post-status": ["private"] } },
      '/post-status must be "published" or "draft".',
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
