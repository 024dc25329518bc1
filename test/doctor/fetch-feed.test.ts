// The way to a feed: redirects, limits, and every reason why there is none.

import { afterEach, describe, expect, it } from "vitest";
import { fetchFeed, type Network } from "../../scripts/doctor/http/fetch-feed.ts";
import { type FeedServer, type Habit, serveFeed } from "./feed-server.ts";

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

describe("fetching", () => {
  const reasonFor = async (url: string, network: Network = NETWORK): Promise<string> => {
    const fetched = await fetchFeed(url, network);
    return fetched.ok ? "" : fetched.reason;
  };
  const leading =
    (status: number, location: (path: string) => string): Habit =>
    (right, { url = "" }) =>
      url === "/feed.xml" ? right : { status, headers: { Location: location(url) }, body: new Uint8Array() };

  it("follows redirects, and says what to change", async () => {
    const origin = await serve(leading(302, (path) => (path === "/" ? "/old.xml" : "/feed.xml")));
    const fetched = await fetchFeed(`${origin}/`, NETWORK);
    expect(fetched.ok && fetched.value.url).toBe(`${origin}/feed.xml`);
    expect(fetched.ok && fetched.findings.map(({ rule, where }) => `${rule}, ${where}`)).toEqual([
      `http-redirect, GET ${origin}/`,
      `http-redirect, GET ${origin}/old.xml`,
    ]);
  });

  it("tells a move for ever from one for now", async () => {
    const fetched = await fetchFeed(`${await serve(leading(301, () => "/feed.xml"))}/`, NETWORK);
    expect(fetched.ok && fetched.findings[0]?.message).toContain("Name the new address");
  });

  it("says why there is no feed", async () => {
    const origin = await serve();
    expect(await reasonFor(`${origin}/none`)).toBe(`${origin}/none answered 404 to an ordinary GET`);
    expect(await reasonFor(`${origin}/feed.xml`, { ...NETWORK, maxBytes: 100 })).toBe(
      `${origin}/feed.xml is larger than 100 bytes`,
    );
    const round = await serve(leading(302, (path) => (path === "/a" ? "/b" : "/a")));
    expect(await reasonFor(`${round}/a`)).toBe(`${round}/b leads back to ${round}/a: the redirects go round`);
    const far = await serve(leading(302, (path) => `${path}a`));
    expect(await reasonFor(`${far}/`)).toBe(`${far}/ leads on more than 10 times`);
    const out = await serve(leading(302, () => "file:///etc/hosts"));
    expect(await reasonFor(`${out}/`)).toBe(`${out}/ leads to file:///etc/hosts, which is not on the web`);
  });

  it("says that nobody listens", async () => {
    const server = await serveFeed();
    await server.stop();
    expect(await reasonFor(`${server.origin}/feed.xml`)).toMatch(/can't be reached: connect ECONNREFUSED/);
  });

  it("gives up on a server that says nothing", async () => {
    const never: Network = {
      ...NETWORK,
      timeoutMs: 50,
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
        }),
    };
    expect(await reasonFor("https://news.example/", never)).toBe(
      "https://news.example/ gave no whole answer within 0.05 seconds",
    );
  });

  it("warns of a redirect out of encryption", async () => {
    const answers: Readonly<Record<string, Response>> = {
      "https://news.example/": new Response(null, {
        status: 302,
        headers: { Location: "http://news.example/" },
      }),
      "http://news.example/": new Response("<rss/>"),
    };
    const network: Network = { ...NETWORK, fetch: async (url) => answers[url] ?? Response.error() };
    const fetched = await fetchFeed("https://news.example/", network);
    expect(fetched.ok && fetched.findings.map(({ rule }) => rule)).toEqual([
      "http-redirect",
      "http-downgrade",
    ]);
  });
});
