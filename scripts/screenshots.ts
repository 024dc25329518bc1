// `npm run screenshots`: the pages as a reader sees them, on a phone and on a desk,
// in the light and in the dark, from the real wire with invented articles on it.
//
// They go to .cache/screenshots/. `npm run screenshots -- --readme` also composes
// the README's picture of two of them.

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../test/local/chromium.ts";
import { startWire } from "../test/local/miniflare.ts";
import { servePictures } from "../test/local/pictures.ts";
import { freePort } from "../test/local/port.ts";
import { ROOT } from "./local.ts";
import { composePicture } from "./screenshots/compose.ts";
import { draw } from "./screenshots/draw.ts";
import { type Sample, samplesFrom } from "./screenshots/samples.ts";

const FOLDER = resolve(ROOT, ".cache/screenshots");
const README_PICTURE = resolve(ROOT, "scripts/screenshots/article.png");

const SCREENS = [
  { name: "phone", width: 390, height: 844, scale: 2 },
  { name: "desktop", width: 1280, height: 900, scale: 1 },
] as const;
const SCHEMES = ["light", "dark"] as const;
const FEED_PAGES = ["coast", "tides", "hafen", "mina", "minato", "empty", "extremes", "about-json-feed"];

async function post(origin: string, { feed, article }: Sample): Promise<string> {
  const response = await fetch(`${origin}/feeds/${feed}/articles`, {
    method: "POST",
    headers: { Authorization: "Bearer newsroom-secret", "Content-Type": "application/json" },
    body: JSON.stringify(article),
  });
  if (!response.ok) throw new Error(`A sample was refused: ${await response.text()}`);
  const { url } = (await response.json()) as { url: string }; // our own receipt
  for (let tries = 0; tries < 100 && !(await fetch(url)).ok; tries += 1) await sleep(50);
  return url;
}

/** No network: the poster of a film is drawn here, and AMP's runtime is left out. */
async function stayHome(page: Page, origin: string, pictures: string): Promise<void> {
  await page.route(/./, async (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || url.startsWith(pictures)) return route.continue();
    if (url.startsWith("https://i.ytimg.com/"))
      return route.fulfill({ contentType: "image/svg+xml", body: draw("harbour", 480, 360) });
    return route.abort();
  });
}

// AMP's boilerplate hides a page until its runtime shows it, and amp-img is an empty box without it.
const WITHOUT_RUNTIME = `
body{-webkit-animation:none!important;animation:none!important}
amp-img,amp-video,amp-youtube,amp-vimeo,amp-twitter,amp-audio{display:block;max-width:100%}
amp-audio{height:50px;background:#8884}`;

async function showAmp(page: Page): Promise<void> {
  await page.addStyleTag({ content: WITHOUT_RUNTIME });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("[layout=responsive],[layout=intrinsic]"))
      element.style.aspectRatio = `${element.getAttribute("width")}/${element.getAttribute("height")}`;
    for (const element of document.querySelectorAll("amp-img")) {
      const image = document.createElement("img");
      image.src = element.getAttribute("src") ?? "";
      image.style.cssText = "width:100%;height:100%";
      element.append(image);
    }
  });
}

async function photograph(
  browser: Browser,
  pages: ReadonlyMap<string, string>,
  origin: string,
  pictures: string,
): Promise<void> {
  for (const { name: screen, width, height, scale } of SCREENS)
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme,
        bypassCSP: true, // for the styles that stand in for AMP's runtime
      });
      const page = await context.newPage();
      await stayHome(page, origin, pictures);
      for (const [name, url] of pages) {
        await page.goto(url);
        if (name.endsWith("-amp")) await showAmp(page);
        // Pictures further down load when they come near.
        await page.evaluate(async () => {
          for (const image of document.images) image.loading = "eager";
          await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
        });
        const path = resolve(FOLDER, `${name}-${screen}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      await context.close();
    }
}

const pictures = await servePictures(0, draw);
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const wire = await startWire({
  entry: resolve(ROOT, "test/browser/workers/main.ts"),
  port,
  bindings: { PUBLIC_ORIGIN: origin },
  quiet: true,
});
const browser = await launchChromium();
try {
  mkdirSync(FOLDER, { recursive: true });
  const pages = new Map([["home", origin]]);
  for (const sample of samplesFrom(pictures.origin)) {
    const url = await post(origin, sample);
    if (sample.name.startsWith("headline")) continue;
    pages.set(sample.name, url);
    pages.set(`${sample.name}-amp`, `${url}/amp`);
  }
  pages.set("missing", `${origin}/nowhere`);
  for (const name of FEED_PAGES) pages.set(`feed-${name}`, `${origin}/fixtures/${name}`);
  await sleep(2_500); // the feeds' cards are published a moment later
  await photograph(browser, pages, origin, pictures.origin);
  if (process.argv.includes("--readme")) await composePicture(browser, FOLDER, README_PICTURE);
  console.log(`${pages.size * SCREENS.length * SCHEMES.length} screenshots are in ${FOLDER}`);
} finally {
  await browser.close();
  await wire.dispose();
  pictures.close();
}
