// Of a feed without a fault the doctor has nothing to say.

import { expect, it } from "vitest";
import { ATOM, changed, examined, JSON_FEED, PODCAST, RSS } from "./feeds.ts";

it.each([
  ["RSS", RSS, "rss"],
  ["Atom", ATOM, "atom"],
  ["JSON Feed", JSON_FEED, "json"],
  ["a podcast, whose profile it finds out by itself", PODCAST, "rss"],
  ["RSS without an article", RSS.replace(/<item>[\s\S]*<\/item>\n/, ""), "rss"],
  ["Atom without an article", ATOM.replace(/<entry>[\s\S]*<\/entry>\n/, ""), "atom"],
  ["JSON Feed without an article", JSON_FEED.replace(/"items": \[[\s\S]*\]/, '"items": []'), "json"],
])("has nothing to say of %s", (_, feed, format) => {
  expect(examined(feed)).toMatchObject({ format, findings: [] });
});

it.each([
  [
    "a title that speaks of an element",
    RSS,
    "<title>The tide is in</title>",
    "<title>How to use &lt;p&gt;</title>",
  ],
  ["an ampersand in a title", RSS, "<title>The tide is in</title>", "<title>Tide &amp; time</title>"],
  [
    "an e-mail address with a name",
    RSS,
    "<ttl>",
    "<webMaster>desk@news.example (World Desk)</webMaster><ttl>",
  ],
  [
    "a day of one digit",
    RSS,
    "Tue, 24 Nov 2026 10:08:40 GMT</pubDate>",
    "Wed, 4 Nov 2026 10:08 GMT</pubDate>",
  ],
  ["elements of a namespace that nobody knows", RSS, "<ttl>", '<x:y xmlns:x="urn:x"/><ttl>'],
  ["an enclosure whose length nobody knows", RSS, 'length="1801"', 'length="0"'],
  [
    "white space around a URL's element's text",
    RSS,
    ">https://news.example/tide<",
    ">\nhttps://news.example/tide\n<",
  ],
  [
    "a relative address where xml:base is",
    ATOM,
    '<content type="html">',
    '<content type="html" xml:base="https://n.example/">&lt;img src="a.png">',
  ],
  [
    "letters of any script in an IRI",
    ATOM,
    '<link href="https://news.example/ebb"/>',
    '<link href="https://news.example/Ebbe/über"/>',
  ],
  [
    "an author of 1.0 beside the authors",
    JSON_FEED,
    '"language"',
    '"author": { "name": "Desk" }, "language"',
  ],
  [
    "two entries of one id, the one updated later",
    ATOM,
    "<id>https://news.example/ebb</id>",
    "<id>tag:news.example,2026:tide</id>",
  ],
])("has nothing to say of %s", (_, feed, from, to) => {
  expect(examined(changed(feed, from, to)).findings).toEqual([]);
});
