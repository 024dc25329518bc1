// How often a feed is worth asking for.

import { expect, it } from "vitest";
import { pollSecondsOf } from "../../src/model/cadence.ts";

const MINUTE = 60_000;
const every = (minutes: number, articles = 12): number[] =>
  Array.from({ length: articles }, (_, at) => Date.UTC(2026, 10, 20) - at * minutes * MINUTE);

it.each<[string, readonly number[], number]>([
  ["no article", [], 300],
  ["one article", every(1, 1), 300],
  ["an article a minute", every(1), 300],
  ["an article every 39 minutes", every(39), 300],
  ["an article every 40 minutes", every(40), 600],
  ["an article an hour", every(60), 900],
  ["an article every two hours", every(120), 1_800],
  ["an article a day", every(1_440), 3_600],
  ["an article a month", every(43_200, 3), 3_600],
  ["two at one moment", [1, 1], 300],
  ["a burst after a long silence", [...every(1, 10), 0], 300],
])("a feed with %s may be kept for %3$d seconds", (_, publishedAts, seconds) => {
  expect(pollSecondsOf(publishedAts)).toBe(seconds);
});
