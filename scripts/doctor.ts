// `npm run doctor -- {url|file} [--profile podcast] [--json]`: what is wrong with a
// feed, where, what to change, and who asks for it. Any feed, not this wire's alone.
//
// Ends with 0 without errors, 1 with errors, 2 when there is no feed to examine.

import { readFileSync, statSync } from "node:fs";
import { parseArgs, styleText } from "node:util";
import { type Examination, examine } from "./doctor/examine.ts";
import type { Findings } from "./doctor/finding.ts";
import { fetchFeed, type Network } from "./doctor/http/fetch-feed.ts";
import { checkHeaders } from "./doctor/http/headers.ts";
import { revalidate } from "./doctor/http/revalidate.ts";
import { isProfile, PROFILES, type Profile } from "./doctor/profiles/profile.ts";
import { countByLevel, type Paint, renderReport } from "./doctor/report.ts";

const MAX_BYTES = 10_000_000;
const NETWORK: Network = { fetch, timeoutMs: 20_000, maxBytes: MAX_BYTES };

const USAGE = `Say which feed: npm run doctor -- https://news.example/feed.xml
An address or a file; --profile ${PROFILES.join(" | ")}, once or more; --json`;

/** What came of looking: an examination, or a sentence that says why there is none. */
type Outcome =
  | { readonly ok: true; readonly examination: Examination; readonly findings: Findings }
  | { readonly ok: false; readonly reason: string };

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

async function examineAddress(address: string, profiles: readonly Profile[]): Promise<Outcome> {
  if (!URL.canParse(address)) return { ok: false, reason: `${address} is no URL` };
  const fetched = await fetchFeed(new URL(address).href, NETWORK);
  if (!fetched.ok) return fetched;
  const { url, headers, bytes } = fetched.value;
  const examination = examine({ bytes, contentType: headers.get("Content-Type"), url }, profiles);
  const { format, links, findings } = examination;
  if (format === null) return { ok: true, examination, findings };
  const asked = [
    ...fetched.findings,
    ...checkHeaders(headers, format, links),
    ...(await revalidate(fetched.value, NETWORK)),
  ];
  return { ok: true, examination, findings: [...findings, ...asked] };
}

function examineFile(file: string, profiles: readonly Profile[]): Outcome {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return { ok: false, reason: `There is no file ${file}` };
  if (!stats.isFile()) return { ok: false, reason: `${file} is not a file` };
  if (stats.size > MAX_BYTES) return { ok: false, reason: `${file} is larger than ${MAX_BYTES} bytes` };
  const examination = examine({ bytes: readFileSync(file), contentType: null, url: null }, profiles);
  return { ok: true, examination, findings: examination.findings };
}

// Only a terminal gets colour, and none if NO_COLOR says so: styleText sees to both.
const STYLES = { error: "red", warning: "yellow", advice: "cyan", dim: "dim", bold: "bold" } as const;
const paint: Paint = (style, text) => styleText(STYLES[style], text, { stream: process.stdout });

type Arguments = { readonly source: string; readonly profiles: readonly Profile[]; readonly json: boolean };

/** @returns what was asked for, or a sentence that says what is wrong with it */
function readArguments(): Arguments | string {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      profile: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
    },
  });
  const [source] = positionals;
  const unknown = values.profile.find((name) => !isProfile(name));
  if (source === undefined || positionals.length > 1) return USAGE;
  if (unknown !== undefined) return `There is no profile ${unknown}: write ${PROFILES.join(", ")}`;
  return { source, profiles: values.profile.filter(isProfile), json: values.json };
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (typeof asked === "string") {
    console.error(`${asked}.`);
    return 2;
  }
  const { source, profiles, json } = asked;
  const outcome = isAddress(source) ? await examineAddress(source, profiles) : examineFile(source, profiles);
  if (!outcome.ok) {
    console.error(`${outcome.reason}.`);
    return 2;
  }
  const { findings } = outcome;
  const { format } = outcome.examination;
  if (format === null) {
    console.error(`${source}: ${findings[0]?.message}`);
    return 2;
  }
  if (json)
    console.log(JSON.stringify({ source, format, counts: countByLevel(findings), findings }, null, 2));
  else process.stdout.write(renderReport(source, format, findings, paint));
  return findings.some(({ level }) => level === "error") ? 1 : 0;
}

process.exitCode = await main().catch((failure: unknown) => {
  console.error(`${failure instanceof Error ? failure.message : String(failure)}\n${USAGE}.`);
  return 2;
});
