// `npm run doctor` as a person runs it: what it prints, and how it ends.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serveFeed } from "./feed-server.ts";
import { changed, PODCAST, RSS } from "./feeds.ts";

const folder = mkdtempSync(join(tmpdir(), "feeds-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(text: string): string {
  files += 1;
  const file = join(folder, `${files}.xml`);
  writeFileSync(file, text);
  return file;
}

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const doctor = (...words: readonly string[]): Promise<Ended> =>
  new Promise((settle) => {
    const script = resolve(import.meta.dirname, "../../scripts/doctor.ts");
    const child = execFile(process.execPath, [script, ...words], (_, out, err) =>
      settle({ code: child.exitCode ?? -1, out, err }),
    );
  });

it("ends with 0 and a line when there is nothing to change", async () => {
  const file = fileOf(RSS);
  expect(await doctor(file)).toEqual({
    code: 0,
    out: `${file} (RSS 2.0)\n\nNo errors, no warnings, no pieces of advice.\n`,
    err: "",
  });
});

it("ends with 0 when it has warnings and advice alone", async () => {
  const { code, out } = await doctor(fileOf(RSS), "--profile", "feedly", "--profile", "google-news");
  expect(code).toBe(0);
  expect(out).toContain("\nNo errors, no warnings, 7 pieces of advice.\n");
});

it("ends with 1 when there is an error, and says where, what to change and who asks for it", async () => {
  const feed = changed(RSS, 'isPermaLink="false">tag:', ">tag:").replaceAll(/<pubDate>.*<\/pubDate>\n/g, "");
  const file = fileOf(feed);
  expect(await doctor(file)).toEqual({
    code: 1,
    out: `${file} (RSS 2.0)

Errors
  line 14: Write isPermaLink="false" on <guid> "tag:news.example,2026:tide": without it, readers open the guid as a URL.
    rss-guid-permalink · RSS 2.0 specification, <guid>

Advice
  line 11, line 21: Give <item> a <pubDate>: without one, readers take the time at which they found it.
    rss-pubdate-missing · RSS 2.0 specification, <pubDate>

1 error, no warnings, 2 pieces of advice.
`,
    err: "",
  });
});

it("names five places of what is alike, and the number of the others", async () => {
  const item = '<item><title>Tide</title><guid isPermaLink="false">urn:tide</guid></item>\n';
  const items = Array.from({ length: 8 }, (_, n) => item.replace("urn:tide", `urn:tide:${n}`)).join("");
  const { out } = await doctor(fileOf(RSS.replace(/<item>[\s\S]*<\/item>\n/, items)));
  expect(out).toContain("  line 11, line 12, line 13, line 14, line 15 and 3 more: Give <item> a <pubDate>");
});

it("prints findings as JSON", async () => {
  const file = fileOf(changed(PODCAST, "<language>en-GB</language>", "<language>en-UK-</language>"));
  const { code, out } = await doctor("--json", file);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    source: file,
    format: "rss",
    counts: { error: 1, warning: 0, advice: 0 },
    findings: [
      {
        level: "error",
        rule: "rss-language",
        where: "line 7",
        message: '<language> "en-UK-": write a language tag such as en-GB.',
        source: "RSS 2.0 specification, <language>",
      },
    ],
  });
});

it("fetches an address, and says what is wrong with how it is served", async () => {
  const server = await serveFeed((right) => ({
    ...right,
    headers: { ...right.headers, "Cache-Control": "no-store" },
  }));
  const { code, out } = await doctor(`${server.origin}/feed.xml`);
  const { code: none, err } = await doctor(`${server.origin}/nothing`);
  await server.stop();
  expect(code).toBe(0);
  expect(out).toContain("\nWarnings\n  header Cache-Control: Take no-store out");
  expect(out).toContain("\nNo errors, 1 warning, no pieces of advice.\n");
  expect(none).toBe(2);
  expect(err).toBe(`${server.origin}/nothing answered 404 to an ordinary GET.\n`);
});

const USAGE = /^Say which feed: npm run doctor -- https:\/\/news\.example\/feed\.xml\n/;

it.each<[string, () => readonly string[], RegExp]>([
  ["no feed is named", () => [], USAGE],
  ["two are named", () => [fileOf(RSS), fileOf(RSS)], USAGE],
  ["the file isn't there", () => ["nothing.xml"], /^There is no file nothing\.xml\.\n$/],
  ["the file is a folder", () => [folder], /^.* is not a file\.\n$/],
  ["the file is too large", () => [tooLarge()], /^.* is larger than 10000000 bytes\.\n$/],
  [
    "the file is a page",
    () => [fileOf("<!doctype html><title>Tide</title>")],
    /^.*: This is not a feed: it is a page in HTML; /,
  ],
  ["the address is none", () => ["http://"], /^http:\/\/ is no URL\.\n$/],
  [
    "there is no such profile",
    () => ["--profile", "spotify", fileOf(RSS)],
    /^There is no profile spotify: write apple-news, google-news, podcast, feedly\.\n$/,
  ],
  ["there is no such option", () => ["--loud", fileOf(RSS)], /^Unknown option '--loud'.*\nSay which feed: /],
])("ends with 2 and a sentence when %s", async (_, words, sentence) => {
  const { code, out, err } = await doctor(...words());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(sentence);
});

function tooLarge(): string {
  const file = fileOf("");
  truncateSync(file, 10_000_001);
  return file;
}
