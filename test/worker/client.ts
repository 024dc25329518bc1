// A publisher and a reader, over HTTP into the Worker under test.

import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { expect, vi } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";

export const ORIGIN = "https://wire.test";

export const request = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(new Request(ORIGIN + path, { redirect: "manual", ...init }));

type Post = {
  readonly body: unknown;
  readonly type?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

const headersOf = ({
  type = "application/json",
  token = "newsroom-secret",
  headers,
}: Omit<Post, "body">) => ({
  "Content-Type": type,
  ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  ...headers,
});

const bodyOf = (body: unknown): BodyInit =>
  typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);

export const post = (feed: string, { body, ...rest }: Post): Promise<Response> =>
  request(`/feeds/${feed}/articles`, { method: "POST", headers: headersOf(rest), body: bodyOf(body) });

export const put = (feed: string, key: string, { body, ...rest }: Post): Promise<Response> =>
  request(`/feeds/${feed}/articles/${key}`, { method: "PUT", headers: headersOf(rest), body: bodyOf(body) });

export const withdraw = (feed: string, key: string, headers = {}, query = ""): Promise<Response> =>
  request(`/feeds/${feed}/articles/${key}${query}`, {
    method: "DELETE",
    headers: { Authorization: "Bearer newsroom-secret", ...headers },
  });

/** Post an article that must be taken, and read its receipt. */
export async function accepted(feed: string, body: unknown, rest: Omit<Post, "body"> = {}): Promise<Receipt> {
  const response = await post(feed, { body, ...rest });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return response.json();
}

export const readDocument = async (feed: string, file = "rss.xml"): Promise<string> =>
  (await request(`/feeds/${feed}/${file}`)).text();

/** Wait until the feed's document of this version or later is out, and read it. */
export async function publishedAs(
  feed: string,
  feedVersion: number,
  file = "rss.xml",
  within = 8_000,
): Promise<string> {
  return vi.waitFor(
    async () => {
      const response = await request(`/feeds/${feed}/${file}`);
      const version = Number(response.headers.get("ETag")?.slice(1).split("-")[0]);
      expect(version).toBeGreaterThanOrEqual(feedVersion);
      return response.text();
    },
    { timeout: within, interval: 50 },
  );
}

type Reading = {
  readonly state: string;
  readonly progress: string;
  readonly stuck: string | null;
  readonly article: unknown;
};

/** An article as its publisher reads it from the journal. */
export const reading = async (feed: string, key: string): Promise<Reading> =>
  (
    await request(`/feeds/${feed}/articles/${key}`, { headers: { Authorization: "Bearer newsroom-secret" } })
  ).json();

export const progressIs = (feed: string, key: string, progress: string): Promise<void> =>
  vi.waitFor(async () => expect((await reading(feed, key)).progress).toBe(progress), {
    timeout: 8_000,
    interval: 50,
  });

export const rebuild = (feed: string): Promise<Response> =>
  request(`/feeds/${feed}/rebuild`, {
    method: "POST",
    headers: { Authorization: "Bearer newsroom-secret" },
  });

export const titlesOf = (json: string): string[] =>
  JSON.parse(json).items.map(({ title }: { title: string }) => title);

export const journal = (feed: string) => env.FEED_JOURNAL.getByName(feed);
export const sweep = (feed: string): Promise<void> => journal(feed).sweep(feed);
export const kv = () => env.WIRE;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Wait until a journal has nothing left to do but to forget and to make sure. */
export const isQuiet = (feed: string): Promise<void> =>
  vi.waitFor(
    () =>
      runInDurableObject(journal(feed), async (_, state) => {
        const due = state.storage.sql.exec("SELECT task FROM due WHERE task NOT IN ('expire', 'confirm')");
        expect(due.toArray()).toEqual([]);
      }),
    { timeout: 20_000, interval: 100 },
  );
