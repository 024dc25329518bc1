// What a browser makes of the pages: it opens them, listens to its complaints and
// measures, on a wire that has an article of every sort.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { articlesFrom } from "./articles.ts";
import { openWire } from "./wire.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

export const SCREENS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

/** Of workers/feed-pages.ts. */
export const FEED_PAGES = [
  "coast",
  "tides",
  "hafen",
  "mina",
  "empty",
  "extremes",
  "about-json-feed",
] as const;

export type Pages = {
  /** @throws when there is no page of this name */
  readonly urlOf: (name: string) => string;
  /** A context that reaches nothing but the wire and its pictures; posters of films are drawn on the spot. */
  readonly openContext: (options: BrowserContextOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
};

/** A wire with every article of articles.ts on it. */
export async function openPages(): Promise<Pages> {
  const reader = await openWire(150);
  const urls = new Map([
    ["home", `${reader.origin}/`],
    ["missing", `${reader.origin}/nowhere`],
  ]);
  for (const name of FEED_PAGES) urls.set(name, `${reader.origin}/fixtures/${name}`);
  for (const [name, { feed, ...article }] of Object.entries(articlesFrom(reader.pictures.origin)))
    urls.set(name, await reader.post(feed, article));
  const gone = await reader.post("coast", { title: "Withdrawn soon" });
  await reader.withdraw(gone);
  urls.set("gone", gone);

  return {
    urlOf: (name) => {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`no page named ${name}`);
      return url;
    },
    openContext: async (options) => {
      const context = await reader.browser.newContext(options);
      await context.route(/./, (route) => {
        const url = route.request().url();
        if (url.startsWith(reader.origin) || url.startsWith(reader.pictures.origin)) return route.continue();
        const body =
          '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360"/></svg>';
        return url.startsWith("https://i.ytimg.com/")
          ? route.fulfill({ contentType: "image/svg+xml", body })
          : route.abort();
      });
      return context;
    },
    close: reader.close,
  };
}

type Watched = { readonly page: Page; readonly complaints: string[] };

/** Open a page, listening to all that a browser complains of. */
export async function watch(context: BrowserContext, url: string): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      Reflect.get(window, "complain")(`CSP ${violatedDirective}: ${blockedURI}`),
    );
    Reflect.set(window, "shifts", []);
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) Reflect.get(window, "shifts").push(Reflect.get(shift, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  page.on("console", (message) => {
    // The page itself is what is 404 or 410, and Chromium says so as of a thing that it loads.
    if (!message.text().startsWith("Failed to load resource") || message.location().url !== url)
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, complaints };
}

/** Scroll through a page until every picture has come. */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let at = 0; at < document.body.scrollHeight; at += 400) {
      window.scrollTo(0, at);
      await new Promise((settle) => requestAnimationFrame(settle));
    }
    await Promise.all(
      [...document.images].map((image) =>
        image.complete ? null : new Promise((settle) => image.addEventListener("load", settle)),
      ),
    );
    await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
  });
}

export const numbers = (page: Page, expression: string): Promise<number[]> => page.evaluate(expression);

/** What axe finds fault with. It comes through the debugger, which a page's policy doesn't bind. */
export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { violations } = await Reflect.get(window, "axe").run(document, {
      runOnly: { type: "tag", values },
    });
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      [id, ...nodes.map(({ html }) => html)].join("\n  "),
    );
  }, RULES);
}
