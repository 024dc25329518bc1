// What the doctor finds in how a feed is served: a server that does all of it right, and one thing wrong.

import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../scripts/doctor/examine.ts";
import { fetchFeed, type Network } from "../../scripts/doctor/http/fetch-feed.ts";
import { checkHeaders } from "../../scripts/doctor/http/headers.ts";
import { revalidate } from "../../scripts/doctor/http/revalidate.ts";
import { type Answer, ETAG, type FeedServer, type Habit, serveFeed } from "./feed-server.ts";

const NETWORK: Network = { fetch, timeoutMs: 20_000, maxBytes: 1_000_000 };

const servers: FeedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

async function serve(habit?: Habit): Promise<string> {
  const server = await serveFeed(habit);
  servers.push(server);
  return server.origin;
}

/** All that is said of how the feed is served. */
async function served(habit?: Habit): Promise<readonly string[]> {
  const fetched = await fetchFeed(`${await serve(habit)}/feed.xml`, NETWORK);
  if (!fetched.ok) throw new Error(fetched.reason);
  const { bytes, headers, url } = fetched.value;
  const contentType = headers.get("Content-Type");
  const { format, links, findings } = examine({ bytes, contentType, url }, []);
  expect(format).toBe("rss");
  return [
    ...findings,
    ...fetched.findings,
    ...checkHeaders(headers, "rss", links),
    ...(await revalidate(fetched.value, NETWORK)),
  ].map(({ level, rule }) => `${level} ${rule}`);
}

type Changes = Readonly<Record<string, string | null>>; // null takes a header out

const saying =
  (changes: Changes): Habit =>
  (right) =>
    withHeaders(right, changes);

const withHeaders = (answer: Answer, changes: Changes): Answer => ({
  ...answer,
  headers: Object.fromEntries(
    Object.entries({ ...answer.headers, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  ),
});

/** The whole feed for who sends these headers. */
const forgetting =
  (...names: readonly string[]): Habit =>
  (right, { headers }) =>
    names.every((name) => headers[name] !== undefined) ? whole(right) : right;
const whole = (right: Answer): Answer => ({ ...right, status: right.status === 304 ? 200 : right.status });

describe("a feed's server", () => {
  it("has nothing to change when it does all of it", async () => {
    expect(await served()).toEqual([]);
  });

  it.each<[string, Habit, readonly string[]]>([
    ["no Content-Type", saying({ "Content-Type": null }), ["error http-content-type"]],
    ["text/html", saying({ "Content-Type": "text/html; charset=utf-8" }), ["error http-content-type"]],
    [
      "application/xml",
      saying({ "Content-Type": "application/xml; charset=utf-8" }),
      ["advice http-content-type"],
    ],
    ["no charset", saying({ "Content-Type": "application/rss+xml" }), ["warning http-charset"]],
    ["no ETag", saying({ ETag: null }), ["warning http-etag-missing"]],
    ["no Last-Modified", saying({ "Last-Modified": null }), ["warning http-last-modified-missing"]],
    ["no caching", saying({ "Cache-Control": null }), ["warning http-max-age"]],
    ["max-age=0", saying({ "Cache-Control": "public, max-age=0" }), ["warning http-max-age"]],
    ["no-cache", saying({ "Cache-Control": "no-cache" }), ["warning http-no-cache"]],
    [
      "no-store beside a max-age",
      saying({ "Cache-Control": "no-store, max-age=60" }),
      ["warning http-no-cache"],
    ],
    ["Expires: 0", saying({ Expires: "0" }), ["warning http-expires"]],
    ["Vary: Cookie", saying({ Vary: "Accept-Encoding, Cookie" }), ["warning http-vary"]],
    ["no Vary with what it compresses", saying({ Vary: null }), ["error http-vary-encoding"]],
    ["no Link", saying({ Link: null }), ["advice http-link-self"]],
    [
      "two addresses of its own",
      saying({ Link: '<https://a.example/>; rel=self, <https://b.example/>; rel="self"' }),
      ["error http-link-self", "error http-link-differs"],
    ],
    ["no CORS", saying({ "Access-Control-Allow-Origin": null }), ["advice http-cors"]],
    ["no nosniff", saying({ "X-Content-Type-Options": null }), ["advice http-nosniff"]],
  ])("finds that it says %s", async (_, habit, findings) => {
    expect(await served(habit)).toEqual(findings);
  });

  it.each<[string, Habit, readonly string[]]>([
    [
      "HEAD isn't allowed",
      (right, { method }) => (method === "HEAD" ? { ...right, status: 405 } : right),
      ["warning http-head"],
    ],
    [
      "HEAD has another tag",
      (right, { method }) => (method === "HEAD" ? withHeaders(right, { ETag: '"x"' }) : right),
      ["warning http-head"],
    ],
    [
      "who sends both validators gets it all",
      forgetting("if-none-match", "if-modified-since"),
      ["error http-both-304"],
    ],
    [
      "who sends a date gets it all",
      (right, { headers }) => (headers["if-none-match"] === undefined ? whole(right) : right),
      ["warning http-last-modified-304"],
    ],
    [
      "a tag that a proxy made weak is another tag",
      (right, { headers }) => (headers["if-none-match"] === `W/${ETAG}` ? whole(right) : right),
      ["error http-etag-weak-304"],
    ],
    [
      "a tag with a proxy's -gzip is another tag",
      (right, { headers }) => (headers["if-none-match"]?.includes("-gzip") ? whole(right) : right),
      ["advice http-etag-gzip-304"],
    ],
    [
      "a list of tags is no tag",
      (right, { headers }) => (headers["if-none-match"]?.includes(",") ? whole(right) : right),
      ["error http-etag-list-304"],
    ],
    [
      "a date overrules a tag",
      (right, { headers }) =>
        headers["if-none-match"] === '"not-this-feed"' ? { ...right, status: 304 } : right,
      ["error http-precedence"],
    ],
    [
      "a 304 says not how long it keeps",
      (right) => (right.status === 304 ? withHeaders(right, { "Cache-Control": null }) : right),
      ["warning http-304-headers"],
    ],
    ["compressed and plain share a strong tag", saying({ ETag: ETAG }), ["warning http-etag-shared"]],
  ])("finds that %s", async (_, habit, findings) => {
    expect(await served(habit)).toEqual(findings);
  });

  it("finds that no tag it gives comes back", async () => {
    expect(await served(forgetting("if-none-match"))).toEqual([
      "error http-etag-304",
      "error http-etag-weak-304",
      "error http-etag-list-304",
      "advice http-etag-gzip-304",
      "error http-both-304",
    ]);
  });

  it("finds that there is no validator at all", async () => {
    const bare: Habit = (right) => whole(withHeaders(right, { ETag: null, "Last-Modified": null }));
    expect(await served(bare)).toEqual(["error http-etag-missing", "warning http-last-modified-missing"]);
  });

  it("advises to compress what is long", async () => {
    const long: Habit = (right) => ({
      ...withHeaders(right, { "Content-Encoding": null, ETag: ETAG }),
      body:
        right.status === 200
          ? new TextEncoder().encode(`<rss version="2.0"><channel/></rss>${" ".repeat(2_000)}`)
          : right.body,
    });
    expect(await served(long)).toContain("advice http-compression");
  });
});
