// Every header of every kind of answer, as it is: a change to one is a change to this list.

import { describe, expect, it } from "vitest";
import { pageHeadersOf } from "../../src/http/page-headers.ts";
import { accepted, post, progressIs, publishedAs, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";

const HTML = { Accept: "text/html" };
const ETAG = expect.stringMatching(/^"\d+-[0-9a-f]{16}"$/);
const DATE = expect.stringMatching(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);

const PAGE_POLICY = expect.stringMatching(
  /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src https: http:; media-src https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
);
const AMP_POLICY =
  "default-src 'none'; script-src https://cdn.ampproject.org; style-src 'unsafe-inline'; " +
  "img-src https: http: data:; media-src https:; connect-src https://cdn.ampproject.org; " +
  "frame-src https://www.youtube.com https://www.youtube-nocookie.com https://player.vimeo.com https://*.ampproject.net; " +
  "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const OF_WHAT_A_BROWSER_OPENS = {
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), " +
    "idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

const OF_A_PAGE = { ...OF_WHAT_A_BROWSER_OPENS, "content-type": "text/html; charset=utf-8" };

const OF_A_REDIRECT = {
  ...OF_WHAT_A_BROWSER_OPENS,
  "cache-control": "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
};

const OF_AN_ARTICLE = {
  ...OF_A_PAGE,
  "cache-control": "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
  etag: ETAG,
  "last-modified": DATE,
  vary: "Accept, Accept-Encoding, Authorization",
};

const OF_A_PROBLEM = {
  "cache-control": "no-store",
  "content-type": "application/problem+json",
  "x-content-type-options": "nosniff",
};

async function anArticle() {
  const feed = freshFeed();
  const receipt = await accepted(feed, { id: "a", title: "One", content_html: "<p>x</p>" });
  await publishedAs(feed, receipt.feedVersion);
  return { feed, receipt, path: new URL(receipt.url).pathname };
}

const headersOf = async (path: string, headers: Record<string, string> = {}) => {
  const response = await request(path, { headers });
  return [response.status, Object.fromEntries(response.headers)];
};

describe("the headers of", () => {
  it("the front page", async () => {
    expect(await headersOf("/")).toEqual([
      200,
      {
        ...OF_A_PAGE,
        "cache-control": expect.stringContaining("public, max-age="),
        "content-security-policy": PAGE_POLICY,
        etag: ETAG,
        vary: "Accept-Encoding",
      },
    ]);
  });

  it("an article's page", async () => {
    const { path } = await anArticle();
    expect(await headersOf(path)).toEqual([
      200,
      { ...OF_AN_ARTICLE, "content-security-policy": PAGE_POLICY },
    ]);
  });

  it("its AMP page", async () => {
    const { path } = await anArticle();
    expect(await headersOf(`${path}/amp`)).toEqual([
      200,
      { ...OF_AN_ARTICLE, "content-security-policy": AMP_POLICY },
    ]);
  });

  it("the article as JSON", async () => {
    const { path } = await anArticle();
    expect(await headersOf(path, { Accept: "application/json" })).toEqual([
      200,
      { ...OF_AN_ARTICLE, "content-security-policy": "sandbox", "content-type": "application/json" },
    ]);
  });

  it("the article from its journal", async () => {
    const { path } = await anArticle();
    expect(await headersOf(path, { Authorization: "Bearer newsroom-secret" })).toEqual([
      200,
      {
        "cache-control": "no-store",
        "content-type": "application/json",
        "x-content-type-options": "nosniff",
      },
    ]);
  });

  it("the page of a withdrawn article", async () => {
    const { feed, receipt, path } = await anArticle();
    await withdraw(feed, receipt.key);
    await progressIs(feed, receipt.key, "announced");
    expect(await headersOf(path)).toEqual([
      410,
      { ...OF_AN_ARTICLE, "content-security-policy": PAGE_POLICY },
    ]);
  });

  it("the way to an article's right address", async () => {
    const { feed, receipt, path } = await anArticle();
    expect(await headersOf(`/feeds/${feed}/articles/${receipt.key}`)).toEqual([
      301,
      { ...OF_A_REDIRECT, location: path },
    ]);
  });

  it("the way from an AMP page that isn't there", async () => {
    const receipt = await accepted("without-amp", { id: "a", title: "One" });
    await publishedAs("without-amp", receipt.feedVersion);
    const { pathname } = new URL(receipt.url);
    expect(await headersOf(`${pathname}/amp`)).toEqual([302, { ...OF_A_REDIRECT, location: pathname }]);
  });

  it("/healthz", async () => {
    expect(await headersOf("/healthz")).toEqual([
      200,
      {
        "cache-control": "no-store",
        "content-type": "application/json",
        "x-content-type-options": "nosniff",
      },
    ]);
  });

  it("a receipt", async () => {
    const taken = await post(freshFeed(), { body: { title: "One" } });
    expect([taken.status, Object.fromEntries(taken.headers)]).toEqual([
      201,
      {
        "cache-control": "no-store",
        "content-type": "application/json",
        location: expect.stringContaining("/articles/one-"),
        "x-content-type-options": "nosniff",
      },
    ]);
  });

  it("nothing, for a person", async () => {
    expect(await headersOf("/nowhere", HTML)).toEqual([
      404,
      { ...OF_A_PAGE, "cache-control": "no-store", "content-security-policy": PAGE_POLICY },
    ]);
  });

  it("nothing, for a program", async () => {
    expect(await headersOf("/nowhere")).toEqual([404, OF_A_PROBLEM]);
  });

  it("a refusal", async () => {
    const refused = await post(freshFeed(), { body: {}, token: "wrong" });
    expect([refused.status, Object.fromEntries(refused.headers)]).toEqual([
      401,
      { ...OF_A_PROBLEM, "www-authenticate": 'Bearer realm="edgewire"' },
    ]);
  });

  it("a feed: a document for programs, in which nothing may run", async () => {
    const { feed } = await anArticle();
    const [status, headers] = await headersOf(`/feeds/${feed}/rss.xml`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
    });
  });
});

it("a wire without https never asks for it", () => {
  expect(pageHeadersOf("http://localhost:8787")).not.toHaveProperty("Strict-Transport-Security");
  expect(pageHeadersOf("https://wire.example")).toHaveProperty("Strict-Transport-Security");
});
