// Whatever comes for a feed, the doctor says something of it, and the same again.

import fc from "fast-check";
import { expect, it } from "vitest";
import { examine } from "../../scripts/doctor/examine.ts";
import { PROFILES } from "../../scripts/doctor/profiles/profile.ts";
import { ATOM, JSON_FEED, PODCAST, RSS } from "./feeds.ts";

const feed = fc.constantFrom(RSS, ATOM, JSON_FEED, PODCAST).map((text) => new TextEncoder().encode(text));

// What stands in feeds, and what doesn't.
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 4 }),
  fc
    .constantFrom(
      "<",
      ">",
      "&",
      '"',
      "<item>",
      "</item>",
      "<!--",
      "<![CDATA[",
      "{",
      "[",
      "null",
      "7",
      ",",
      'x=""',
    )
    .map((text) => new TextEncoder().encode(text)),
);

const damaged = fc
  .tuple(feed, fc.array(fc.tuple(fc.nat(), fc.nat(400), piece), { minLength: 1, maxLength: 3 }))
  .map(([bytes, damages]) =>
    damages.reduce<Uint8Array>((sofar, [place, length, put]) => {
      const at = place % sofar.length;
      return Uint8Array.from([...sofar.slice(0, at), ...put, ...sofar.slice(at + length)]);
    }, bytes),
  );

it.each([
  ["a feed that was damaged", damaged],
  ["any bytes", fc.uint8Array({ maxLength: 200 })],
])("examines %s without failing, and comes to the same again", (_, bytesOf) => {
  fc.assert(
    fc.property(bytesOf, (bytes) => {
      const document = { bytes, contentType: null, url: "https://news.example/feed" };
      const examination = examine(document, PROFILES);
      expect(examination.findings.every(({ message }) => /^.+\.$/s.test(message))).toBe(true);
      expect(examine(document, PROFILES)).toEqual(examination);
    }),
    { numRuns: 400 },
  );
});
