import { expect, it } from "vitest";
import { countSitemaps } from "../../src/model/sitemap.ts";

it.each([
  [0, 1], // the feed's page has to be somewhere
  [1, 1],
  [9_999, 1],
  [10_000, 2],
  [19_998, 2],
  [19_999, 3],
  [1_000_000, 101],
])("%i articles are in %i sitemaps", (mapped, sitemaps) => {
  expect(countSitemaps(mapped)).toBe(sitemaps);
});
