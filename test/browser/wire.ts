// A wire with articles on it, and a browser to look at them: what each test begins with.

import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../local/chromium.ts";
import { type Pictures, servePictures } from "../local/pictures.ts";
import { serveWire } from "../local/served-wire.ts";

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

/** @param picturesAfterMs how long a picture takes: what moves when it arrives is seen */
export async function openWire(picturesAfterMs: number): Promise<Reader> {
  const browser = await launchChromium();
  const pictures = await servePictures(picturesAfterMs);
  const wire = await serveWire({ entry: resolve(import.meta.dirname, "workers/main.ts") });
  const postAll = async (feed: string, articles: readonly object[]) =>
    (await wire.post(feed, articles)).map(({ url }) => url);

  return {
    origin: wire.origin,
    pictures,
    browser,
    post: async (feed, article) => (await postAll(feed, [article])).join(""),
    postAll,
    withdraw: wire.withdraw,
    close: async () => {
      await browser.close();
      await wire.close();
      pictures.close();
    },
  };
}
