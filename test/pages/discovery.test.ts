// How a reader finds a feed from any page.

import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { renderAmpPage } from "../../src/pages/amp.tsx";
import { renderArticlePage } from "../../src/pages/article.tsx";
import { renderHomePage } from "../../src/pages/home.tsx";
import { renderNotice } from "../../src/pages/notice.tsx";
import { aFeed, anArticle } from "../articles.ts";
import { allOf, attributeOf, classedOf, feedsOfferedBy, wordsIn } from "../html.ts";

const publicOrigin = "https://wire.example";
const feed = aFeed({ authors: [{ name: "World Desk" }] });

const FORMATS_OF_WORLD = [
  ["World Desk (RSS)", "application/rss+xml", "/feeds/world/rss.xml"],
  ["World Desk (Atom)", "application/atom+xml", "/feeds/world/atom.xml"],
  ["World Desk (JSON Feed)", "application/feed+json", "/feeds/world/feed.json"],
];

const hrefOf = (html: string, text: string) =>
  allOf(html, "a")
    .filter((link) => wordsIn(link) === text)
    .map((link) => attributeOf(link, "href"));

describe.each([
  ["an article's page", renderArticlePage],
  ["its AMP page", renderAmpPage],
])("%s", (_, render) => {
  const pageOf = (over: Partial<Article> = {}) => render({ article: anArticle(over), feed, publicOrigin });

  it("offers its feed in every format, and links to the feed's page", () => {
    expect(feedsOfferedBy(pageOf())).toEqual(FORMATS_OF_WORLD);
    expect(hrefOf(pageOf(), "World Desk")).toEqual(["/feeds/world"]);
    expect(hrefOf(pageOf(), "Subscribe")).toEqual(["/feeds/world"]);
  });

  it.each([
    ["Tides", "/feeds/world/tags/tides"],
    [" TIDES ", "/feeds/world/tags/tides"],
    ["R&D", "/feeds/world/tags/r%26d"],
    ["High Water", "/feeds/world/tags/high%20water"],
    ["a+b", "/feeds/world/tags/a%2Bb"],
    ["1/2", "/feeds/world/tags/1%2F2"],
    ["Straße", "/feeds/world/tags/strasse"],
    ["灯台", "/feeds/world/tags/%E7%81%AF%E5%8F%B0"],
    ["...", "/feeds/world/tags/..."],
    ["%2e", "/feeds/world/tags/%252e"],
  ])("links a tag to its feed: %j", (tag, path) => {
    const [category] = classedOf(pageOf({ tags: [tag] }), "p-category");
    const [link] = category?.childNodes ?? [];
    if (link === undefined || !("tagName" in link)) throw new Error("no element in the tag");
    expect([link.tagName, attributeOf(link, "rel"), attributeOf(link, "href")]).toEqual(["a", "tag", path]);
    expect(new URL(path, publicOrigin).pathname).toBe(path);
  });

  // The last two fold to a full stop.
  it.each([".", "..", "．", "‥"])("has no link for a tag that a browser would resolve away: %j", (tag) => {
    const page = pageOf({ tags: [tag] });
    expect(classedOf(page, "p-category").map(wordsIn)).toEqual([tag]);
    expect(hrefOf(page, tag)).toEqual([]);
  });

  it("links an author to where they are at home, else to what else they wrote", () => {
    const authors = [
      { name: "Harbour Desk", url: "https://news.example/desk", avatar: null },
      { name: "Night Desk", url: null, avatar: null },
      { name: "..", url: null, avatar: null },
    ];
    const page = pageOf({ authors });
    expect(hrefOf(page, "Harbour Desk")).toEqual(["https://news.example/desk"]);
    expect(hrefOf(page, "Night Desk")).toEqual(["/feeds/world/authors/night%20desk"]);
    expect(hrefOf(page, "..")).toEqual([]);
  });

  it("has no link for the feed's own author, of whom there is no feed", () => {
    const page = pageOf({ authors: [] });
    expect(classedOf(page, "p-author").map((author) => [author.tagName, wordsIn(author)])).toEqual([
      ["span", "World Desk"],
    ]);
  });
});

describe("the front page", () => {
  const home = renderHomePage([
    { feed, latest: [] },
    { feed: aFeed({ slug: "harbour", title: "Harbour" }), latest: [] },
  ]);

  it("offers every feed, then all of them as OPML", () => {
    const offered = feedsOfferedBy(home);
    expect(offered.slice(0, 3)).toEqual(FORMATS_OF_WORLD);
    expect(offered.slice(3, 6).map(([title]) => title)).toEqual([
      "Harbour (RSS)",
      "Harbour (Atom)",
      "Harbour (JSON Feed)",
    ]);
    expect(offered.slice(6)).toEqual([["Every feed (OPML)", "text/x-opml", "/feeds.opml"]]);
  });

  it("links each title to the feed's page, and has a link to the OPML", () => {
    expect(hrefOf(home, "World Desk")).toEqual(["/feeds/world"]);
    expect(hrefOf(home, "Harbour")).toEqual(["/feeds/harbour"]);
    expect(hrefOf(home, "take them all as OPML")).toEqual(["/feeds.opml"]);
  });
});

describe("a notice", () => {
  it("offers the feed that what is gone was in", () => {
    const page = renderNotice("Withdrawn", "It is gone.", feed);
    expect(feedsOfferedBy(page)).toEqual(FORMATS_OF_WORLD);
    expect(hrefOf(page, "World Desk")).toEqual(["/feeds/world"]);
  });

  it("offers none where it belongs to no feed", () => {
    expect(feedsOfferedBy(renderNotice("Not found", "Nothing."))).toEqual([]);
  });
});
