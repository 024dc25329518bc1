// The README's one picture: the article on a desk in the light, beside a phone in the dark.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";

const dataUrlOf = (file: string): string => `data:image/png;base64,${readFileSync(file).toString("base64")}`;

/** @param folder where the screenshots are; @param path of the PNG that is written */
export async function composePicture(browser: Browser, folder: string, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
  await page.setContent(`<style>
    body{margin:0;block-size:640px;overflow:hidden;background:#8d948f}
    img{position:absolute;object-fit:cover;object-position:top}
    .desk{inset:36px auto auto 36px;inline-size:720px;block-size:568px}
    .phone{inset:72px 36px auto auto;inline-size:246px;block-size:532px;border-radius:22px;border:5px solid #1b1a17}
  </style>
  <img class="desk" src="${dataUrlOf(resolve(folder, "english-desktop-light.png"))}">
  <img class="phone" src="${dataUrlOf(resolve(folder, "english-phone-dark.png"))}">`);
  await page.screenshot({ path });
  await page.close();
}
