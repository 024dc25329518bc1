// What RSS says of an article, clause by clause.

import { describe, expect, it } from "vitest";
import { renderRss } from "../../src/formats/rss.ts";
import { aFeed, aFullArticle, anArticle, aSnapshot } from "../articles.ts";
import { firstOf, rssOf } from "../rendered.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

describe("RSS 2.0", () => {
  const item = rssOf(aFullArticle());

  it("names several authors as dc:creator, because its own author is one e-mail address", () => {
    expect(childrenOf(item, "dc:creator").map(({ text }) => text)).toEqual(["Harbour Desk", "Night Desk"]);
    expect(childrenOf(item, "author")).toEqual([]);
  });

  it("carries summary and full content apart", () => {
    // Readers take a description for HTML.
    expect(textOf(item, "description")).toBe("High water at noon &amp; again at midnight.");
    expect(textOf(item, "content:encoded")).toContain("<h2>Noon</h2>");
  });

  it("gives the first attachment as its one enclosure, with all three attributes", () => {
    expect(childrenOf(item, "enclosure").map(({ attributes }) => attributes)).toEqual([
      { url: "https://news.example/tide.mp3", length: "1234", type: "audio/mpeg" },
    ]);
  });

  it("carries the lead image and every attachment as Media RSS, with caption and credit", () => {
    const media = childrenOf(item, "media:content");
    expect(media.map(({ attributes }) => attributes["url"])).toEqual([
      "https://news.example/tide.jpg?w=1&h=2",
      "https://news.example/tide.mp3",
      "https://news.example/table.pdf",
    ]);
    expect(textOf(media[0], "media:description")).toBe("The quay at noon");
    expect(textOf(media[0], "media:credit")).toBe("Harbour Archive");
    expect(media[0]?.attributes).toMatchObject({ width: "1600", height: "900" });
    expect(media[1]?.attributes["duration"]).toBe("61");
  });

  it("dates an item in RFC 822 with four digits for the year, in GMT", () => {
    expect(textOf(item, "pubDate")).toBe("Fri, 20 Nov 2026 10:05:00 GMT");
  });

  it("says an item's language where it isn't the feed's", () => {
    expect(textOf(item, "dc:language")).toBe("de-DE");
    expect(textOf(rssOf(anArticle({ language: "en-GB" })), "dc:language")).toBeUndefined();
  });

  it("always has a description: the summary, else the first sentences, else nothing in it", () => {
    expect(textOf(rssOf(anArticle()), "description")).toBe("Mind the step.");
    expect(textOf(rssOf(anArticle({ title: null, contentHtml: "" })), "description")).toBe("");
  });

  it("says everything that a feed's definition says", () => {
    const feed = aFeed({
      copyright: "© News",
      image: "https://news.example/512.png",
      categories: ["News", "World"],
    });
    const channel = firstOf(all(parseXml(renderRss(aSnapshot({ feed }))), "channel"));
    expect(textOf(channel, "title")).toBe("World Desk");
    expect(textOf(channel, "link")).toBe("https://news.example/world");
    expect(textOf(channel, "language")).toBe("en-GB");
    expect(textOf(channel, "copyright")).toBe("© News");
    expect(textOf(childrenOf(channel, "image")[0], "url")).toBe("https://news.example/512.png");
    expect(childrenOf(channel, "category").map(({ text }) => text)).toEqual(["News", "World"]);
    // And no alternate, which readers would take for the feed's web page.
    expect(childrenOf(channel, "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "self", type: "application/rss+xml", href: "https://wire.example/feeds/world/rss.xml" },
    ]);
  });
});
