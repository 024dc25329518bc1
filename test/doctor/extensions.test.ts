// Namespaces that feeds use besides: elements with one fault each.

import { expect, it } from "vitest";
import { changed, PODCAST, RSS, said } from "./feeds.ts";

const NAMESPACES = {
  media: "http://search.yahoo.com/mrss/",
  webfeeds: "http://webfeeds.org/rss/1.0",
  source: "http://source.scripting.com/",
  sy: "http://purl.org/rss/1.0/modules/syndication/",
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
};
const DECLARED = changed(
  RSS,
  "<rss ",
  `<rss ${Object.entries(NAMESPACES)
    .map(([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`)
    .join(" ")} `,
);
const inChannel = (xml: string): string => changed(DECLARED, "<ttl>", `${xml}<ttl>`);
const inItem = (xml: string): string => changed(DECLARED, "<category>", `${xml}<category>`);

it.each([
  [
    "a picture",
    inItem(
      '<media:content url="https://n.example/a.jpg" medium="image" width="640" height="480"><media:title type="plain">Tide</media:title></media:content>',
    ),
  ],
  [
    "a picture in two sizes",
    inItem(
      '<media:group><media:content url="https://n.example/a.jpg"/><media:content url="https://n.example/b.jpg"/></media:group>',
    ),
  ],
  [
    "a video that plays elsewhere",
    inItem('<media:content><media:player url="https://n.example/play"/></media:content>'),
  ],
  [
    "what Feedly shows",
    inChannel(
      '<webfeeds:cover image="https://n.example/c.png"/><webfeeds:icon>https://n.example/i.png</webfeeds:icon><webfeeds:logo>https://n.example/l.svg</webfeeds:logo><webfeeds:accentColor>00FF00</webfeeds:accentColor><webfeeds:related layout="card" target="browser"/>',
    ),
  ],
  ["Markdown beside the HTML", inItem("<source:markdown>Mind *the step*.</source:markdown>")],
  [
    "a period",
    inChannel("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"),
  ],
  ["a person", inItem('<podcast:person role="guest" href="https://n.example/p">Pilot</podcast:person>')],
])("has nothing to say of %s", (_, feed) => {
  expect(said(feed)).toEqual([]);
});

it.each<[string, string, string]>([
  ["a picture without an address", inItem('<media:content medium="image"/>'), "error media-content"],
  ["a picture with a relative one", inItem('<media:content url="/a.jpg"/>'), "error media-content"],
  [
    "a medium that is none",
    inItem('<media:content url="https://n.example/a.jpg" medium="photo"/>'),
    "error media-content",
  ],
  [
    "a width with its unit",
    inItem('<media:content url="https://n.example/a.jpg" width="640px"/>'),
    "error media-content",
  ],
  [
    "a picture in the channel",
    inChannel('<media:content url="https://n.example/a.jpg"/>'),
    "error media-content",
  ],
  ["a thumbnail without an address", inItem("<media:thumbnail/>"), "error media-thumbnail"],
  ["a title of no type", inItem('<media:title type="text/html">Tide</media:title>'), "error media-title"],
  ["two titles", inItem("<media:title>A</media:title><media:title>B</media:title>"), "error media-title"],
  ["an empty credit", inItem("<media:credit/>"), "error media-credit"],
  [
    "HTML in a plain caption",
    inItem("<media:description>The &lt;b&gt;quay&lt;/b&gt;</media:description>"),
    "warning media-plain-text",
  ],
  [
    "an element that Media RSS hasn't",
    inItem("<media:caption>Tide</media:caption>"),
    "warning media-unknown",
  ],
  [
    "a colour with a #",
    inChannel("<webfeeds:accentColor>#00FF00</webfeeds:accentColor>"),
    "error webfeeds-accentColor",
  ],
  [
    "a cover without its picture",
    inChannel("<webfeeds:cover>https://n.example/c.png</webfeeds:cover>"),
    "error webfeeds-cover",
  ],
  [
    "a layout that Feedly hasn't",
    inChannel('<webfeeds:related layout="list" target="browser"/>'),
    "error webfeeds-related",
  ],
  [
    "an icon in an item",
    inItem("<webfeeds:icon>https://n.example/i.png</webfeeds:icon>"),
    "error webfeeds-icon",
  ],
  [
    "Markdown in the channel",
    inChannel("<source:markdown>Mind *the step*.</source:markdown>"),
    "error source-markdown",
  ],
  [
    "Markdown twice",
    inItem("<source:markdown>a</source:markdown><source:markdown>b</source:markdown>"),
    "error source-markdown",
  ],
  [
    "Markdown instead of HTML",
    changed(
      DECLARED,
      "<description>Mind the mud.</description>",
      "<source:markdown>Mind *the mud*.</source:markdown>",
    ),
    "warning source-markdown-alone",
  ],
  ["a period that is none", inChannel("<sy:updatePeriod>often</sy:updatePeriod>"), "error sy-updatePeriod"],
  [
    "a creator of no name",
    changed(DECLARED, "<dc:creator>Harbour Desk</dc:creator>", "<dc:creator/>"),
    "error dc-creator",
  ],
  [
    "a Dublin date as RSS writes dates",
    inItem("<dc:date>Tue, 24 Nov 2026 10:08:40 GMT</dc:date>"),
    "error dc-date",
  ],
  ["a misspelt creator", inItem("<dc:author>Desk</dc:author>"), "warning dc-unknown"],
  [
    "a transcript without a type",
    inItem('<podcast:transcript url="https://n.example/t.vtt"/>'),
    "error podcast-transcript",
  ],
  [
    "a transcript over http",
    inItem('<podcast:transcript url="http://n.example/t.vtt" type="text/vtt"/>'),
    "error podcast-transcript",
  ],
  [
    "chapters twice",
    inItem('<podcast:chapters url="https://n.example/c" type="application/json+chapters"/>'.repeat(2)),
    "error podcast-chapters",
  ],
  ["a show's tag in an item", inItem("<podcast:locked>yes</podcast:locked>"), "error podcast-locked"],
  ["a person of no name", inItem("<podcast:person/>"), "error podcast-person"],
  [
    "a soundbite without its length",
    inItem('<podcast:soundbite startTime="73.0"/>'),
    "error podcast-soundbite",
  ],
  ["a season in words", inItem("<podcast:season>one</podcast:season>"), "error podcast-season"],
  [
    "a funding without its address",
    inChannel("<podcast:funding>Help</podcast:funding>"),
    "error podcast-funding",
  ],
])("finds %s", (_, feed, finding) => {
  expect(said(feed)).toEqual([finding]);
});

it.each<[string, string, string, string]>([
  ["a guid that is no UUID", "917393e3-1b1e-5cef-ace4-edaa54e1f810", "voices", "error podcast-guid"],
  ["a lock half open", ">yes</podcast:locked>", ">maybe</podcast:locked>", "error podcast-locked"],
  ["a medium that is none", ">podcast</podcast:medium>", ">radio</podcast:medium>", "error podcast-medium"],
  [
    "a former word for explicit",
    "<itunes:explicit>false</itunes:explicit>\n<itunes:type>",
    "<itunes:explicit>clean</itunes:explicit>\n<itunes:type>",
    "warning itunes-explicit",
  ],
  [
    "an explicit that is no word",
    "<itunes:explicit>false</itunes:explicit>\n<itunes:type>",
    "<itunes:explicit>0</itunes:explicit>\n<itunes:type>",
    "error itunes-explicit",
  ],
  ["a type of show that is none", ">episodic<", ">weekly<", "error itunes-type"],
  ["a duration in words", ">1801<", ">half an hour<", "error itunes-duration"],
  [
    "an episode numbered 0",
    "<itunes:duration>",
    "<itunes:episode>0</itunes:episode><itunes:duration>",
    "error itunes-episode",
  ],
  [
    "a kind of episode that is none",
    "<itunes:duration>",
    "<itunes:episodeType>intro</itunes:episodeType><itunes:duration>",
    "error itunes-episodeType",
  ],
  [
    "a block that blocks nothing",
    "<itunes:type>",
    "<itunes:block>no</itunes:block><itunes:type>",
    "warning itunes-block",
  ],
  [
    "an owner's e-mail that is none",
    "<itunes:type>",
    "<itunes:owner><itunes:email>desk</itunes:email></itunes:owner><itunes:type>",
    "error itunes-email",
  ],
  [
    "a new address that is none",
    "<itunes:type>",
    "<itunes:new-feed-url>voices.xml</itunes:new-feed-url><itunes:type>",
    "error itunes-new-feed-url",
  ],
  [
    "an element that Apple hasn't",
    "<itunes:type>",
    "<itunes:mood>calm</itunes:mood><itunes:type>",
    "warning itunes-unknown",
  ],
])("finds in a podcast %s", (_, from, to, finding) => {
  expect(said(changed(PODCAST, from, to))).toEqual([finding]);
});

it("takes the podcast namespace's former address for the same", () => {
  const former = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";
  expect(said(PODCAST.replace(NAMESPACES.podcast, former))).toEqual([]);
  expect(
    said(
      changed(PODCAST, ">yes</podcast:locked>", ">x</podcast:locked>").replace(NAMESPACES.podcast, former),
    ),
  ).toEqual(["error podcast-locked"]);
});
