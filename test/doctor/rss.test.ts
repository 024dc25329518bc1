// RSS 2.0: feeds with one fault each.

import { expect, it } from "vitest";
import { changed, RSS, said, saidWhere } from "./feeds.ts";

const GUID = '<guid isPermaLink="false">tag:news.example,2026:tide</guid>';
const ENCLOSURE = '<enclosure url="https://news.example/tide.mp3" length="1801" type="audio/mpeg"/>';
const SELF = '<atom:link rel="self" type="application/rss+xml" href="https://news.example/harbour/rss.xml"/>';
const DATE = "<pubDate>Tue, 24 Nov 2026 10:08:40 GMT</pubDate>";
const IMAGE =
  "<image><url>https://news.example/a.png</url><title>Harbour Desk</title><link>https://news.example/harbour</link>";
const CLOUD =
  '<cloud domain="news.example" port="80" path="/rpc" registerProcedure="" protocol="http-post"/>';

it.each<[string, string, string, string]>([
  ["another version", 'version="2.0"', 'version="0.91"', "error rss-version"],
  [
    "a namespace on its own elements",
    "<rss ",
    '<rss xmlns="http://backend.userland.com/rss2" ',
    "error rss-namespace",
  ],
  ["no channel", RSS.slice(RSS.indexOf("<channel>"), RSS.indexOf("</rss>")), "", "error rss-channel"],
  ["two channels", "</channel>", "</channel><channel/>", "error rss-channel"],
  [
    "an item outside its channel",
    "</channel>",
    "</channel><item><title>x</title></item>",
    "error rss-item-place",
  ],
  ["no title", "<title>Harbour Desk</title>\n", "", "error rss-channel-title"],
  ["an empty title", "<title>Harbour Desk</title>", "<title> </title>", "error rss-channel-title"],
  ["no link", "<link>https://news.example/harbour</link>", "", "error rss-channel-link"],
  [
    "no description",
    "<description>What the tide brings in.</description>",
    "",
    "error rss-channel-description",
  ],
  ["no language", "<language>en-GB</language>", "", "advice rss-language-missing"],
  ["a language written out", ">en-GB<", ">english<", "error rss-language"],
  ["a locale for a language", ">en-GB<", ">en_GB<", "error rss-language"],
  ["a language that nobody speaks", ">en-GB<", ">qq<", "error rss-language"],
  [
    "an ISO date",
    "<lastBuildDate>Tue, 24 Nov 2026 10:08:40 GMT",
    "<lastBuildDate>2026-11-24T10:08:40Z",
    "error rss-date",
  ],
  ["a year of two digits", DATE, "<pubDate>Tue, 24 Nov 26 10:08:40 GMT</pubDate>", "warning rss-date"],
  ["a time zone by its name", DATE, "<pubDate>Tue, 24 Nov 2026 10:08:40 EST</pubDate>", "warning rss-date"],
  ["a time zone that is none", DATE, "<pubDate>Tue, 24 Nov 2026 10:08:40 CET</pubDate>", "error rss-date"],
  ["no time zone", DATE, "<pubDate>Tue, 24 Nov 2026 10:08:40</pubDate>", "error rss-date"],
  ["the wrong day of the week", DATE, "<pubDate>Wed, 24 Nov 2026 10:08:40 GMT</pubDate>", "error rss-date"],
  ["a day that doesn't exist", DATE, "<pubDate>31 Nov 2026 10:08:40 GMT</pubDate>", "error rss-date"],
  ["a ttl of no number", "<ttl>60</ttl>", "<ttl>soon</ttl>", "error rss-ttl"],
  ["a ttl of nought", "<ttl>60</ttl>", "<ttl>0</ttl>", "error rss-ttl"],
  ["two ttls", "<ttl>60</ttl>", "<ttl>60</ttl><ttl>60</ttl>", "error rss-duplicate"],
  ["an element in the wrong case", "<ttl>60</ttl>", "<TTL>60</TTL>", "error rss-unknown-element"],
  [
    "an element of its own without a namespace",
    "<ttl>60</ttl>",
    "<mood>calm</mood>",
    "error rss-unknown-element",
  ],
  [
    "Atom's link without its namespace",
    "<ttl>",
    '<link rel="hub" href="https://hub.example/"/><ttl>',
    "error rss-link-attributes",
  ],
  ["no link to itself", SELF, "", "warning self-missing"],
  ["a relative link", ">https://news.example/tide<", ">/tide<", "error rss-url"],
  ["a space in a link", ">https://news.example/tide<", ">https://news.example/the tide<", "error rss-url"],
  ["an umlaut in a link", ">https://news.example/tide<", ">https://news.example/flüt<", "error rss-url"],
  ["a bare % in a link", ">https://news.example/tide<", ">https://news.example/100%<", "error rss-url"],
  [
    "an editor without an address",
    "<ttl>",
    "<managingEditor>Harbour Desk</managingEditor><ttl>",
    "error rss-email",
  ],
  ["a relative atom:link", SELF, `${SELF}<atom:link rel="related" href="/more"/>`, "error atom-link"],
  [
    "an image without its title",
    "<ttl>",
    "<image><url>https://news.example/a.png</url><link>https://news.example/harbour</link></image><ttl>",
    "error rss-image",
  ],
  ["an image too wide", "<ttl>", `${IMAGE}<width>300</width></image><ttl>`, "error rss-image"],
  [
    "an image of another title",
    "<ttl>",
    `${IMAGE}</image><ttl>`.replace("<title>Harbour Desk", "<title>Logo"),
    "advice rss-image-differs",
  ],
  ["a cloud without a path", "<ttl>", `${CLOUD}<ttl>`.replace(' path="/rpc"', ""), "error rss-cloud"],
  ["a cloud of no protocol", "<ttl>", `${CLOUD}<ttl>`.replace("http-post", "smoke"), "error rss-cloud"],
  ["a cloud at no port", "<ttl>", `${CLOUD}<ttl>`.replace("80", "70000"), "error rss-cloud"],
  ["an hour that doesn't exist", "<ttl>", "<skipHours><hour>24</hour></skipHours><ttl>", "error rss-skip"],
  ["an hour twice", "<ttl>", "<skipHours><hour>3</hour><hour>3</hour></skipHours><ttl>", "warning rss-skip"],
  ["a day in short", "<ttl>", "<skipDays><day>Mon</day></skipDays><ttl>", "error rss-skip"],
  ["a text input", "<ttl>", "<textInput/><ttl>", "advice rss-text-input"],
  [
    "HTML in a title",
    "<title>The tide is in</title>",
    "<title>The &lt;b&gt;tide&lt;/b&gt; is in</title>",
    "warning rss-plain-text",
  ],
  [
    "a title escaped twice",
    "<title>The tide is in</title>",
    "<title>Tide &amp;amp; time</title>",
    "warning rss-plain-text",
  ],
  [
    "HTML that isn't escaped",
    "<description>Mind the step.</description>",
    "<description><p>Mind the step.</p></description>",
    "error rss-unescaped",
  ],
  [
    "an item of nothing",
    "<title>The tide is out</title>\n<link>https://news.example/ebb</link>\n<guid>https://news.example/ebb</guid>\n<pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate>\n<description>Mind the mud.</description>",
    "<guid>https://news.example/ebb</guid><pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate>",
    "error rss-item-empty",
  ],
  [
    "an item with nothing in it",
    "<title>The tide is out</title>\n<link>https://news.example/ebb</link>\n<guid>https://news.example/ebb</guid>\n<pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate>\n<description>Mind the mud.</description>",
    "<guid>https://news.example/ebb</guid><pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate><description/>",
    "warning rss-item-empty",
  ],
  ["an item without a guid", GUID, "", "warning rss-guid-missing"],
  ["an empty guid", GUID, "<guid/>", "error rss-guid-missing"],
  ["a guid twice", "<guid>https://news.example/ebb</guid>", GUID, "error rss-guid-duplicate"],
  [
    "a guid that says it is a URL and is none",
    GUID,
    "<guid>tag:news.example,2026:tide</guid>",
    "error rss-guid-permalink",
  ],
  [
    "a permalink that isn't escaped",
    "<guid>https://news.example/ebb</guid>",
    "<guid>https://news.example/the ebb</guid>",
    "error rss-guid-permalink",
  ],
  ["an isPermaLink of no truth value", 'isPermaLink="false"', 'isPermaLink="no"', "error rss-guid-permalink"],
  ["a small number for a guid", GUID, '<guid isPermaLink="false">7</guid>', "advice rss-guid-short"],
  ["an item without a date", DATE, "", "advice rss-pubdate-missing"],
  [
    "an author without an address",
    "<dc:creator>Harbour Desk</dc:creator>",
    "<author>Harbour Desk</author>",
    "error rss-email",
  ],
  ["an enclosure without a length", ' length="1801"', "", "error rss-enclosure"],
  ["an enclosure without a type", ' type="audio/mpeg"', "", "error rss-enclosure"],
  ["an enclosure without a URL", ' url="https://news.example/tide.mp3"', "", "error rss-enclosure"],
  ["an enclosure of no length", 'length="1801"', 'length="-1"', "error rss-enclosure"],
  ["an enclosure of no type", 'type="audio/mpeg"', 'type="audio"', "error rss-enclosure"],
  [
    "an enclosure elsewhere than on the web",
    'url="https://news.example/tide.mp3"',
    'url="ftp://news.example/tide.mp3"',
    "error rss-enclosure",
  ],
  ["two enclosures", ENCLOSURE, ENCLOSURE + ENCLOSURE, "warning rss-enclosures"],
  ["a source without its address", ENCLOSURE, "<source>Wire</source>", "error rss-source"],
  ["the text before the summary", "<description>Mind the step.</description>", "", "warning content-order"],
  ["two texts", ENCLOSURE, "<content:encoded>x</content:encoded>", "error content-duplicate"],
  [
    "a relative address in the text",
    'href="https://news.example/step"',
    'href="/step"',
    "warning content-relative-url",
  ],
  [
    "a relative picture in a description",
    "Mind the mud.",
    "&lt;img src='mud.png'&gt;",
    "warning content-relative-url",
  ],
  ["text between the elements", "<ttl>", "tide<ttl>", "warning rss-stray-text"],
  ["a guid whose attribute is misspelt", "isPermaLink", "isPermalink", "error rss-guid-permalink"],
  ["a date in lower case", DATE, "<pubDate>tue, 24 nov 2026 10:08:40 GMT</pubDate>", "warning rss-date"],
  ["a month that is none", DATE, "<pubDate>24 Okt 2026 10:08:40 GMT</pubDate>", "error rss-date"],
  ["a time zone of the military", DATE, "<pubDate>Tue, 24 Nov 2026 10:08:40 A</pubDate>", "warning rss-date"],
  [
    "two widths of an image",
    "<ttl>",
    `${IMAGE}<width>88</width><width>88</width></image><ttl>`,
    "error rss-duplicate",
  ],
])("finds %s", (_, from, to, finding) => {
  expect(said(changed(RSS, from, to))).toEqual([finding]);
});

it("says the line, and in which line the other of two is", () => {
  const feed = changed(RSS, "<guid>https://news.example/ebb</guid>", GUID);
  expect(saidWhere(feed)).toEqual(["error rss-guid-duplicate, line 25"]);
});
