// Bad input: each with its clear answer, nothing stored, and never a 500.

import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { accepted, ORIGIN, post, publishedAs, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { controls } from "./main.ts";

const JSON_TYPE = "application/json";
type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string }[];
};

describe("refused as it comes", () => {
  it.each<[string, string, BodyInit, number, string, string?]>([
    ["an empty body", JSON_TYPE, "", 400, "body-empty"],
    ["an empty text", "text/plain", " \n ", 400, "body-empty"],
    ["a form", "application/x-www-form-urlencoded", "title=x", 415, "media-type-unsupported"],
    ["XML", "application/xml", "<x/>", 415, "media-type-unsupported"],
    ["broken JSON", JSON_TYPE, '{"title":', 400, "json-invalid"],
    ["text said to be JSON", JSON_TYPE, "A title", 400, "json-invalid"],
    ["JSON in a wrong charset", "application/json; charset=klingon", "{}", 415, "charset-unsupported"],
    ["bytes that aren't UTF-8", JSON_TYPE, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400, "charset-mismatch"],
    [
      "a title of 10,000 characters",
      JSON_TYPE,
      JSON.stringify({ title: "x".repeat(10_000) }),
      422,
      "fields-invalid",
      "/title",
    ],
    ["wrong types", JSON_TYPE, '{"title":{"a":1},"tags":7}', 422, "fields-invalid", "/title"],
    ["nothing to read", JSON_TYPE, "{}", 422, "fields-invalid", ""],
    ["only control characters", JSON_TYPE, '{"title":"\\u0000\\u0001"}', 422, "fields-invalid", ""],
    ["a lone surrogate for an id", JSON_TYPE, '{"id":"\\ud800","title":"x"}', 422, "fields-invalid", "/id"],
    [
      "a huge date",
      JSON_TYPE,
      '{"title":"x","date_published":"275760-09-13T00:00:00Z"}',
      422,
      "fields-invalid",
      "/date_published",
    ],
    [
      "a date two years ahead",
      JSON_TYPE,
      `{"title":"x","date_published":"${new Date().getFullYear() + 2}-01-01T00:00:00Z"}`,
      422,
      "fields-invalid",
      "/date_published",
    ],
    [
      "100k nested lists",
      JSON_TYPE,
      `{"title":"x","a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      422,
      "json-too-deep",
    ],
    [
      "100k nested tags",
      JSON_TYPE,
      JSON.stringify({ title: "x", content_html: "<div>".repeat(100_000) }),
      422,
      "fields-invalid",
      "/content_html",
    ],
    ["a body over 1 MiB", "text/plain", "x".repeat(1_048_577), 413, "body-too-large"],
    [
      "an article that escaping makes too large",
      JSON_TYPE,
      JSON.stringify({ title: "x", content_html: "&lt;".repeat(260_000) }),
      413,
      "article-too-large",
    ],
  ])("%s", async (_, type, body, status, name, pointer) => {
    const feed = freshFeed();
    const response = await request(`/feeds/${feed}/articles`, {
      method: "POST",
      headers: { Authorization: "Bearer newsroom-secret", "Content-Type": type },
      body,
    });
    const problem = await response.json<Problem>();
    expect([response.status, problem.type]).toEqual([status, `urn:edgewire:problem:${name}`]);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(problem.status).toBe(status);
    expect(problem.detail.length).toBeGreaterThan(10);
    if (pointer !== undefined) expect(problem.errors?.[0]?.pointer).toBe(pointer);
    expect(JSON.stringify(problem)).not.toMatch(/ at .*\.ts|node_modules|stack/i);
    expect(await objectsOf(feed)).toBe(0);
  });

  it("a compressed body", async () => {
    const response = await post(freshFeed(), {
      body: { title: "x" },
      headers: { "Content-Encoding": "gzip" },
    });
    expect(response.status).toBe(415);
    expect(response.headers.get("Accept-Encoding")).toBe("identity");
    expect(await response.json()).toMatchObject({
      type: "urn:edgewire:problem:content-encoding-unsupported",
    });
  });

  it("says which media types it takes", async () => {
    const response = await post(freshFeed(), { body: "x", type: "application/pdf" });
    expect(response.headers.get("Accept")).toBe("application/json, text/markdown, text/html, text/plain");
  });
});

const objectsOf = async (feed: string): Promise<number> => {
  const id = env.FEED_JOURNAL.idFromName(feed).toString();
  return (await listDurableObjectIds(env.FEED_JOURNAL)).filter((one) => one.toString() === id).length;
};

describe("who can't prove who they are", () => {
  const requests: [string, (feed: string, headers: Record<string, string>) => Promise<Response>][] = [
    ["POST", (feed, headers) => request(`/feeds/${feed}/articles`, { method: "POST", headers, body: "x" })],
    [
      "PUT",
      (feed, headers) =>
        request(`/feeds/${feed}/articles/0000000000000000`, { method: "PUT", headers, body: "x" }),
    ],
    [
      "DELETE",
      (feed, headers) => request(`/feeds/${feed}/articles/0000000000000000`, { method: "DELETE", headers }),
    ],
    ["rebuild", (feed, headers) => request(`/feeds/${feed}/rebuild`, { method: "POST", headers })],
  ];

  it.each(requests)("%s: every way to fail is the same 401, and touches nothing", async (_, send) => {
    const feed = freshFeed();
    const calls = controls.objectCalls;
    const answers = [
      await send(feed, {}),
      await send(feed, { Authorization: "Bearer wrong" }),
      await send(feed, { Authorization: "Bearer " }),
      await send(feed, { Authorization: `Bearer ${"x".repeat(8_000)}` }),
      await send(feed, { Authorization: "Basic bmV3c3Jvb20tc2VjcmV0" }),
      await send("other-desk", { Authorization: "Bearer newsroom-secret" }),
      await send("no-such-feed", { Authorization: "Bearer newsroom-secret" }),
      await send("__proto__", { Authorization: "Bearer newsroom-secret" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(answers[0]?.headers.get("WWW-Authenticate")).toBe('Bearer realm="edgewire"');
    expect(controls.objectCalls).toBe(calls);
    expect(await objectsOf(feed)).toBe(0);
  });
});

describe("odd but harmless", () => {
  it("control characters, NULs and lone surrogates are taken out, and every format stays whole", async () => {
    const feed = freshFeed();
    const receipt = await accepted(
      feed,
      '{"title":"a\\u0000b\\ud800c","content_html":"<p>\\u0007&#8;x\\udfff</p>","tags":["t\\u0001"]}',
    );
    expect(receipt.dropped.map(({ rule }) => rule)).toContain("forbidden-characters");
    const [item] = JSON.parse(await publishedAs(feed, receipt.feedVersion, "feed.json")).items;
    expect(item).toMatchObject({ title: "abc", content_html: "<p>x</p>", tags: ["t"] });
  });

  it("CR, LF and percent signs in every text field reach no header", async () => {
    const text = "a\r\nX-Evil: 1\r\n\r\n%0d%0aX-Evil: 1";
    const receipt = await accepted(freshFeed(), {
      id: "a%0d%0ab",
      title: text,
      summary: text,
      image_caption: text,
      tags: [text],
    });
    expect(new URL(receipt.url).pathname).toMatch(/\/a-x-evil-1-0d-0ax-evil-1-[0-9a-z]{16}$/);
  });
});

describe("addresses that lead nowhere", () => {
  it.each([
    "/nothing",
    "/feeds",
    "/feeds/",
    "/feeds/no-such-feed/rss.xml",
    "/feeds/t1/rss.xml/",
    "/feeds/t1/rss",
    "/feeds/t1/articles/too-short",
    "/feeds/t1/articles/title-0000000000000000",
    "/feeds/t1/articles/title-0000000000000000/amp",
    "/feeds/t1/articles/%00-0000000000000000",
    "/feeds/t1/articles/%ff%fe-0000000000000000",
    "/feeds/t1/articles/a%2f..%2f-0000000000000000",
    "/feeds/no-such-feed/articles/title-0000000000000000",
    "//evil.example/feeds/t1/rss.xml",
    "/feeds/t1;x/rss.xml",
    "/feeds/__proto__/rss.xml",
  ])("%s is 404", async (path) => {
    expect((await request(path)).status).toBe(404);
  });

  it("look into KV only for the shape of a key in a feed that exists", async () => {
    const reads = controls.kvReads;
    await request("/feeds/t1/articles/too-short");
    await request("/feeds/no-such-feed/articles/title-0000000000000000");
    expect(controls.kvReads).toBe(reads);
  });

  it("answer a browser with a page, and a program with a problem", async () => {
    const page = await request("/nothing", { headers: { Accept: "text/html,application/xhtml+xml" } });
    expect(page.headers.get("Content-Type")).toContain("text/html");
    expect((await request("/nothing")).headers.get("Content-Type")).toBe("application/problem+json");
  });
});

describe("methods that an address doesn't have", () => {
  it.each([
    ["POST", "/feeds/t1/rss.xml", "GET, HEAD, OPTIONS"],
    ["DELETE", "/feeds/t1/feed.json", "GET, HEAD, OPTIONS"],
    ["DELETE", "/feeds/t1/articles", "GET, POST"],
    ["PATCH", "/feeds/t1/articles/0000000000000000", "GET, HEAD, PUT, DELETE"],
    ["POST", "/", "GET, HEAD"],
    ["PUT", "/healthz", "GET, HEAD"],
    ["GET", "/feeds/t1/rebuild", "POST"],
  ])("%s %s is 405 and names those that it has", async (method, path, allow) => {
    const response = await request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allow);
  });
});

describe("a publisher", () => {
  it("can't touch another feed's article", async () => {
    const receipt = await accepted("other-desk", { title: "Theirs" }, { token: "desk-secret" });
    expect((await withdraw("other-desk", receipt.key)).status).toBe(401);
    expect((await withdraw(freshFeed(), receipt.key)).status).toBe(404);
    expect(receipt.url.startsWith(`${ORIGIN}/feeds/other-desk/`)).toBe(true);
  });
});
