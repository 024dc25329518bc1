// Dates as feeds have them, in every form that was seen.

import { describe, expect, it } from "vitest";
import { parseDate } from "../../../src/ingest/dates.ts";
import { readFeedDate } from "../../../src/ingest/feeds/feed-date.ts";
import { NOW } from "./read.ts";

describe("a date", () => {
  it.each([
    ["Fri, 20 Nov 2026 10:05:07 GMT", "2026-11-20T10:05:07Z"],
    ["Fri, 20 Nov 2026 10:05:07 +0130", "2026-11-20T10:05:07+01:30"],
    ["Fri, 20 Nov 2026 10:05 EST", "2026-11-20T10:05:00-05:00"],
    ["Mon, 20 Nov 2026 10:05:07 GMT", "2026-11-20T10:05:07Z"], // it was a Friday
    ["20 Nov 26 10:05:07 UT", "2026-11-20T10:05:07Z"],
    ["20 Nov 99 10:05:07 Z", "1999-11-20T10:05:07Z"],
    ["Friday, 20-Nov-26 10:05:07 GMT", "2026-11-20T10:05:07Z"],
    ["Fri,20 November 2026 10:05:07 CEST", "2026-11-20T10:05:07+02:00"],
    ["Fri, 20 Nov 2026 10:05:07 GMT+2", "2026-11-20T10:05:07+02:00"],
    ["Fri, 20 Nov 2026 10:05:07 -5", "2026-11-20T10:05:07-05:00"],
    ["Fri, 20 Nov 2026 10:05:07 +0000 (UTC)", "2026-11-20T10:05:07+00:00"],
    ["Fri Nov 20 10:05:07 2026", "2026-11-20T10:05:07"],
    ["Fri Nov 20 10:05:07 PST 2026", "2026-11-20T10:05:07-08:00"],
    ["November 20, 2026 10:05 PM", "2026-11-20T22:05:00"],
    ["Nov 20th, 2026, at 12:05 a.m.", "2026-11-20T00:05:00"],
    ["20 Nov 2026", "2026-11-20T00:00:00"],
    ["2026-11-20T10:05:07.25Z", "2026-11-20T10:05:07.25Z"],
    ["2026-11-20T10:05Z", "2026-11-20T10:05:00Z"],
    ["2026-11-20t10:05:07z", "2026-11-20T10:05:07Z"],
    ["2026-11-20 10:05:07 +01:00", "2026-11-20T10:05:07+01:00"],
    ["2026-11-20T10:05:07+0100", "2026-11-20T10:05:07+01:00"],
    ["2026/11/20 10:05", "2026-11-20T10:05:00"],
    ["2026-11", "2026-11-01T00:00:00"],
    ["2026", "2026-01-01T00:00:00"],
    ["20261120T100507Z", "2026-11-20T10:05:07Z"],
    ["  2026-11-20\n", "2026-11-20T00:00:00"],
  ])("%s", (text, expected) => {
    expect(readFeedDate(text)).toBe(expected);
    expect(parseDate(expected, NOW).ok).toBe(true);
  });

  it.each([
    ["Fri, 20 Nov 2026 10:05:07 QQT", "2026-11-20T10:05:07"],
    ["Fri, 20 Nov 2026 10:05:07 A", "2026-11-20T10:05:07Z"],
  ])("%s is without a zone where its zone has no one meaning", (text, expected) => {
    expect(readFeedDate(text)).toBe(expected);
  });

  it.each([
    "yesterday",
    "20 Foo 2026 10:05:07 GMT",
    "Fri, 20 Nov 2026 13:05 PM",
    "",
    `${"1 ".repeat(50_000)}Nov 2026`,
  ])("%s stays as it came, and is refused", (text) => {
    expect(readFeedDate(text)).toBe(text.trim());
    expect(parseDate(text, NOW).ok).toBe(false);
  });

  it.each(["Fri, 30 Feb 2026 10:05:07 GMT", "2026-13-01", "2026-11-20T25:00:00Z"])(
    "%s doesn't exist, and is refused",
    (text) => {
      expect(parseDate(readFeedDate(text), NOW).ok).toBe(false);
    },
  );
});
