import { afterEach, expect, it, vi } from "vitest";
import { launchChromium } from "../local/chromium.ts";

afterEach(() => vi.unstubAllEnvs());

it("a machine without Chromium is told what to do", () => {
  vi.stubEnv("CHROMIUM", "/nowhere/chromium");
  expect(launchChromium).toThrow(
    "There is no Chromium at /nowhere/chromium. Install it (apt-get install chromium), or say where it is",
  );
});
