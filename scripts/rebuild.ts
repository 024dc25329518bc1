// `npm run rebuild -- {feed} [--origin https://wire.example]`: write everything of
// a feed to KV again, from its journal. Readers keep what they have meanwhile.

import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { feeds } from "../feeds/index.ts";
import { feedPath } from "../src/model/address.ts";
import { readPort, secretOf } from "./local.ts";

const PUBLISHED_WITHIN = 60_000;

async function versionOf(url: string): Promise<number> {
  const { headers } = await fetch(url, { method: "HEAD" });
  return Number(headers.get("ETag")?.slice(1).split("-")[0] ?? 0);
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { origin: { type: "string", default: `http://localhost:${readPort()}` } },
  });
  const feed = feeds.find(({ slug }) => slug === positionals[0]);
  if (feed === undefined) {
    console.error(`Say which feed: npm run rebuild -- ${feeds.map(({ slug }) => slug).join(" | ")}`);
    return 1;
  }
  const { token: name } = feed.publishers[0] ?? { token: "" };
  const token = secretOf(name);
  if (token === undefined) {
    console.error(`Set ${name}, in the environment or in .dev.vars: it proves that you may.`);
    return 1;
  }

  const url = values.origin + feedPath(feed.slug, "rss");
  const before = await versionOf(url);
  const response = await fetch(`${values.origin}/feeds/${feed.slug}/rebuild`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) {
    console.error(`Refused: ${await response.text()}`);
    return 1;
  }
  const { articles } = (await response.json()) as { articles: number }; // our own answer
  console.log(`${articles} articles of "${feed.slug}" are being written again.`);
  const until = Date.now() + PUBLISHED_WITHIN;
  while (Date.now() < until) {
    if ((await versionOf(url)) > before) {
      console.log(`The feed is there: ${url}. Pages follow, some 400 a second.`);
      return 0;
    }
    await sleep(250);
  }
  console.log("The feed isn't there yet; at the edge KV may take a minute. The journal goes on by itself.");
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(
    `Nothing was rebuilt: ${error instanceof Error ? error.message : String(error)}. Is the wire running?`,
  );
  return 1;
});
