// A wire with articles on it, and a browser to look at them: what each test begins with.

import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { launchChromium } from "../local/chromium.ts";
import { startWire } from "../local/miniflare.ts";
import { type Pictures, servePictures } from "../local/pictures.ts";
import { freePort } from "../local/port.ts";

export type Reader = {
  readonly origin: string;
  readonly pictures: Pictures;
  readonly browser: Browser;
  /** Post an article, and wait until it is read. @returns its page's address */
  readonly post: (feed: string, article: object) => Promise<string>;
  /** The same for many at once. */
  readonly postAll: (feed: string, articles: readonly object[]) => Promise<readonly string[]>;
  readonly withdraw: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const AUTHORIZED = { Authorization: "Bearer newsroom-secret" };

/** @param picturesAfterMs how long a picture takes: what moves when it arrives is seen */
export async function openWire(picturesAfterMs: number): Promise<Reader> {
  const browser = await launchChromium();
  const pictures = await servePictures(picturesAfterMs);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const wire = await startWire({
    entry: resolve(import.meta.dirname, "workers/main.ts"),
    port,
    bindings: { PUBLIC_ORIGIN: origin },
    quiet: true,
  });

  const send = async (feed: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${origin}/feeds/${feed}/articles`, {
      method: "POST",
      headers: { ...AUTHORIZED, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };

  return {
    origin,
    pictures,
    browser,
    post: async (feed, article) => {
      const { url } = (await send(feed, article)) as { url: string }; // our own receipt
      await answers(url, 200);
      return url;
    },
    postAll: async (feed, articles) => {
      const { results } = (await send(feed, articles)) as { results: { receipt: { url: string } }[] };
      const urls = results.map(({ receipt }) => receipt.url);
      for (const url of urls) await answers(url, 200);
      return urls;
    },
    withdraw: async (url) => {
      const key = url.slice(-16);
      await fetch(url.replace(/[^/]+$/, key), { method: "DELETE", headers: AUTHORIZED });
      await answers(url, 410);
    },
    close: async () => {
      await browser.close();
      await wire.dispose();
      pictures.close();
    },
  };
}

async function answers(url: string, status: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(url)).status === status) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer ${status}`);
}
