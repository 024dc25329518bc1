// Instants, addresses and languages, where the feeds' tables don't show what they come to.

import { describe, expect, it } from "vitest";
import { readIsoDate } from "../../scripts/doctor/values/iso-date.ts";
import { hasRegion, languageTag } from "../../scripts/doctor/values/languages.ts";
import { plainTextFault, relativeAddressIn } from "../../scripts/doctor/values/markup.ts";
import { readRssDate } from "../../scripts/doctor/values/rss-date.ts";
import { absoluteIri, sameAddress, webUrl } from "../../scripts/doctor/values/urls.ts";

const INSTANT = Date.UTC(2026, 10, 24, 10, 8, 40);

describe("a date", () => {
  it.each([
    "Tue, 24 Nov 2026 10:08:40 GMT",
    "24 Nov 2026 10:08:40 +0000",
    "Tue, 24 Nov 2026 11:38:40 +0130",
    "Tue, 24 Nov 2026 05:08:40 EST",
    " Tue, 24 Nov 26 10:08:40 UT\n",
  ])("of RSS is read: %s", (text) => {
    expect(readRssDate(text).at).toBe(INSTANT);
  });

  it.each([
    "2026-11-24T10:08:40Z",
    "2026-11-24t10:08:40z",
    "2026-11-24T11:38:40+01:30",
    "2026-11-24T10:08:40.000-00:00",
  ])("of Atom and JSON Feed is read: %s", (text) => {
    expect(readIsoDate(text)).toBe(INSTANT);
  });

  it.each(["2026-11-24", "2026-13-24T10:08:40Z", "2026-11-24T24:08:40Z", "2026-11-24T10:08:40+25:00", ""])(
    "is none: %s",
    (text) => {
      expect(readIsoDate(text)).toBeNull();
    },
  );

  it("may fall into a leap second", () => {
    expect(readIsoDate("2016-12-31T23:59:60Z")).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
    expect(readRssDate("Sat, 31 Dec 2016 23:59:60 GMT").fault).toBeNull();
  });
});

describe("an address", () => {
  it.each([
    ["https://n.example/a?b=%20#c", null],
    ["/a", "write the whole URL, from https:// on"],
    ["ftp://n.example/", "write a URL that begins with https:// or http://"],
    ["https://n.example/a b", "escape the space as %20"],
    ["https://n.example/{a}", "escape { as %7B"],
    ["https://n.example/é", "escape é as %C3%A9"],
    ["https://n.example/100%", "escape % as %25"],
    [" https://n.example/", "take out the white space around it"],
    ["", "write an absolute URL"],
  ])("%j is told %s", (address, change) => {
    expect(webUrl(address)).toBe(change);
  });

  it("of any script is an IRI", () => {
    expect(absoluteIri("tag:news.example,2026:Flut/für")).toBeNull();
  });

  it.each([
    ["https://n.example", "https://N.example/#top", true],
    ["https://n.example/a", "https://n.example/a/", false],
    ["not an address", "not an address", true],
  ])("%s is %s: %j", (one, other, isSame) => {
    expect(sameAddress(one, other)).toBe(isSame);
  });
});

describe("a language", () => {
  it.each([
    ["en", null],
    ["zh-Hant-TW", null],
    ["gsw", null],
    ["x-klingon", null],
    ["en_GB", "write en-GB"],
    ["english", "write a language tag such as en-GB"],
    ["en-", "write a language tag such as en-GB"],
    ["qq", "write the code of a language, such as en"],
  ])("%s is told %s", (tag, change) => {
    expect(languageTag(tag)).toBe(change);
  });

  it.each([
    ["en-GB", true],
    ["zh-Hant-TW", true],
    ["es-419", true],
    ["en", false],
    ["zh-Hant", false],
  ])("%s names a country: %j", (tag, names) => {
    expect(hasRegion(tag)).toBe(names);
  });
});

describe("a text", () => {
  it.each([
    ["1 < 2 & 3 > 2", null],
    ["How to close a <p>", null],
    ["Vector<T>", null],
    ["The <i>tide</i>", "take the markup (</i>) out of it"],
    ["Line<br />break", "take the markup (<br />) out of it"],
    ['A <a href="#">link', "take the markup (<a href=) out of it"],
    ["Tide &amp; time", "write the character itself for &amp;: it is escaped twice"],
  ])("%s is told %s", (text, change) => {
    expect(plainTextFault(text)).toBe(change);
  });

  it.each([
    ['<img alt="a" src="/a.png">', "/a.png"],
    ["<a href='b'>", "b"],
    ['<a href="#note">', null],
    ['<a href="mailto:desk@news.example">', null],
    ['src="a.png" in no element', null],
  ])("%s has the relative address %s", (html, address) => {
    expect(relativeAddressIn(html)).toBe(address);
  });
});
