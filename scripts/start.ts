// `npm start`: the whole wire on this machine, with a first article on it.
//
// A small parent of the server: it sees to what a newcomer would trip over,
// plays the cron that never fires locally, and stays until told to stop.

import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { feeds } from "../feeds/index.ts";
import { feedPath } from "../src/model/address.ts";
import type { FeedDefinition } from "../src/model/feed.ts";
import { FORMAT_FACTS, FORMATS } from "../src/model/format.ts";
import { complaintsAbout } from "./check-feeds.ts";
import { ensureDevVars, ROOT, readPort } from "./local.ts";
import { postSample } from "./sample.ts";
import { type LocalServer, startServer } from "./server.ts";

const SWEEP_EVERY = 60_000;

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

const sweep = (origin: string) => fetch(`${origin}/cdn-cgi/local/scheduled`);

async function countArticles(origin: string, feed: FeedDefinition, server: LocalServer): Promise<number> {
  const document = await server.waitFor(origin + feedPath(feed.slug, "json"));
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
  const server = startServer(port, origin);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      stopping = true;
      server.stop(signal);
    });

  try {
    await server.waitFor(`${origin}/healthz`);
    await sweep(origin);
    const counts = await Promise.all(feeds.map((feed) => countArticles(origin, feed, server)));
    sayWhere(origin);
    if (counts.every((count) => count === 0)) await postSample(origin, feeds);
    sayNext(origin, feeds);
  } catch (error) {
    if (!stopping) console.error(error instanceof Error ? error.message : error);
    server.stop("SIGTERM");
    await server.ended;
    return stopping ? 0 : 1;
  }
  const cron = setInterval(() => {
    sweep(origin).catch((error: unknown) => console.error(`The sweep failed: ${String(error)}`));
  }, SWEEP_EVERY);
  const code = await server.ended;
  clearInterval(cron);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
