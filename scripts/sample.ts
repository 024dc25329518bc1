// The first article on an empty wire, posted as any publisher would.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { feedPath } from "../src/model/address.ts";
import type { FeedDefinition } from "../src/model/feed.ts";
import { FORMAT_FACTS, FORMATS } from "../src/model/format.ts";
import type { Receipt } from "../src/model/receipt.ts";
import { secretOf } from "./local.ts";

/** Post the sample to the first feed, and print where each of its five forms is. */
export async function postSample(origin: string, feeds: readonly FeedDefinition[]): Promise<void> {
  const [feed] = feeds;
  const name = feed?.publishers[0]?.token ?? "";
  const token = secretOf(name);
  if (feed === undefined || token === undefined) {
    console.log(`\nNo sample was posted: .dev.vars has no ${name}.`);
    return;
  }
  const response = await fetch(`${origin}/feeds/${feed.slug}/articles`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/plain; charset=utf-8" },
    body: readFileSync(resolve(import.meta.dirname, "sample-article.txt")),
  });
  if (!response.ok) throw new Error(`The sample was refused: ${await response.text()}`);

  const receipt = (await response.json()) as Receipt; // our own receipt
  await shown(receipt.url);
  console.log("\nThe wire was empty, so it has a sample article now, in five forms:\n");
  for (const format of FORMATS)
    console.log(`    ${FORMAT_FACTS[format].label.padEnd(9)} ${origin}${feedPath(feed.slug, format)}`);
  console.log(`    ${"page".padEnd(9)} ${receipt.url}`);
  console.log(`    ${"AMP".padEnd(9)} ${receipt.url}/amp`);
}

/** Publishing is a moment behind the receipt. */
async function shown(url: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await fetch(url)).ok) return;
    await sleep(100);
  }
  throw new Error(`The sample was accepted, but ${url} does not show it.`);
}
