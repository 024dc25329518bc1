// What news aggregators ask for besides.

import { describe, expect, it } from "vitest";
import { ATOM, changed, JSON_FEED, RSS, said } from "./feeds.ts";

const SECOND = "<description>Mind the mud.</description>";

describe("Apple News", () => {
  const TITLED = changed(RSS, "The tide is out", "The tide is out again");
  const APPLE = changed(TITLED, "<title>The tide is in</title>", "<title>The tide is in again</title>");
  const apple = (feed: string) => said(feed, ["apple-news"]);

  it("is content with a language that names its country, and titles of a good length", () => {
    expect(apple(APPLE)).toEqual([]);
  });

  it.each([
    ["a language without its country", ">en-GB<", ">en<", ["error apple-news-language"]],
    ["an item without a title", "<title>The tide is in again</title>", "", ["error apple-news-title"]],
    ["an item without a link", "<link>https://news.example/tide</link>", "", ["error apple-news-link"]],
    ["an item without a text", SECOND, "", ["error apple-news-description"]],
    ["a short title", "The tide is in again", "Tide", ["advice apple-news-title-length"]],
    [
      "HTML in a title",
      "The tide is in again",
      "The tide is &lt;b&gt;in&lt;/b&gt;",
      ["warning apple-news-title", "warning rss-plain-text"],
    ],
  ])("finds %s", (_, from, to, findings) => {
    expect(apple(changed(APPLE, from, to))).toEqual(findings);
  });

  it("recommends the full text where no item has it", () => {
    const short = APPLE.replace(/<content:encoded>.*<\/content:encoded>/, "");
    expect(apple(short)).toEqual(["advice apple-news-full-text"]);
  });

  it("takes Atom, and no JSON Feed", () => {
    const titled = ATOM.replaceAll(/The tide is (?:in|&lt;em&gt;out&lt;\/em&gt;)/g, "The tide is in again");
    expect(apple(titled)).toEqual([]);
    expect(
      apple(
        changed(titled, '<link rel="alternate" type="text/html" href="https://news.example/harbour"/>', ""),
      ),
    ).toEqual(["error apple-news-link"]);
    expect(apple(JSON_FEED)).toEqual(["error apple-news-format"]);
  });
});

describe("Google News", () => {
  const HUB = '<atom:link rel="hub" href="https://hub.example/"/>';
  const FULL = changed(RSS, SECOND, `${SECOND}<content:encoded>Mind the mud.</content:encoded>`);
  const GOOGLE = changed(FULL, "<ttl>", `${HUB}<ttl>`);
  const google = (feed: string) => said(feed, ["google-news"]);

  it("is content with full texts and a hub", () => {
    expect(google(GOOGLE)).toEqual([]);
  });

  it.each([
    ["no hub", HUB, "", ["advice google-news-hub"]],
    [
      "an item without a guid",
      "<guid>https://news.example/ebb</guid>",
      "",
      ["error google-news-id", "warning rss-guid-missing"],
    ],
    [
      "an item without a date",
      "<pubDate>Mon, 23 Nov 2026 22:00:00 +0100</pubDate>",
      "",
      ["error google-news-date", "advice rss-pubdate-missing"],
    ],
    ["an excerpt", "<content:encoded>Mind the mud.</content:encoded>", "", ["advice google-news-full-text"]],
    [
      "a style in the text",
      "&lt;p&gt;Mind",
      "&lt;p style='color:red'&gt;Mind",
      ["advice google-news-script"],
    ],
    [
      "an article of more than 1 MB",
      "Mind the step.",
      "m".repeat(1_000_001),
      ["error google-news-article-size", "warning size"],
    ],
  ])("finds %s", (_, from, to, findings) => {
    expect(google(changed(GOOGLE, from, to))).toEqual(findings);
  });

  it("finds a feed of more than 2 MB", () => {
    const padded = changed(GOOGLE, "<ttl>", `<copyright>${"c".repeat(2_000_000)}</copyright><ttl>`);
    expect(google(padded)).toEqual(["error google-news-size", "warning size"]);
  });

  it("finds more articles than it reads at once", () => {
    const item = (n: number) =>
      `<item><title>Tide ${n}</title><guid isPermaLink="false">urn:tide:${n}</guid><pubDate>Tue, 24 Nov 2026 10:08:40 GMT</pubDate><description>x</description><content:encoded>x</content:encoded></item>`;
    const more = (count: number) =>
      changed(GOOGLE, "</channel>", `${Array.from({ length: count }, (_, n) => item(n)).join("")}</channel>`);
    expect(google(more(58))).toEqual([]);
    expect(google(more(59))).toEqual(["warning google-news-articles"]);
  });

  it("takes Atom, and no JSON Feed", () => {
    expect(google(ATOM)).toEqual(["advice google-news-hub"]);
    expect(google(JSON_FEED)).toEqual(["error google-news-format"]);
  });
});

describe("Feedly", () => {
  const LOOKS = `<webfeeds:cover image="https://n.example/c.png"/><webfeeds:icon>https://n.example/i.png</webfeeds:icon><webfeeds:logo>https://n.example/l.svg</webfeeds:logo><webfeeds:accentColor>00FF00</webfeeds:accentColor><webfeeds:related layout="card" target="browser"/>`;
  const FEEDLY = changed(
    changed(RSS, "<rss ", '<rss xmlns:webfeeds="http://webfeeds.org/rss/1.0" '),
    "<ttl>",
    `${LOOKS}<ttl>`,
  );

  it("is content with all of its elements, and wishes for those that aren't there", () => {
    expect(said(FEEDLY, ["feedly"])).toEqual([]);
    expect(said(RSS, ["feedly"])).toEqual([
      "advice feedly-cover",
      "advice feedly-icon",
      "advice feedly-logo",
      "advice feedly-accentColor",
      "advice feedly-related",
    ]);
    expect(said(JSON_FEED, ["feedly"])).toEqual(["advice feedly-format"]);
  });

  it("wants an SVG for a logo", () => {
    expect(said(changed(FEEDLY, "l.svg", "l.png"), ["feedly"])).toEqual(["warning feedly-logo"]);
  });
});
