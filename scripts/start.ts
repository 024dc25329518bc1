// `npm start`: the whole wire on this machine, with a first article on it.
//
// A small parent of `wrangler dev`: it sees to what a newcomer would trip over,
// plays the cron that never fires locally, and stays until told to stop.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { feeds } from "../feeds/index.ts";
import { feedPath } from "../src/model/address.ts";
import type { FeedDefinition } from "../src/model/feed.ts";
import { FORMAT_FACTS, FORMATS } from "../src/model/format.ts";
import { complaintsAbout } from "./check-feeds.ts";
import { ensureDevVars, ROOT, readPort } from "./local.ts";
import { postSample } from "./sample.ts";

const SWEEP_EVERY = 60_000;
const START_WITHIN = 90_000;

async function isBusy(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  const outcome = new Promise<boolean>((settle) => {
    probe.once("error", (error: NodeJS.ErrnoException) => settle(error.code === "EADDRINUSE"));
    probe.once("listening", () => settle(false));
  });
  probe.listen(port, host);
  const busy = await outcome;
  if (probe.listening) {
    probe.close();
    await once(probe, "close");
  }
  return busy;
}

function startWrangler(port: number, origin: string): ChildProcess {
  const wrangler = resolve(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const options = ["dev", "--port", String(port), "--ip", "localhost", "--var", `PUBLIC_ORIGIN:${origin}`];
  const child = spawn(
    process.execPath,
    [wrangler, ...options, "--show-interactive-dev-session=false", "--log-level=warn"],
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "pipe"],
      // Nothing here reads request.cf, so nothing need be fetched for it.
      env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_HIDE_BANNER: "true" },
    },
  );
  passOnWarnings(child.stderr);
  return child;
}

/** Print what wrangler warns of, but for the cron that this script itself plays. */
function passOnWarnings(warnings: Readable): void {
  let aboutCron = false;
  createInterface({ input: warnings }).on("line", (line) => {
    aboutCron ||= line.includes("Scheduled Workers are not automatically triggered");
    if (!aboutCron && line.trim() !== "") console.error(line);
    if (line.includes("For more details")) aboutCron = false;
  });
}

/** Ask until the answer is good. Failures on the way are what waiting is for. */
async function waitFor(url: string, child: ChildProcess): Promise<Response> {
  const until = Date.now() + START_WITHIN;
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response;
    await sleep(150);
  }
  throw new Error(`${url} did not answer within ${START_WITHIN / 1_000} seconds.`);
}

const sweep = (origin: string) => fetch(`${origin}/cdn-cgi/local/scheduled`);

async function countArticles(origin: string, feed: FeedDefinition, child: ChildProcess): Promise<number> {
  const document = await waitFor(origin + feedPath(feed.slug, "json"), child);
  const { items } = (await document.json()) as { items: unknown[] }; // our own JSON Feed
  return items.length;
}

function sayWhere(origin: string): void {
  console.log(`\nEdgewire is at ${origin}\n`);
  for (const { slug, title } of feeds) {
    console.log(`  ${title}`);
    for (const format of FORMATS)
      console.log(`    ${FORMAT_FACTS[format].label.padEnd(9)} ${origin}${feedPath(slug, format)}`);
  }
}

function sayNext(origin: string, [feed]: readonly FeedDefinition[]): void {
  const name = feed?.publishers[0]?.token ?? "";
  console.log(`
Post an article of your own (tokens are in .dev.vars):

  curl ${origin}/feeds/${feed?.slug}/articles \\
    -H "Authorization: Bearer $(grep ^${name} .dev.vars | cut -d= -f2)" \\
    -H "Content-Type: application/json" \\
    -d '{"title":"Hello, wire","content_html":"<p>It works.</p>"}'

Stop with Ctrl-C. What was posted is kept for the next start.`);
}

async function main(): Promise<number> {
  const complaints = await complaintsAbout(resolve(ROOT, "feeds"));
  if (complaints.length > 0) {
    console.error(complaints.join("\n"));
    return 1;
  }
  const port = readPort();
  if ((await isBusy(port, "127.0.0.1")) || (await isBusy(port, "::1"))) {
    console.error(`Port ${port} is in use. Stop what uses it, or take another:  PORT=${port + 1} npm start`);
    return 1;
  }
  if (ensureDevVars()) console.log("Made .dev.vars from .dev.vars.example: the tokens for local use.");

  const origin = `http://localhost:${port}`;
  console.log("Starting the wire …");
  const child = startWrangler(port, origin);
  const exited = once(child, "exit").then(([code]) => Number(code ?? 0));
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      stopping = true;
      child.kill(signal);
    });

  try {
    await waitFor(`${origin}/healthz`, child);
    await sweep(origin);
    const counts = await Promise.all(feeds.map((feed) => countArticles(origin, feed, child)));
    sayWhere(origin);
    if (counts.every((count) => count === 0)) await postSample(origin, feeds);
    sayNext(origin, feeds);
  } catch (error) {
    if (!stopping) console.error(error instanceof Error ? error.message : error);
    child.kill();
    await exited;
    return stopping ? 0 : 1;
  }
  const cron = setInterval(() => {
    sweep(origin).catch((error: unknown) => console.error(`The sweep failed: ${String(error)}`));
  }, SWEEP_EVERY);
  const code = await exited;
  clearInterval(cron);
  return stopping ? 0 : code;
}

process.exitCode = await main();
