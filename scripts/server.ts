// The local server: `wrangler dev`, which is started again when it no longer
// answers. (Its proxy doesn't find a workerd that was killed and came back.)

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./local.ts";

const START_WITHIN = 90_000;
const LOOK_EVERY = 5_000;
const MISSES = 2; // in a row: a machine may be busy for a while

export type LocalServer = {
  /** Ask until the answer is good. @throws when the server ended or took too long */
  readonly waitFor: (url: string) => Promise<Response>;
  readonly stop: (signal: NodeJS.Signals) => void;
  /** Its exit code; 0 when it was stopped. */
  readonly ended: Promise<number>;
};

export function startServer(port: number, origin: string): LocalServer {
  let child = spawnWrangler(port, origin);
  let ended = false;
  let stopping = false;
  let restarting = false;
  let answered = false; // at least once

  const live = async (): Promise<number> => {
    for (;;) {
      const [code] = await once(child, "exit");
      if (stopping) return 0;
      if (!restarting) return Number(code ?? 1);
      child = spawnWrangler(port, origin);
      await waitFor(`${origin}/healthz`);
      restarting = false;
      console.error("It answers again. What was posted is there.");
    }
  };

  const waitFor = async (url: string): Promise<Response> => {
    const until = Date.now() + START_WITHIN;
    while (Date.now() < until && !ended && child.exitCode === null) {
      const response = await ask(url); // failures on the way are what waiting is for
      if (response?.ok) {
        answered = true;
        return response;
      }
      await sleep(150);
    }
    throw new Error(`${url} did not answer within ${START_WITHIN / 1_000} seconds.`);
  };

  const watch = async () => {
    for (let misses = 0; !ended; ) {
      await sleep(LOOK_EVERY, null, { ref: false });
      const isStarting = restarting || !answered;
      misses = isStarting || (await ask(`${origin}/healthz`))?.ok ? 0 : misses + 1;
      if (misses < MISSES || ended || stopping) continue;
      console.error("The wire no longer answers: it is started again.");
      restarting = true;
      child.kill();
    }
  };

  void watch();
  return {
    waitFor,
    stop: (signal) => {
      stopping = true;
      child.kill(signal);
    },
    ended: live().finally(() => {
      ended = true;
    }),
  };
}

const ask = (url: string): Promise<Response | null> =>
  fetch(url, { signal: AbortSignal.timeout(LOOK_EVERY) }).catch(() => null);

function spawnWrangler(port: number, origin: string): ChildProcess {
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

/** Print what wrangler warns of, but for the cron that npm start itself plays. */
function passOnWarnings(warnings: Readable): void {
  let aboutCron = false;
  createInterface({ input: warnings }).on("line", (line) => {
    aboutCron ||= line.includes("Scheduled Workers are not automatically triggered");
    if (!aboutCron && line.trim() !== "") console.error(line);
    if (line.includes("For more details")) aboutCron = false;
  });
}
