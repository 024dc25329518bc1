// The browser in which pages are looked at: the machine's own Chromium.

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** @throws with what to do when there is none */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath))
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it (apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium`,
    );
  // The sandbox wants rights that a container doesn't give; all that is opened is our own.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
