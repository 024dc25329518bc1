// A deployment whose PUBLIC_ORIGIN is wrong says so, whatever it is asked.

import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { createWorker } from "../../src/wire.ts";
import { testFeeds } from "./feeds.ts";

const { handler } = createWorker(testFeeds);
const ask = (origin: string, path: string) =>
  handler.fetch(new Request(`https://wire.test${path}`), { ...env, PUBLIC_ORIGIN: origin });

it.each(["", "wire.example", "https://wire.example/feeds", "https://wire.example/?a", "ftp://wire.example"])(
  "PUBLIC_ORIGIN %j is answered with what is wrong, on every path",
  async (origin) => {
    for (const path of ["/", "/healthz", "/feeds/t0/rss.xml"]) {
      const response = await ask(origin, path);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ type: "urn:edgewire:problem:misconfigured" });
    }
  },
);

it.each(["https://wire.example", "https://wire.example/", "http://localhost:8787"])(
  "%j is one",
  async (origin) => {
    expect((await ask(origin, "/healthz")).status).toBe(200);
  },
);
