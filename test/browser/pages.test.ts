// Every page, in a real browser: phone and desk, light and dark.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articlesFrom } from "./articles.ts";
import { openWire, type Reader } from "./wire.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

const SCREENS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

const PAGES = [
  "home",
  "everything",
  "embeds",
  "withoutSizes",
  "small",
  "note",
  "german",
  "arabic",
  "japanese",
  "missing",
  "gone",
] as const;

let reader: Reader;
const urls = new Map<string, string>();

beforeAll(async () => {
  reader = await openWire(150);
  for (const [name, { feed, ...article }] of Object.entries(articlesFrom(reader.pictures.origin)))
    urls.set(name, await reader.post(feed, article));
  urls.set("home", `${reader.origin}/`);
  urls.set("missing", `${reader.origin}/nowhere`);
  const gone = await reader.post("coast", { title: "Withdrawn soon" });
  await reader.withdraw(gone);
  urls.set("gone", gone);
});
afterAll(() => reader.close());

const urlOf = (name: string): string => {
  const url = urls.get(name);
  if (url === undefined) throw new Error(`no page named ${name}`);
  return url;
};

/** A context that reaches nothing but the wire and its pictures; posters of films are drawn on the spot. */
async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
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
}

type Watched = { readonly page: Page; readonly complaints: string[] };

/** Open a page, listening to all that a browser complains of. */
async function watch(context: BrowserContext, url: string): Promise<Watched> {
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
async function readThrough(page: Page): Promise<void> {
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

const numbers = (page: Page, expression: string): Promise<number[]> => page.evaluate(expression);

/** What axe finds fault with. It comes through the debugger, which a page's policy doesn't bind. */
async function faultsIn(page: Page): Promise<string[]> {
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

describe.each(["phone", "desktop"] as const)("on a %s", (screen) => {
  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    const options = { viewport: SCREENS[screen], colorScheme };

    it.each(PAGES)(
      "%s raises no complaint, nothing moves when its pictures come, and axe finds no fault",
      async (name) => {
        const context = await openContext(options);
        const { page, complaints } = await watch(context, urlOf(name));
        await readThrough(page);
        expect(complaints).toEqual([]);
        const shifts = await numbers(page, "shifts");
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.001);
        expect(await faultsIn(page)).toEqual([]);
        await context.close();
      },
    );
  });
});

it.each(PAGES)("%s fits on a screen of 320 pixels", async (name) => {
  const context = await openContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(urlOf(name));
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  await context.close();
});

it.each(PAGES)("%s can be printed: its text is there", async (name) => {
  const context = await openContext({ viewport: SCREENS.desktop, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(urlOf(name));
  const shown = await page.locator("main").innerText();
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("main").innerText();
  expect(printed.length).toBeGreaterThan(10);
  // What leads elsewhere or plays is of no use on paper.
  const onScreenOnly = await page.locator("main .feeds").allInnerTexts();
  for (const line of shown.split("\n").filter((text) => text.trim() !== ""))
    if (!onScreenOnly.some((text) => text.includes(line))) expect(printed).toContain(line);
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  await context.close();
});

describe("a browser", () => {
  const opened = async (name: string, options: BrowserContextOptions = { viewport: SCREENS.desktop }) => {
    const context = await openContext(options);
    const page = await context.newPage();
    await page.goto(urlOf(name));
    return page;
  };

  it("would see a policy broken, a thing move and a fault, where there is one", async () => {
    const context = await openContext({ viewport: SCREENS.phone });
    const { page, complaints } = await watch(context, urlOf("note"));
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "1";
      document.body.append(script);
      await new Promise((settle) => setTimeout(settle, 600)); // a shift after input isn't counted, nor one at once
      const box = document.createElement("div");
      box.style.height = "300px";
      document.body.prepend(box);
      await new Promise((settle) => setTimeout(settle, 300));
    });
    expect(complaints.join()).toContain("CSP script-src-elem");
    expect((await numbers(page, "shifts")).length).toBeGreaterThan(0);
    await page.evaluate("document.querySelector('p').style.color = '#999'");
    expect((await faultsIn(page)).join()).toContain("color-contrast");
    await context.close();
  });

  it("never makes a small picture larger, and centres it", async () => {
    const page = await opened("small");
    const box = await page.locator(".lead img").boundingBox();
    expect([box?.width, box?.height]).toEqual([200, 150]);
    await page.context().close();
  });

  it("loads the first picture first, and those in the text when they come near", async () => {
    const page = await opened("everything");
    const attributes = await page
      .locator("img")
      .evaluateAll((images) =>
        images.map((image) => [image.getAttribute("loading"), image.getAttribute("fetchpriority")]),
      );
    expect(attributes).toEqual([
      [null, "high"],
      ["lazy", null],
      ["lazy", null],
    ]);
    await page.context().close();
  });

  it("reads JSON-LD as data, and finds no script to run", async () => {
    const page = await opened("everything");
    const scripts = await page
      .locator("script")
      .evaluateAll((all) => all.map((script) => script.getAttribute("type")));
    expect(scripts).toEqual(["application/ld+json"]);
    const facts = JSON.parse((await page.locator("script").textContent()) ?? "");
    expect(facts).toMatchObject({ "@type": "NewsArticle", inLanguage: "en-GB" });
    await page.context().close();
  });

  it("reads Arabic from the right, from the headline to the table", async () => {
    const page = await opened("arabic");
    const directions = await numbers(
      page,
      "['html', 'article', 'h1', 'td', 'blockquote'].map((name) => getComputedStyle(document.querySelector(name)).direction)",
    );
    expect(new Set(directions)).toEqual(new Set(["rtl"]));
    await page.context().close();
  });

  it("sets Japanese without spacing it out or slanting it", async () => {
    const page = await opened("japanese");
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing")).toMatch(
      /^(?:normal|0px)$/,
    );
    expect(await page.evaluate("getComputedStyle(document.querySelector('em')).fontStyle")).toBe("normal");
    await page.context().close();
  });

  it("comes to the text by keyboard, past the head of the page", async () => {
    const page = await opened("everything");
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.width).toBeGreaterThan(50);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
    await page.context().close();
  });
});
