// XML and encodings, in any feed; and what is no feed.

import { expect, it } from "vitest";
import { examine } from "../../scripts/doctor/examine.ts";
import type { Profile } from "../../scripts/doctor/profiles/profile.ts";
import { changed, documentOf, examined, JSON_FEED, RSS, said, saidWhere } from "./feeds.ts";

const TITLE = "<title>The tide is in</title>";

it.each<[string, string, string, readonly string[]]>([
  ["an entity of HTML", TITLE, "<title>The&nbsp;tide</title>", ["error xml-entity, line 12"]],
  ["an & that isn't escaped", TITLE, "<title>Tide & time</title>", ["error xml-ampersand, line 12"]],
  ["the number of a forbidden character", TITLE, "<title>Tide&#1;</title>", ["error xml-entity, line 12"]],
  ["a control character", TITLE, "<title>Tide\u0001</title>", ["error xml-character, line 12"]],
  [
    "a prefix that isn't declared",
    "<ttl>",
    "<sy:updatePeriod>hourly</sy:updatePeriod><ttl>",
    ["error xml-namespace, line 9"],
  ],
  ["an element that isn't closed", TITLE, "<title>The tide is in", ["error xml-well-formed, line 21"]],
  ["white space before the declaration", "<?xml", "\n<?xml", ["error xml-declaration, line 2"]],
  ["a document type", "<rss ", "<!DOCTYPE rss>\n<rss ", ["warning xml-doctype, line 1"]],
  ["XML 1.1", '<?xml version="1.0"', '<?xml version="1.1"', ["warning xml-version, line 1"]],
  [
    "a namespace in another case",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/DC/elements/1.1/",
    ["error namespace-near, line 2"],
  ],
  ["a namespace without its slash", "modules/content/", "modules/content", ["error namespace-near, line 2"]],
])("finds %s", (_, from, to, findings) => {
  expect(saidWhere(changed(RSS, from, to))).toEqual(findings);
});

it("says every entity at once, for they don't follow from each other", () => {
  const feed = changed(
    changed(RSS, "Mind the mud.", "Mind the&nbsp;mud&hellip;"),
    TITLE,
    "<title>&copy;</title>",
  );
  expect(saidWhere(feed)).toEqual([
    "error xml-entity, line 12",
    "error xml-entity, line 27",
    "error xml-entity, line 27",
  ]);
});

it("lets an & stand in CDATA and in comments, whatever else is wrong", () => {
  const feed = changed(RSS, TITLE, "<title><![CDATA[Tide & time]]><!-- & -->&tide;</title>");
  expect(saidWhere(feed)).toEqual(["error xml-entity, line 12"]);
});

it("knows the line in a long feed", () => {
  const feed = changed(changed(RSS, "Mind the step.", `${"😀".repeat(50_001)}\n`), "Mind the mud.", "&mud;");
  expect(saidWhere(feed)).toEqual(["error xml-entity, line 28"]);
});

it("gives up early on what is nested deeper than any feed", () => {
  const deep = "<x:a xmlns:x='urn:x'>".repeat(100_000) + "</x:a>".repeat(100_000);
  expect(said(changed(RSS, "<ttl>", `${deep}<ttl>`))).toEqual(["error xml-well-formed"]);
});

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const GERMAN = changed(RSS, TITLE, "<title>Flut für Büsum</title>");

it.each<[string, Uint8Array, string | null, readonly string[]]>([
  ["UTF-8 as it says", documentOf(GERMAN).bytes, "application/rss+xml; charset=utf-8", []],
  ["Latin-1 that says it is UTF-8", latin1(GERMAN), null, ["error encoding-wrong, line 12"]],
  [
    "Latin-1 that says so",
    latin1(GERMAN.replace("UTF-8", "ISO-8859-1")),
    null,
    ["warning encoding-not-utf8, line 1"],
  ],
  [
    "an encoding that nobody knows",
    documentOf(RSS.replace("UTF-8", "harbour-8")).bytes,
    null,
    ["error encoding-unknown, line 1"],
  ],
  [
    "another charset in the header",
    documentOf(RSS).bytes,
    "text/xml; charset=iso-8859-1",
    ["error encoding-mismatch, line 1", "warning encoding-not-utf8, line 1"],
  ],
  ["a byte order mark", documentOf(`\ufeff${RSS}`).bytes, null, ["warning byte-order-mark, line 1"]],
  [
    "a byte order mark in JSON",
    documentOf(`\ufeff${JSON_FEED}`).bytes,
    null,
    ["error byte-order-mark, the feed"],
  ],
  [
    "a character that got lost before",
    documentOf(changed(RSS, TITLE, "<title>B\ufffdsum</title>")).bytes,
    null,
    ["warning encoding-lost, line 12"],
  ],
  [
    "UTF-16 with its mark",
    Uint8Array.from(Buffer.from(`\ufeff${RSS.replace("UTF-8", "UTF-16")}`, "utf16le")),
    null,
    ["warning encoding-not-utf8, line 1"],
  ],
  [
    "JSON in UTF-16",
    Uint8Array.from(Buffer.from(`\ufeff${JSON_FEED}`, "utf16le")),
    null,
    ["error encoding-not-utf8, the feed"],
  ],
])("reads %s", (_, bytes, contentType, findings) => {
  const examination = examine({ bytes, contentType, url: null }, []);
  expect(examination.findings.map(({ level, rule, where }) => `${level} ${rule}, ${where}`)).toEqual(
    findings,
  );
});

it.each([
  ["nothing", "", "it is neither XML nor JSON"],
  ["a text", "The tide is in.", "it is neither XML nor JSON"],
  [
    "a page",
    "<!doctype html><html><p>Tide<br></html>",
    'it is a page in HTML; look in it for <link rel="alternate">, which leads to its feed',
  ],
  ["other XML", "<tide/>", "its root element is <tide>"],
  ["a comment alone", "<!-- tide -->", "its XML has no element"],
  ["other JSON", '{"tide":"in"}', "it is JSON, and not a JSON Feed"],
  ["a list", "[]", "it is JSON, and not a JSON Feed"],
  [
    "RSS 1.0",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    "it is RSS 1.0 (RDF), which is not examined here",
  ],
  [
    "Atom 0.3",
    '<feed xmlns="http://purl.org/atom/ns#"/>',
    'its <feed> is not in Atom\'s namespace: write xmlns="http://www.w3.org/2005/Atom"',
  ],
])("says that %s is no feed, and what it is", (_, text, reason) => {
  const { format, findings } = examined(text);
  expect(format).toBeNull();
  expect(findings.map(({ message }) => message)).toEqual([`This is not a feed: ${reason}.`]);
});

it("says of a large feed what it costs", () => {
  const padded = (bytes: number): string => changed(RSS, "Mind the mud.", "m".repeat(bytes));
  expect(said(padded(900_000))).toEqual([]);
  expect(said(padded(1_100_000))).toEqual(["warning size"]);
  expect(examined(padded(2_100_000)).findings[0]?.message).toContain("2 MB at most");
  expect(examined(padded(3_200_000)).findings[0]?.message).toContain("3 MiB at most");
  expect(said(changed(JSON_FEED, "Mind the mud.", "m".repeat(300_000)))).toEqual(["advice size"]);
});

it.each<[Profile, string]>([
  ["apple-news", "error apple-news-encoding"],
  ["google-news", "warning google-news-encoding"],
  ["podcast", "error podcast-encoding"],
])("asks UTF-8 for %s", (profile, finding) => {
  const bytes = latin1(RSS.replace("UTF-8", "ISO-8859-1"));
  const { findings } = examine({ bytes, contentType: null, url: null }, [profile]);
  expect(findings.map(({ level, rule }) => `${level} ${rule}`)).toContain(finding);
});
