// node scripts/count-feeds.ts {folder}: reads every feed below a folder as an import
// would, and says how many come through whole, and of the rest why not.
//
// Parsers' public test suites are full of feeds; this is how ours is tried on them.

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IngestError } from "../src/ingest/error.ts";
import { decodeFeed, readFeed } from "../src/ingest/feeds/read-feed.ts";
import { normalize } from "../src/ingest/normalize.ts";

const LIMITS = { maxBytes: 2 * 1_048_576, maxEntries: 5_000 };

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Name a folder: node scripts/count-feeds.ts {folder}");
  process.exit(2);
}

const outcomes = globSync("**/*.{atom,json,rdf,rss,xml}", { cwd: folder }).map((file) => ({
  file,
  ...outcomeOf(readFileSync(join(folder, file))),
}));
for (const { file, entries, faults } of outcomes)
  if (faults.length > 0) console.log(`${file} (${entries} entries)\n  ${faults.slice(0, 5).join("\n  ")}`);
const whole = outcomes.filter(({ faults }) => faults.length === 0).length;
const entries = outcomes.reduce((sum, outcome) => sum + outcome.entries, 0);
const share = outcomes.length === 0 ? 0 : (100 * whole) / outcomes.length;
console.log(
  `${outcomes.length} feeds, ${entries} entries; ${whole} come through whole (${share.toFixed(1)} %)`,
);

function outcomeOf(body: Uint8Array): { readonly entries: number; readonly faults: readonly string[] } {
  const text = decodeFeed(body, null, LIMITS);
  const feed = text.ok ? readFeed(text.value, "https://feeds.example/feed", LIMITS) : text;
  if (!feed.ok) return { entries: 0, faults: [wordsOf(feed.error)] };
  const faults = feed.value.entries.flatMap((entry) => {
    if (!entry.ok) return [wordsOf(entry.error)];
    const normalized = normalize(entry.value.submission, Date.now());
    return normalized.ok ? [] : [`${entry.value.place}: ${wordsOf(normalized.error)}`];
  });
  return { entries: feed.value.entries.length, faults };
}

function wordsOf({ kind, ...numbers }: IngestError): string {
  return `${kind} ${JSON.stringify(numbers)}`;
}
