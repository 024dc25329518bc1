import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it, vi } from "vitest";
import { request } from "./client.ts";
import { testFeeds } from "./feeds.ts";
import worker from "./main.ts";

it("publishes every feed, so that a new one is served, empty and valid, before its first article", async () => {
  expect((await request("/feeds/t0/rss.xml")).status).toBe(503);
  await worker.scheduled(createScheduledController(), env);
  // One that has moved or ended is served elsewhere, or not at all: worker/moved.
  const served = testFeeds.filter(({ movedTo, retired }) => movedTo === undefined && retired !== true);
  for (const { slug } of served)
    await vi.waitFor(async () => expect((await request(`/feeds/${slug}/feed.json`)).status).toBe(200), {
      timeout: 8_000,
    });
  const document = await (await request("/feeds/t0/feed.json")).json<{ items: unknown[] }>();
  expect(document.items).toEqual([]);
});
