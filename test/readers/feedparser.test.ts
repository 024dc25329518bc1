// What feedparser's documentation promises of conditional requests, each by itself.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentPath, feedPath } from "../../src/model/address.ts";
import { type ServedWire, serveWire } from "../local/served-wire.ts";
import { LATER, SAMPLES, TIDES } from "./articles.ts";
import { documentsWhen, hold } from "./documents.ts";
import { askFeedparser } from "./feedparser.ts";
import { run } from "./programs.ts";

const FEED = "python3-feedparser";

let wire: ServedWire;
const home = mkdtempSync(join(tmpdir(), "feedparser-"));

beforeAll(async () => {
  wire = await serveWire({ entry: resolve(import.meta.dirname, "workers/main.ts") });
  await wire.post(
    FEED,
    SAMPLES.map(({ posted }) => posted),
  );
  await documentsWhen(hold(SAMPLES.length), wire.origin + feedPath(FEED, "rss"));
});
afterAll(async () => {
  await wire?.close();
  rmSync(home, { recursive: true });
});

describe.each([feedPath(FEED, "rss"), feedPath(FEED, "atom"), documentPath(FEED, TIDES, "atom")])(
  "%s",
  (path) => {
    it("is 304 with its ETag alone, and with its Last-Modified alone", async () => {
      const { etag, modified, status } = await askFeedparser(wire.origin + path, home);
      expect([status, etag === "", modified === ""]).toEqual([200, false, false]);
      expect((await askFeedparser(wire.origin + path, home, { etag })).status).toBe(304);
      expect((await askFeedparser(wire.origin + path, home, { modified })).status).toBe(304);
    });

    it("is 200 with the ETag and the Last-Modified of another time", async () => {
      const url = wire.origin + path;
      expect((await askFeedparser(url, home, { etag: '"1700000000000-0123456789abcdef"' })).status).toBe(200);
      expect((await askFeedparser(url, home, { modified: "Tue, 14 Nov 2023 22:13:20 GMT" })).status).toBe(
        200,
      );
    });
  },
);

it("gives who has the ETag of before the new article alone, and who has only the date all of them", async () => {
  const url = wire.origin + feedPath(FEED, "rss");
  const { etag, modified } = await askFeedparser(url, home);
  await wire.post(FEED, [LATER.posted]);
  await documentsWhen(hold(SAMPLES.length + 1), url);
  const difference = await askFeedparser(url, home, { etag });
  expect([difference.status, difference.entries.map(({ id }) => id)]).toEqual([226, ["later-1"]]);
  const whole = await askFeedparser(url, home, { modified });
  expect([whole.status, whole.entries.length]).toEqual([200, SAMPLES.length + 1]);
});

it("says what to install where a reader isn't there", async () => {
  await expect(run("/usr/bin/no-such-reader", [], { home, install: "such-reader" })).rejects.toThrow(
    "There is no /usr/bin/no-such-reader. Install it: apt-get install such-reader",
  );
});
