// Every page, in a real browser: phone and desk, light and dark.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  FEED_PAGES,
  faultsIn,
  numbers,
  openPages,
  type Pages,
  readThrough,
  SCREENS,
  watch,
} from "./opened-pages.ts";

const PAGES = [
  "home",
  "everything",
  "embeds",
  "withoutSizes",
  "small",
  "portrait",
  "note",
  "german",
  "arabic",
  "japanese",
  "missing",
  "gone",
  ...FEED_PAGES,
] as const;

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

describe.each(["phone", "desktop"] as const)("on a %s", (screen) => {
  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    const options = { viewport: SCREENS[screen], colorScheme };

    it.each(PAGES)(
      "%s raises no complaint, nothing moves when its pictures come, and axe finds no fault",
      async (name) => {
        const context = await pages.openContext(options);
        const { page, complaints } = await watch(context, pages.urlOf(name));
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
  const context = await pages.openContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(pages.urlOf(name));
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  await context.close();
});

it.each(PAGES)("%s can be printed: its text is there", async (name) => {
  const context = await pages.openContext({ viewport: SCREENS.desktop, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(pages.urlOf(name));
  const shown = await page.locator("main").innerText();
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("main").innerText();
  expect(printed.length).toBeGreaterThan(10);
  // What leads elsewhere or plays is of no use on paper.
  const onScreenOnly = await page.locator("main :is(.feeds, .readers)").allInnerTexts();
  for (const line of shown.split("\n").filter((text) => text.trim() !== ""))
    if (!onScreenOnly.some((text) => text.includes(line))) expect(printed).toContain(line);
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  await context.close();
});
