// How single pages look and behave in a real browser.

import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsIn, numbers, openPages, type Pages, SCREENS, watch } from "./opened-pages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

describe("a browser", () => {
  const opened = async (name: string, options: BrowserContextOptions = { viewport: SCREENS.desktop }) => {
    const context = await pages.openContext(options);
    const page = await context.newPage();
    await page.goto(pages.urlOf(name));
    return page;
  };

  it("would see a policy broken, a thing move and a fault, where there is one", async () => {
    const context = await pages.openContext({ viewport: SCREENS.phone });
    const { page, complaints } = await watch(context, pages.urlOf("note"));
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

  it("reads code from the left, in Arabic too", async () => {
    const page = await opened("arabic");
    for (const element of ["p code", "pre code"]) {
      const [first = 0, last = 0] = await numbers(
        page,
        `(() => {
          const text = document.querySelector("${element}").firstChild;
          return [0, text.length - 1].map((at) => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().left;
          });
        })()`,
      );
      expect(first, element).toBeLessThan(last);
    }
    const [pre = 0, code = 0] = await numbers(
      page,
      "['pre', 'pre code'].map((name) => document.querySelector(name).getBoundingClientRect().left)",
    );
    expect(code - pre).toBeLessThan(40);
    await page.context().close();
  });

  it.each([1, 2, 3, 4])("fills the front page's width with %i feeds", async (count) => {
    const page = await opened("home");
    await page.evaluate((most) => {
      for (const feed of [...document.querySelectorAll(".feed")].slice(most)) feed.remove();
    }, count);
    const [left = 0, right = 0, ...edges] = await numbers(
      page,
      `[document.querySelector(".columns"), ...document.querySelectorAll(".feed")].flatMap((element) => {
        const { left, right } = element.getBoundingClientRect();
        return [left, right];
      })`,
    );
    expect(Math.abs(Math.min(...edges) - left)).toBeLessThan(1);
    expect(Math.abs(Math.max(...edges) - right)).toBeLessThan(1);
    expect(Math.abs(left - (SCREENS.desktop.width - right))).toBeLessThan(1); // in the middle of the window
    await page.context().close();
  });

  it("keeps room for a lead picture without sizes in the usual shape", async () => {
    const page = await opened("withoutSizes");
    const box = await page.locator(".lead img").boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    await page.context().close();
  });

  it("shows a tall lead picture whole in the window, in the middle and without a panel", async () => {
    const page = await opened("portrait");
    const lead = page.locator(".lead img");
    expect((await lead.boundingBox())?.height).toBeLessThanOrEqual(0.85 * SCREENS.desktop.height);
    const style = await lead.evaluate((image) => {
      const { backgroundColor, objectFit, objectPosition } = getComputedStyle(image);
      return [backgroundColor, objectFit, objectPosition];
    });
    expect(style).toEqual(["rgba(0, 0, 0, 0)", "contain", "50% 50%"]);
    await page.context().close();
  });

  it("draws each headline in its own language's letters", async () => {
    const page = await opened("home");
    const serifs = await page.evaluate(() =>
      ["ja", "en"].map((language) => {
        const headline = document.querySelector<HTMLElement>("#minato h3");
        headline?.setAttribute("lang", language);
        return headline === null ? "" : getComputedStyle(headline).fontFamily;
      }),
    );
    expect(serifs[0]).toContain("Hiragino Mincho ProN");
    expect(serifs[1]).toContain("Palatino");
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
