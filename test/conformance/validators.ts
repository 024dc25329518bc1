// What RFC 9110 §8.8 and §13 ask of tags and dates.

import { expect } from "vitest";
import type { Receipt } from "../../src/model/receipt.ts";
import { accepted, publishedAs, request, withdraw } from "../worker/client.ts";
import { freshFeed } from "../worker/feeds.ts";
import { controls } from "../worker/main.ts";
import { asctime, statusFor, statusForDate, statusForTag } from "./conditions.ts";
import { headOf, type Magazine } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";

export const VALIDATORS: readonly Requirement<Magazine>[] = [
  [
    "RFC 9110 §8.8.3",
    "a tag is strong and quoted, and no two documents share one",
    ({ documents }) => {
      const tags = documents.map(({ headers }) => headers.get("ETag"));
      for (const tag of tags) expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/);
      expect(new Set(tags).size).toBe(tags.length);
    },
  ],
  [
    "RFC 9110 §13.1.2",
    "a list of tags matches any of them, and a star matches everything",
    async (of) => {
      expect(await statusForTag(of, (tag) => `"a", ${tag} ,"b"`)).toBe(304);
      expect(await statusForTag(of, () => "*")).toBe(304);
      expect(await statusForTag(of, () => '"a", "b"')).toBe(200);
    },
  ],
  [
    "RFC 9110 §13.1.2",
    "tags are compared weakly, and without what proxies hang on or leave out",
    async (of) => {
      expect(await statusForTag(of, (tag) => `W/${tag}`)).toBe(304);
      expect(await statusForTag(of, (tag) => tag.replace(/"$/, '-gzip"'))).toBe(304);
      expect(await statusForTag(of, (tag) => tag.replace(/"$/, ';br"'))).toBe(304);
      expect(await statusForTag(of, (tag) => tag.replaceAll('"', ""))).toBe(304);
      expect(await statusForTag(of, (tag) => tag.replace(/"$/, 'x"'))).toBe(200);
    },
  ],
  [
    "RFC 9110 §13.1.3",
    "our date is 304, an earlier one 200; a later one is 304 when it is two minutes past it",
    async (of) => {
      controls.clockAhead = 3_600_000;
      const statuses = [-1, 0, 121].map((seconds) => statusForDate(of, seconds));
      expect(await Promise.all(statuses)).toEqual([200, 304, 304]);
    },
  ],
  [
    "RFC 9110 §5.6.7",
    "a date in the form of asctime() is understood",
    async (of) => {
      expect(await statusForDate(of, 0, asctime)).toBe(304);
      expect(await statusForDate(of, -86_400, asctime)).toBe(200);
    },
  ],
  [
    "RFC 9110 §5.6.7",
    "a date in the form of RFC 850, its year in two digits, is understood",
    async (of) => {
      expect(await statusForDate(of, 0, rfc850)).toBe(304);
      expect(await statusForDate(of, -86_400, rfc850)).toBe(200);
    },
  ],
  [
    "RFC 9110 §13.1.3",
    "a date that makes no sense, or lies ahead, is ignored",
    async (of) => {
      expect(await statusForDate(of, 0, () => "yesterday")).toBe(200);
      expect(await statusForDate(of, 0, () => "Tue, 19 Jan 2041 03:14:07 GMT")).toBe(200);
    },
  ],
  [
    "RFC 9110 §13.2.2",
    "a date is ignored beside tags",
    async (of) => {
      const { path, headers } = headOf(of, "rss");
      const conditions = { "If-Modified-Since": headers.get("Last-Modified") ?? "" };
      expect(await statusFor(path, { ...conditions, "If-None-Match": '"other"' })).toBe(200);
    },
  ],
  [
    "RFC 9110 §15.4.5",
    "304 carries what 200 carries, and no body",
    async ({ documents }) => {
      for (const { path, headers } of documents) {
        const again = await request(path, { headers: { "If-None-Match": headers.get("ETag") ?? "" } });
        expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
        for (const name of ["ETag", "Cache-Control", "Vary", "Last-Modified", "Link"])
          expect([name, again.headers.get(name)]).toEqual([name, headers.get(name)]);
      }
    },
  ],
  [
    "RFC 9110 §9.3.2",
    "HEAD carries what GET carries, with the length, and no body",
    async ({ documents }) => {
      for (const { path, headers, text } of documents) {
        const head = await request(path, { method: "HEAD" });
        const length = String(new TextEncoder().encode(text).byteLength);
        expect([path, head.status, await head.text()]).toEqual([path, 200, ""]);
        expect(Object.fromEntries(head.headers)).toEqual({
          ...Object.fromEntries(headers),
          "content-length": length,
        });
      }
    },
  ],
  [
    "RFC 9110 §8.8.2",
    "Last-Modified goes forward with each of ten changes, of which three are withdrawals",
    async () => {
      const feed = freshFeed();
      const dates: number[] = [];
      const note = async (feedVersion: number) => {
        await publishedAs(feed, feedVersion);
        const { headers } = await request(`/feeds/${feed}/rss.xml`);
        dates.push(Date.parse(headers.get("Last-Modified") ?? ""));
      };
      const keys: string[] = [];
      for (const [id, title] of [
        ["1", "One"],
        ["2", "Two"],
        ["1", "One, corrected"],
        ["3", "Three"],
        ["3", "Three, corrected"],
        ["2", "Two, corrected"],
        ["4", "Four"],
      ]) {
        const { key, feedVersion } = await accepted(feed, { id, title });
        keys.push(key);
        await note(feedVersion);
      }
      for (const key of new Set(keys.slice(0, 4))) {
        const answer = await withdraw(feed, key);
        await note((await answer.json<Receipt>()).feedVersion);
      }
      expect(dates.length).toBe(10);
      for (const [at, date] of dates.entries()) expect(date).toBeGreaterThan(dates[at - 1] ?? 0);
    },
  ],
];

/** "Tuesday, 24-Nov-26 05:59:50 GMT" */
function rfc850(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(" ");
  const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(date);
  return `${weekday}, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
}
