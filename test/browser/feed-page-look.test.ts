// How the page of a feed looks and behaves in a real browser.

import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { numbers, openPages, type Pages, SCREENS } from "./opened-pages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

async function opened(name: string, options: BrowserContextOptions = { viewport: SCREENS.desktop }) {
  const context = await pages.openContext(options);
  const page = await context.newPage();
  await page.goto(pages.urlOf(name));
  return page;
}

const edgesOf = (page: Page, selector: string) =>
  numbers(
    page,
    `(({ left, right, top, bottom }) => [left, right, top, bottom])(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
  );

it("selects an address as a whole by one click, on two lines too", async () => {
  const page = await opened("tides", { viewport: { width: 320, height: 640 } });
  for (const [at, file] of ["rss.xml", "atom.xml", "feed.json"].entries()) {
    await page.locator(".addresses code").nth(at).click();
    expect(await page.evaluate("getSelection().toString()")).toBe(
      `https://wire.example/feeds/coast/tags/tides/${file}`,
    );
  }
  await page.context().close();
});

it("leads by keyboard past the readers to the latest articles", async () => {
  const page = await opened("coast");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#latest");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await focused.evaluate((element) => element.closest(".latest") !== null)).toBe(true);
  expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  await page.context().close();
});

it.each([
  ["coast", 1],
  ["mina", -1],
] as const)("sets how to subscribe beside the articles on a desk: %s", async (name, side) => {
  const page = await opened(name);
  const [left = 0, , top = 0] = await edgesOf(page, ".subscribe");
  const [articles = 0, , articlesTop = 0] = await edgesOf(page, ".latest");
  expect(Math.sign(left - articles)).toBe(side);
  expect(top).toBe(articlesTop);
  await page.context().close();
});

it.each([
  ["coast", ".masthead"],
  ["coast", ".foot"],
  ["mina", ".masthead"],
] as const)("draws the lines above and below as wide as the page: %s %s", async (name, selector) => {
  const page = await opened(name);
  const [left = 0, right = 0] = await edgesOf(page, "main");
  expect(left).toBeGreaterThan(20);
  expect((await edgesOf(page, selector)).slice(0, 2)).toEqual([left, right]);
  await page.context().close();
});

it("sets how to subscribe above the articles on a phone", async () => {
  const page = await opened("coast", { viewport: SCREENS.phone });
  const [, , , bottom = 0] = await edgesOf(page, ".subscribe");
  const [, , top = 0] = await edgesOf(page, ".latest");
  expect(top).toBeGreaterThan(bottom);
  await page.context().close();
});

it("gives many topics the width of the page, and few the column under the addresses", async () => {
  const many = await opened("extremes");
  expect((await edgesOf(many, ".topics")).slice(0, 2)).toEqual(
    (await edgesOf(many, "main > header")).slice(0, 2),
  );
  await many.context().close();
  const few = await opened("coast");
  expect((await edgesOf(few, ".topics")).slice(0, 2)).toEqual((await edgesOf(few, ".subscribe")).slice(0, 2));
  await few.context().close();
});

it.each(["coast", "mina", "empty", "extremes"])(
  "what is drawn first stays where it is when the rest of the page comes: %s",
  async (name) => {
    const page = await opened(name);
    const places = () =>
      numbers(
        page,
        `[...document.querySelectorAll(".masthead, main > header, .subscribe, .latest, .latest h3, .topics")]
          .flatMap((element) => {
            const { left, right, top } = element.getBoundingClientRect();
            return [left, right, top];
          })`,
      );
    const whole = await places();
    for (const part of [".foot", ".topics", ".latest li:last-child", ".latest", ".subscribe"]) {
      await page.evaluate((selector) => document.querySelector(selector)?.remove(), part);
      const left = await places();
      expect(left, part).toEqual(whole.slice(0, left.length));
    }
    await page.context().close();
  },
);

it("shows no more of a summary than a few lines", async () => {
  const page = await opened("extremes");
  const [height = 0, line = 1] = await numbers(
    page,
    `(() => {
      const summary = document.querySelector(".latest .p-summary");
      return [summary.clientHeight, Number.parseFloat(getComputedStyle(summary).lineHeight)];
    })()`,
  );
  expect(Math.round(height / line)).toBe(5);
  await page.context().close();
});

it("prints the addresses, and no buttons", async () => {
  const page = await opened("coast");
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("main").innerText();
  expect(printed).toContain("https://wire.example/feeds/coast/rss.xml");
  expect(printed).not.toContain("Feedly");
  await page.context().close();
});
