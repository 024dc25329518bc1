// Sitemaps, as a search engine reads them.

import { describe, expect, it } from "vitest";
import { renderSitemap, renderSitemapIndex } from "../../src/formats/sitemap.ts";
import { type NewsEntry, newsLanguageOf, renderNewsSitemap } from "../../src/formats/sitemap-news.ts";
import { articlePath } from "../../src/model/address.ts";
import { ARTICLES_A_SITEMAP } from "../../src/model/sitemap.ts";
import { firstOf } from "../rendered.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const ODD = `https://wire.example/?a=1&b="2"&c='3'&d=<4>`;
const AT = Date.UTC(2026, 10, 20, 10, 5);

describe("a sitemap", () => {
  it("gives each page's address and when it last changed, as W3C Datetime", () => {
    const sitemap = parseXml(
      renderSitemap([
        { url: "https://wire.example/feeds/world", modifiedAt: null },
        { url: ODD, modifiedAt: AT },
        { url: "https://wire.example/b", modifiedAt: AT + 250 },
      ]),
    );
    expect([sitemap.name, sitemap.attributes]).toEqual(["urlset", { xmlns: NAMESPACE }]);
    const urls = childrenOf(sitemap, "url");
    expect(urls.map((url) => [textOf(url, "loc"), textOf(url, "lastmod")])).toEqual([
      ["https://wire.example/feeds/world", undefined],
      [ODD, "2026-11-20T10:05:00Z"],
      ["https://wire.example/b", "2026-11-20T10:05:00.250Z"],
    ]);
  });

  it("stays below 50,000 addresses and 50 MB though every address is the longest there is", () => {
    const origin = `https://${"x".repeat(63)}.${"y".repeat(63)}.example`;
    const longest = origin + articlePath("f".repeat(60), "0".repeat(16), "𞤀".repeat(80));
    const entries = Array<{ url: string; modifiedAt: number }>(ARTICLES_A_SITEMAP + 1).fill({
      url: longest,
      modifiedAt: AT + 250,
    });
    expect(longest.length).toBeGreaterThan(1_100);
    expect(longest.length).toBeLessThan(2_048);
    expect(entries.length).toBeLessThanOrEqual(50_000);
    // An isolate of 128 MB holds the document several times.
    expect(new TextEncoder().encode(renderSitemap(entries)).byteLength).toBeLessThan(16 * 1_048_576);
  });
});

describe("an index of sitemaps", () => {
  it("gives each sitemap's address", () => {
    const index = parseXml(renderSitemapIndex([ODD, "https://wire.example/feeds/world/sitemap-2.xml"]));
    expect([index.name, index.attributes]).toEqual(["sitemapindex", { xmlns: NAMESPACE }]);
    expect(childrenOf(index, "sitemap").map((sitemap) => textOf(sitemap, "loc"))).toEqual([
      ODD,
      "https://wire.example/feeds/world/sitemap-2.xml",
    ]);
  });
});

describe("a news sitemap", () => {
  const entry: NewsEntry = {
    publication: { title: "Tides & Quays", language: "en-GB" },
    url: ODD,
    title: `High "water" & <low>`,
    publishedAt: AT,
  };

  it("says of each article whose it is, when it came out, and what it is called", () => {
    const sitemap = parseXml(renderNewsSitemap([entry]));
    expect(sitemap.attributes).toEqual({
      xmlns: NAMESPACE,
      "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    });
    const url = firstOf(all(sitemap, "url"));
    const news = firstOf(childrenOf(url, "news:news"));
    const publication = firstOf(childrenOf(news, "news:publication"));
    expect(textOf(url, "loc")).toBe(ODD);
    // The schema has them in this order.
    expect(news.children.map(({ name }) => name)).toEqual([
      "news:publication",
      "news:publication_date",
      "news:title",
    ]);
    expect(publication.children.map(({ name, text }) => [name, text])).toEqual([
      ["news:name", "Tides & Quays"],
      ["news:language", "en"],
    ]);
    expect(textOf(news, "news:publication_date")).toBe("2026-11-20T10:05:00Z");
    expect(textOf(news, "news:title")).toBe(`High "water" & <low>`);
  });

  it("is valid and empty without any news", () => {
    const sitemap = parseXml(renderNewsSitemap([]));
    expect([sitemap.name, sitemap.children]).toEqual(["urlset", []]);
  });

  it.each([
    ["en-GB", "en"],
    ["de", "de"],
    ["sr-Latn-RS", "sr"],
    ["fil-PH", "fil"],
    ["zh", "zh-cn"],
    ["zh-SG", "zh-cn"],
    ["zh-Hans-HK", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-HK", "zh-tw"],
    ["zh-Hant", "zh-tw"],
  ])("writes the language %s as Google wants it: %s", (language, written) => {
    expect(newsLanguageOf(language)).toBe(written);
  });
});
