// Atom 1.0: feeds with one fault each.

import { expect, it } from "vitest";
import { ATOM, changed, said, saidWhere } from "./feeds.ts";

const AUTHOR = "<author><name>Harbour Desk</name><uri>https://news.example/desk</uri></author>";
const SELF = '<link rel="self" type="application/atom+xml" href="https://news.example/harbour/atom.xml"/>';
const CONTENT = '<content type="html">&lt;p&gt;Mind the step.&lt;/p&gt;</content>';
const SUMMARY = "<summary>Mind the step.</summary>";
const ENTRY_ID = "<id>tag:news.example,2026:tide</id>";
const PAGE = '<link rel="alternate" type="text/html" href="https://news.example/tide"/>';
const XHTML = '<div xmlns="http://www.w3.org/1999/xhtml"><p>Mind the mud.</p></div>';

it.each<[string, string, string, string]>([
  ["no id", "<id>tag:news.example,2026:harbour</id>", "", "error atom-id-missing"],
  ["no title", "<title>Harbour Desk</title>", "", "error atom-title-missing"],
  ["no time", "<updated>2026-11-24T10:08:40Z</updated>", "", "error atom-updated-missing"],
  ["two titles", "<title>Harbour Desk</title>", "<title>A</title><title>B</title>", "error atom-duplicate"],
  [
    "an element that Atom hasn't",
    "<subtitle>",
    "<pubDate>x</pubDate><subtitle>",
    "error atom-unknown-element",
  ],
  ["an element of nobody", "<subtitle>", '<mood xmlns="">calm</mood><subtitle>', "warning atom-no-namespace"],
  ["no language", ' xml:lang="en-GB"', "", "advice atom-language-missing"],
  ["a language that is none", 'xml:lang="en-GB"', 'xml:lang="english"', "error atom-language"],
  ["nobody who wrote it", AUTHOR, "", "error atom-author"],
  ["an author without a name", "<author><name>Harbour Desk</name>", "<author>", "error atom-person"],
  [
    "two names in one author",
    "<name>Harbour Desk</name>",
    "<name>A</name><name>B</name>",
    "error atom-person",
  ],
  [
    "an author's e-mail that is none",
    "<name>Harbour Desk</name>",
    "<name>A</name><email>A</email>",
    "error atom-person",
  ],
  ["no link to itself", SELF, "", "warning self-missing"],
  [
    "a relative link to itself",
    'href="https://news.example/harbour/atom.xml"',
    'href="/atom.xml"',
    "warning self-relative",
  ],
  ["two pages of one kind", PAGE, PAGE + PAGE, "error atom-alternates"],
  ["a link without href", ' href="https://news.example/ebb"', "", "error atom-link"],
  [
    "a space in a link",
    '<link href="https://news.example/ebb"/>',
    '<link href="https://news.example/the ebb"/>',
    "error atom-link",
  ],
  ["a link of no type", 'type="audio/mpeg"', 'type="audio"', "error atom-link"],
  ["a link of no length", 'length="1801"', 'length="30 minutes"', "error atom-link"],
  [
    "a link without a relation in rel",
    '<link href="https://news.example/ebb"/>',
    '<link rel="" href="https://news.example/ebb"/><link href="https://news.example/ebb"/>',
    "error atom-link",
  ],
  [
    "a relative link",
    '<link href="https://news.example/ebb"/>',
    '<link href="/ebb"/>',
    "warning atom-relative-url",
  ],
  ["a relative id", ENTRY_ID, "<id>tide</id>", "error atom-id"],
  ["an empty id", ENTRY_ID, "<id/>", "error atom-id"],
  ["white space in an id", ENTRY_ID, "<id> tag:news.example,2026:tide</id>", "error atom-id"],
  ["a relative icon with a space", "<subtitle>", "<icon>my icon.png</icon><subtitle>", "error atom-iri"],
  [
    "a category without a term",
    '<category term="Weather"/>',
    "<category>Weather</category>",
    "error atom-category",
  ],
  [
    "a date without a time",
    "<updated>2026-11-24T10:08:40Z</updated>",
    "<updated>2026-11-24</updated>",
    "error atom-date",
  ],
  [
    "a date without a zone",
    "<updated>2026-11-24T10:08:40Z</updated>",
    "<updated>2026-11-24T10:08:40</updated>",
    "error atom-date",
  ],
  [
    "a date in lower case",
    "<updated>2026-11-24T10:08:40Z</updated>",
    "<updated>2026-11-24t10:08:40z</updated>",
    "error atom-date",
  ],
  [
    "a day that doesn't exist",
    "<updated>2026-11-24T10:08:40Z</updated>",
    "<updated>2026-02-29T10:08:40Z</updated>",
    "error atom-date",
  ],
  [
    "a date with a line break",
    "<updated>2026-11-24T10:08:40Z</updated>",
    "<updated>2026-11-24T10:08:40Z\n</updated>",
    "error atom-date",
  ],
  [
    "an entry that was changed before it came out",
    "<published>2026-11-24T10:08:40Z",
    "<published>2026-11-25T10:08:40Z",
    "warning atom-published-late",
  ],
  ["an empty title", "<title>The tide is in</title>", "<title/>", "warning atom-title-empty"],
  [
    "HTML in a text that is plain",
    "<title>The tide is in</title>",
    "<title>The &lt;b&gt;tide&lt;/b&gt;</title>",
    "warning atom-plain-text",
  ],
  ["a text of no type", '<title type="html">', '<title type="text/html">', "error atom-text"],
  [
    "HTML that isn't escaped",
    SUMMARY,
    '<summary type="html"><p>Mind the step.</p></summary>',
    "error atom-text",
  ],
  [
    "XHTML without its div",
    XHTML,
    '<p xmlns="http://www.w3.org/1999/xhtml">Mind the mud.</p>',
    "error atom-text",
  ],
  ["two contents", CONTENT, CONTENT + CONTENT, "error atom-duplicate"],
  [
    "content elsewhere without a summary",
    `${SUMMARY}\n${CONTENT}`,
    '<content type="audio/mpeg" src="https://news.example/tide.mp3"/>',
    "error atom-content",
  ],
  [
    "content elsewhere and here",
    CONTENT,
    '<content type="audio/mpeg" src="https://news.example/tide.mp3">x</content>',
    "error atom-content",
  ],
  [
    "content elsewhere of no media type",
    CONTENT,
    '<content type="html" src="https://news.example/tide"/>',
    "error atom-content",
  ],
  ["content of no type", CONTENT, '<content type="markdown">Mind the step.</content>', "error atom-content"],
  [
    "content in Base64 without a summary",
    `${SUMMARY}\n${CONTENT}`,
    '<content type="image/png">AAAA</content>',
    "error atom-content",
  ],
  [
    "a relative picture in the content",
    "&lt;p&gt;Mind the step.",
    '&lt;img src="a.png"&gt;',
    "warning content-relative-url",
  ],
  ["nothing to read", `${SUMMARY}\n${CONTENT}`, "", "warning atom-summary-missing"],
  ["text between the elements", "<subtitle>", "tide<subtitle>", "warning atom-stray-text"],
  ["a feed's empty title", "<title>Harbour Desk</title>", "<title/>", "warning atom-title-empty"],
  ["a base with a space", " xml:lang", ' xml:base="the harbour" xml:lang', "error atom-base"],
  [
    "two relations in one link",
    '<link href="https://news.example/ebb"/>',
    '<link href="https://news.example/ebb"/><link rel="via related" href="https://news.example/ebb"/>',
    "error atom-link",
  ],
  ["a scheme that is no IRI", 'term="Weather"', 'term="Weather" scheme="/tags"', "error atom-category"],
  [
    "a generator on no address",
    "<subtitle>",
    '<generator uri="the wire">Wire</generator><subtitle>',
    "error atom-generator",
  ],
  [
    "content elsewhere of unknown type",
    CONTENT,
    '<content src="https://news.example/tide.mp3"/>',
    "warning atom-content",
  ],
  ["content at no address", CONTENT, '<content type="audio/mpeg" src="the tide.mp3"/>', "error atom-content"],
  [
    "content of several things",
    CONTENT,
    '<content type="multipart/mixed">AAAA</content>',
    "error atom-content",
  ],
  [
    "content that is no Base64",
    CONTENT,
    '<content type="image/png">a picture!</content>',
    "error atom-content",
  ],
  [
    "two titles of the feed it is from",
    "<summary>",
    "<source><title>A</title><title>B</title></source><summary>",
    "error atom-duplicate",
  ],
])("finds %s", (_, from, to, finding) => {
  expect(said(changed(ATOM, from, to))).toEqual([finding]);
});

it("wants a page of an entry that has no content", () => {
  expect(said(changed(changed(ATOM, PAGE, ""), CONTENT, ""))).toEqual(["error atom-alternate-missing"]);
});

it("takes the authors of the entries for that of the feed, and names the first entry without one", () => {
  const theirs = changed(changed(ATOM, AUTHOR, ""), ENTRY_ID, ENTRY_ID + AUTHOR);
  expect(saidWhere(theirs)).toEqual(["error atom-author, line 21"]);
  const second = "<id>https://news.example/ebb</id>";
  expect(said(changed(theirs, second, second + AUTHOR))).toEqual([]);
});

it("wants no author where there is no entry, and no summary of Base64 that has one", () => {
  const empty = changed(ATOM, AUTHOR, "").replace(/<entry>[\s\S]*<\/entry>\n/, "");
  expect(said(empty)).toEqual([]);
  expect(said(changed(ATOM, CONTENT, '<content type="image/png">AAAA\n/+8=</content>'))).toEqual([]);
});

it("lets addresses be relative to a base", () => {
  const based = changed(ATOM, " xml:lang", ' xml:base="https://news.example/" xml:lang');
  expect(said(changed(based, "https://news.example/harbour/atom.xml", "harbour/atom.xml"))).toEqual([]);
});

it("finds two entries of one id and one time, and says where the other is", () => {
  const twice = changed(ATOM, "<id>https://news.example/ebb</id>", ENTRY_ID);
  const feed = changed(twice, "2026-11-23T21:00:00.5Z", "2026-11-24T10:08:40Z");
  expect(saidWhere(feed)).toEqual(["error atom-id-duplicate, line 21"]);
});
