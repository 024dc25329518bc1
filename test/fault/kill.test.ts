// Invariant 1, with real processes: acknowledged ⇒ its row exists.

import { resolve } from "node:path";
import { expect, it } from "vitest";
import { killWhileWriting } from "./harness.ts";

const entry = (file: string) => resolve(import.meta.dirname, file);

it("loses and doubles nothing that was acknowledged, through 12 SIGKILLs", async () => {
  const report = await killWhileWriting({
    entry: entry("workers/wire.ts"),
    kills: 12,
    articles: 180,
    writers: 6,
  });
  process.stdout.write(`SIGKILL: ${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({
    kills: 12,
    acknowledged: 180,
    lost: [],
    doubled: [],
    forgotten: [],
    unpublished: [],
  });
  expect(report.cut).toBeGreaterThan(0); // kills did hit requests
});

it("is seen to fail on a build that acknowledges before the commit", async () => {
  const report = await killWhileWriting({
    entry: entry("workers/eager.ts"),
    kills: 10,
    articles: 150,
    writers: 6,
  });
  expect(report.lost.length).toBeGreaterThan(0);
});
