// The classics of HTML that means harm, in a real browser, on a page without its
// policy: the sanitizer alone must see to it that nothing runs.

import { afterAll, beforeAll, expect, it } from "vitest";
import { CLASSICS } from "../hostile.ts";
import { openWire, type Reader } from "./wire.ts";

let reader: Reader;
beforeAll(async () => {
  reader = await openWire(0);
});
afterAll(() => reader.close());

/** Open pages of our making in a browser that no policy binds, touch everything on them, and count what ran. */
async function countRun(pages: readonly string[]): Promise<number> {
  const context = await reader.browser.newContext({ bypassCSP: true });
  await context.route(/./, (route) => {
    const at = /^https:\/\/hostile\.test\/(\d+)$/.exec(route.request().url())?.[1];
    return at === undefined
      ? route.abort()
      : route.fulfill({ contentType: "text/html; charset=utf-8", body: pages[Number(at)] ?? "" });
  });
  let run = 0;
  await context.exposeFunction("hacked", () => {
    run += 1;
  });
  const page = await context.newPage();
  for (const at of pages.keys()) {
    await page.goto(`https://hostile.test/${at}`);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>("body *")) {
        // Somebody else's page is none of ours.
        const leadsAway = /^(?:https?|mailto|tel):$/.test(element.closest("a")?.protocol ?? "");
        if (!leadsAway) element.click();
      }
    });
  }
  await page.waitForTimeout(300);
  await context.close();
  return run;
}

const html = (body: string): string => `<!doctype html><meta charset="utf-8"><body>${body}`;

it("would see them run", async () => {
  const loud = [
    "<script>hacked()</script>",
    "<img src=x onerror=hacked()>",
    "<a href='javascript:hacked()'>x</a>",
    "<x onclick=hacked()>x</x>",
  ];
  expect(loud.every((one) => CLASSICS.includes(one))).toBe(true);
  for (const one of loud) expect(await countRun([html(one)]), one).toBeGreaterThan(0);
});

it("sees none of them run on an article's page, on its AMP page or in its feed", async () => {
  const urls = await reader.postAll(
    "coast",
    CLASSICS.map((one, at) => ({
      id: `hostile-${at}`,
      title: one,
      summary: one,
      content_html: `<p>a</p>${one}`,
      tags: [one],
    })),
  );
  const pages: string[] = [];
  for (const url of urls) {
    const amp = await fetch(`${url}/amp`);
    const json = await fetch(url, { headers: { Accept: "application/json" } });
    const { content_html } = (await json.json()) as { content_html: string }; // our own JSON
    pages.push(await (await fetch(url)).text(), await amp.text(), html(content_html));
  }
  expect(pages.filter((page) => page.includes("<p>a</p>"))).toHaveLength(CLASSICS.length * 3);
  expect(await countRun(pages)).toBe(0);
});
