// What podcast directories ask for besides.

import { describe, expect, it } from "vitest";
import { ATOM, changed, examined, PODCAST, RSS, said } from "./feeds.ts";

describe("a podcast", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "no description",
      "<description>Talk from the pier.</description>",
      "<description/>",
      ["error podcast-show-description"],
    ],
    ["a long description", "Talk from the pier.", "t".repeat(4_001), ["error podcast-show-description"]],
    [
      "no language",
      "<language>en-GB</language>",
      "",
      ["error podcast-show-language", "advice rss-language-missing"],
    ],
    [
      "no artwork",
      '<itunes:image href="https://news.example/cover-3000x3000.jpg"/>',
      "",
      ["error podcast-show-image"],
    ],
    [
      "no category",
      '<itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>',
      "",
      ["error podcast-show-category"],
    ],
    [
      "nothing said of what is explicit",
      "<itunes:explicit>false</itunes:explicit>\n<itunes:type>",
      "<itunes:type>",
      ["error podcast-show-explicit"],
    ],
    ["artwork too small", "3000x3000", "600x600", ["error podcast-artwork"]],
    ["artwork too large", "3000x3000", "4000x4000", ["error podcast-artwork"]],
    ["artwork that isn't square", "3000x3000", "1400x1500", ["error podcast-artwork"]],
    ["artwork of another kind", "3000x3000.jpg", "3000x3000.webp", ["error podcast-artwork"]],
    [
      "artwork that podcast:image says is too small",
      "<itunes:type>",
      '<podcast:image href="https://news.example/cover-3000x3000.jpg" width="300" height="300"/><itunes:type>',
      ["error podcast-artwork"],
    ],
    [
      "a category in the wrong case",
      "Society &amp; Culture",
      "Society &amp; culture",
      ["error podcast-category"],
    ],
    [
      "a subcategory of another category",
      '<itunes:category text="Documentary"/>',
      '<itunes:category text="Politics"/>',
      ["error podcast-category"],
    ],
    [
      "no guid of the show",
      "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
      "",
      ["advice podcast-show-guid"],
    ],
    [
      "no lock",
      '<podcast:locked owner="desk@news.example">yes</podcast:locked>',
      "",
      ["advice podcast-show-locked"],
    ],
    ["no author", "<itunes:author>Harbour Desk</itunes:author>", "", ["advice podcast-show-author"]],
    ["an episode without a title", "<title>The pilot</title>", "", ["error podcast-episode-title"]],
    [
      "an episode without a guid",
      '<guid isPermaLink="false">tag:news.example,2026:voices-1</guid>',
      "",
      ["error podcast-episode-guid", "warning rss-guid-missing"],
    ],
    [
      "an episode without a date",
      "<pubDate>Tue, 24 Nov 2026 10:08:40 GMT</pubDate>",
      "",
      ["error podcast-episode-date", "advice rss-pubdate-missing"],
    ],
    [
      "an episode without a file",
      '<enclosure url="https://news.example/voices/1.mp3" length="5650889" type="audio/mpeg"/>',
      "",
      ["error podcast-enclosure-missing"],
    ],
    ["a file of a type that Apple doesn't take", "audio/mpeg", "audio/ogg", ["error podcast-enclosure"]],
    ["a file whose name says nothing", "1.mp3", "1", ["error podcast-enclosure"]],
    ["a file whose name says another type", "1.mp3", "1.m4a", ["warning podcast-enclosure"]],
    ["a file of unknown size", "5650889", "0", ["warning podcast-enclosure"]],
    [
      "an episode without a number in a serial show",
      ">episodic<",
      ">serial<",
      ["error podcast-episode-number"],
    ],
    [
      "an episode without a description",
      "<description>Who brings the ships in.</description>",
      "",
      ["advice podcast-episode-description"],
    ],
    [
      "an episode without a duration",
      "<itunes:duration>1801</itunes:duration>",
      "",
      ["advice podcast-episode-duration"],
    ],
    [
      "an episode that says nothing of what is explicit",
      "<itunes:explicit>false</itunes:explicit>\n<podcast:transcript",
      "<podcast:transcript",
      ["advice podcast-episode-explicit"],
    ],
  ])("finds %s", (_, from, to, findings) => {
    expect(said(changed(PODCAST, from, to))).toEqual(findings);
  });

  it("finds two episodes of one file", () => {
    const [, item = ""] = /(<item>[\s\S]*<\/item>)/.exec(PODCAST) ?? [];
    const other = item.replace("voices-1<", "voices-2<");
    expect(said(changed(PODCAST, "</channel>", `${other}</channel>`))).toEqual([
      "error podcast-enclosure-duplicate",
    ]);
  });

  it("says once what many episodes lack, with their number", () => {
    const items = [1, 2, 3].map((n) => `<item><title>Voice ${n}</title></item>`).join("\n");
    const feed = PODCAST.replace(/<item>[\s\S]*<\/item>/, items);
    const dates = examined(feed).findings.filter(({ rule }) => rule === "podcast-episode-date");
    expect(dates.map(({ message }) => message)).toEqual(["Give every episode a <pubDate> (3 of 3 lack it)."]);
  });

  it("is one only if it says so, or if one asks", () => {
    const declared = changed(RSS, "<rss ", '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" ');
    expect(said(declared)).toEqual([]);
    const episode = changed(declared, "<category>", "<itunes:duration>9</itunes:duration><category>");
    expect(said(episode)).toContain("error podcast-show-image");
    expect(said(declared, ["podcast"])).toContain("error podcast-show-image");
    expect(said(ATOM, ["podcast"])).toEqual(["error podcast-format"]);
  });

  it("leaves its rules out when another profile is asked for", () => {
    const silent = changed(PODCAST, "<language>en-GB</language>", "");
    expect(said(silent, ["feedly"]).filter((finding) => finding.includes("podcast"))).toEqual([]);
  });
});
