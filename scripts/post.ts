// `npm run post -- {file} --feed {feed} [--dry-run] [--key {Idempotency-Key}] [--origin https://wire.example]`:
// send a file as an article, and say where it is in every form.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { feeds } from "../feeds/index.ts";
import { feedPath } from "../src/model/address.ts";
import { FORMAT_FACTS, FORMATS } from "../src/model/format.ts";
import { readPort, secretOf } from "./local.ts";

const HELP =
  "npm run post -- article.md --feed world [--dry-run] [--type text/html] [--key …] [--origin https://wire.example]";

const TYPES: Readonly<Record<string, string>> = {
  ".md": "text/markdown",
  ".markdown": "text/markdown",
  ".html": "text/html",
  ".htm": "text/html",
  ".txt": "text/plain",
  ".json": "application/json",
};

type Receipt = {
  readonly url: string;
  readonly status: string;
  readonly revision: number;
  readonly dropped: readonly { readonly rule: string; readonly detail: string }[];
};
type Refusal = {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
};

function sayReceipt(receipt: Receipt, origin: string, slug: string, isDry: boolean): void {
  console.log(`${isDry ? "Would be " : ""}${receipt.status}, revision ${receipt.revision}`);
  for (const { rule, detail } of receipt.dropped) console.log(`  left out: ${detail} (${rule})`);
  if (isDry) return;
  console.log(`\n  ${"Page".padEnd(9)} ${receipt.url}\n  ${"AMP".padEnd(9)} ${receipt.url}/amp`);
  for (const format of FORMATS)
    console.log(`  ${FORMAT_FACTS[format].label.padEnd(9)} ${origin}${feedPath(slug, format)}`);
}

function complain(message: string): number {
  console.error(message);
  return 1;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      feed: { type: "string" },
      type: { type: "string" },
      key: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      origin: { type: "string", default: `http://localhost:${readPort()}` },
    },
  });
  const [path] = positionals;
  const feed = feeds.find(({ slug }) => slug === values.feed);
  if (path === undefined) return complain(`Say which file to post: ${HELP}`);
  if (feed === undefined)
    return complain(`Say which feed: --feed ${feeds.map(({ slug }) => slug).join(" or ")}`);
  const type = values.type ?? TYPES[extname(path).toLowerCase()];
  if (type === undefined)
    return complain(`${path} has none of the endings ${Object.keys(TYPES).join(", ")}: say --type.`);
  const { token } = feed.publishers[0] ?? { token: "" };
  const secret = secretOf(token);
  if (secret === undefined)
    return complain(`Set ${token}, in the environment or in .dev.vars: it proves that you may.`);

  const body = readFileSync(path);
  const isDry = values["dry-run"];
  const response = await fetch(`${values.origin}/feeds/${feed.slug}/articles${isDry ? "?dry_run=1" : ""}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${secret}`,
      "Content-Type": type,
      // The same file again is a retry, not another article.
      "Idempotency-Key": values.key ?? createHash("sha256").update(body).digest("hex"),
    },
    body,
  });
  const answer: unknown = await response.json();
  if (!response.ok) {
    const { title, detail, errors = [] } = answer as Refusal; // RFC 9457, as this wire writes it
    for (const error of errors) console.error(`  ${error.pointer}: ${error.detail}`);
    return complain(`${response.status} ${title}: ${detail}`);
  }
  if (typeof answer === "object" && answer !== null && "results" in answer)
    console.log(JSON.stringify(answer, null, 2));
  else sayReceipt(answer as Receipt, values.origin, feed.slug, isDry); // our own receipt
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = complain(error instanceof Error ? `${error.message}\n${HELP}` : String(error));
}
