// `npm run sign -- {file} --source {name} [--feed {feed}] [--origin https://wire.example] [--key whsk_…]`:
// a curl that delivers the file as the source's system would, signed for the next five minutes.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { feeds } from "../feeds/index.ts";
import { checkFeeds } from "../src/model/check-feed.ts";
import type { SourceDefinition } from "../src/model/source.ts";
import { ensureDevVars, readPort, secretOf } from "./local.ts";
import { signedHeaders } from "./sign/signed-headers.ts";

type Hook = { readonly feed: string; readonly source: SourceDefinition };

const HELP =
  "npm run sign -- post.json --source ghost [--feed world] [--origin https://wire.example] [--key whsk_…]";

/** @returns the one hook that is meant, or what to say instead */
function findHook(hooks: readonly Hook[], name: string | undefined, feed: string | undefined): Hook | string {
  const listed = hooks.map((hook) => `  --feed ${hook.feed} --source ${hook.source.name}`).join("\n");
  const known = listed === "" ? "No feed in feeds/ lists a source." : `There are:\n${listed}`;
  if (name === undefined) return `Say which source: ${HELP}\n${known}`;
  const meant = hooks.filter(
    (hook) => hook.source.name === name && (feed === undefined || hook.feed === feed),
  );
  const [only, second] = meant;
  if (only === undefined)
    return `There is no source "${name}"${feed === undefined ? "" : ` in ${feed}`}. ${known}`;
  return second === undefined ? only : `More than one feed has a source "${name}": add --feed.\n${known}`;
}

function readFile(path: string | undefined): Uint8Array | string {
  if (path === undefined) return `Say which file to send: ${HELP}`;
  try {
    return readFileSync(path);
  } catch {
    return `${path} can't be read.`;
  }
}

/** The secret that signs: for Ed25519 that is not the one that the wire has. */
function signingKey(
  { scheme, secret }: SourceDefinition,
  key: string | undefined,
): string | { readonly fault: string } {
  if (key !== undefined) return key;
  if (scheme === "standard-webhooks-ed25519")
    return { fault: "The wire knows the public key alone. Give the private one: --key whsk_…" };
  ensureDevVars();
  return secretOf(secret) ?? { fault: `Set ${secret}, in the environment or in .dev.vars.` };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: "string" },
      feed: { type: "string" },
      key: { type: "string" },
      origin: { type: "string", default: `http://localhost:${readPort()}` },
    },
  });
  const checked = checkFeeds(feeds);
  if (!checked.ok) return complain(checked.error.join("\n"));
  const hooks = [...checked.value].flatMap(([feed, { sources }]) =>
    sources.map((source) => ({ feed, source })),
  );
  const hook = findHook(hooks, values.source, values.feed);
  if (typeof hook === "string") return complain(hook);
  const body = readFile(positionals[0]);
  if (typeof body === "string") return complain(body);
  const key = signingKey(hook.source, values.key);
  if (typeof key !== "string") return complain(key.fault);

  const path = `/feeds/${hook.feed}/hooks/${hook.source.name}`;
  const sent = { "content-type": "application/json" };
  const signature = await signedHeaders(hook.source, key, {
    body,
    path,
    id: randomUUID(),
    now: Date.now(),
    headers: sent,
  });
  const headers = Object.entries({ ...sent, ...signature }).map(
    ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
  );
  const lines = [
    `curl ${quoted(values.origin + path)}`,
    ...headers,
    `--data-binary ${quoted(`@${positionals[0]}`)}`,
  ];
  console.log(lines.join(" \\\n  "));
  return 0;
}

function complain(message: string): number {
  console.error(message);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = complain(error instanceof Error ? `${error.message}\n${HELP}` : String(error));
}
