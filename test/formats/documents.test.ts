// What each format says of an article, clause by clause, and that a parser
// nobody here wrote agrees.

import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import type { Article } from "../../src/model/article.ts";
import { aFeed, aFullArticle, anArticle, aSnapshot, PUBLISHED_AT } from "../articles.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

const PAGE = "https://wire.example/feeds/world/articles/the-tide-is-in-0123456789abcdef";
const rssOf = (article: Article) => all(parseXml(renderRss(aSnapshot({ articles: [article] }))), "item")[0];
const atomOf = (article: Article) =>
  all(parseXml(renderAtom(aSnapshot({ articles: [article] }))), "entry")[0];
const jsonOf = (article: Article) => JSON.parse(renderJson(aSnapshot({ articles: [article] }))).items[0];
const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("missing");
  return value;
};

describe("an article's id in feeds", () => {
  it.each([
    [
      "a tag: URI when the publisher gave none",
      {},
      "tag:wire.example,2026:world/0123456789abcdef",
      "false",
      "tag:wire.example,2026:world/0123456789abcdef",
    ],
    [
      "the publisher's word, but not in Atom",
      { sourceId: "post-7" },
      "post-7",
      "false",
      "tag:wire.example,2026:world/0123456789abcdef",
    ],
    [
      "the publisher's number with its noughts",
      { sourceId: "007" },
      "007",
      "false",
      "tag:wire.example,2026:world/0123456789abcdef",
    ],
    [
      "the publisher's IRI",
      { sourceId: "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a" },
      "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
      "false",
      "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
    ],
    [
      "a permalink when it is the article's URL",
      { sourceId: "https://n.example/a", sourceUrl: "https://n.example/a" },
      "https://n.example/a",
      "true",
      "https://n.example/a",
    ],
    ["a permalink when it is our page's URL", { sourceId: PAGE }, PAGE, "true", PAGE],
    [
      "no permalink when it is a URL of elsewhere",
      { sourceId: "https://n.example/?p=1", sourceUrl: "https://n.example/a" },
      "https://n.example/?p=1",
      "false",
      "https://n.example/?p=1",
    ],
    [
      "no IRI in Atom with a space in it",
      { sourceId: "urn:a b" },
      "urn:a b",
      "false",
      "tag:wire.example,2026:world/0123456789abcdef",
    ],
  ])("is %s", (_, over, guid, isPermaLink, atomId) => {
    const article = anArticle(over);
    const item = present(rssOf(article));
    expect(textOf(item, "guid")).toBe(guid);
    expect(childrenOf(item, "guid")[0]?.attributes["isPermaLink"]).toBe(isPermaLink);
    expect(textOf(atomOf(article), "id")).toBe(atomId);
    expect(jsonOf(article).id).toBe(guid);
  });
});

describe("RSS 2.0", () => {
  const item = present(rssOf(aFullArticle()));

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
    const [channel] = all(parseXml(renderRss(aSnapshot({ feed }))), "channel");
    expect(textOf(channel, "title")).toBe("World Desk");
    expect(textOf(channel, "link")).toBe("https://news.example/world");
    expect(textOf(channel, "language")).toBe("en-GB");
    expect(textOf(channel, "copyright")).toBe("© News");
    expect(textOf(childrenOf(present(channel), "image")[0], "url")).toBe("https://news.example/512.png");
    expect(childrenOf(present(channel), "category").map(({ text }) => text)).toEqual(["News", "World"]);
    // And no alternate, which readers would take for the feed's web page.
    expect(childrenOf(present(channel), "atom:link").map(({ attributes }) => attributes)).toEqual([
      { rel: "self", type: "application/rss+xml", href: "https://wire.example/feeds/world/rss.xml" },
    ]);
  });
});

describe("Atom 1.0", () => {
  const entry = present(atomOf(aFullArticle()));

  it("has published and updated in RFC 3339", () => {
    expect(textOf(entry, "published")).toBe("2026-11-20T10:05:00Z");
    expect(textOf(entry, "updated")).toBe("2026-11-20T10:06:00Z");
  });

  it("links to the article, to what it is about, and to every attachment", () => {
    expect(
      childrenOf(entry, "link").map(({ attributes }) => [attributes["rel"], attributes["href"]]),
    ).toEqual([
      ["alternate", "https://news.example/2026/tide?a=1&b=2"],
      ["related", "https://tides.example/table"],
      ["enclosure", "https://news.example/tide.mp3"],
      ["enclosure", "https://news.example/table.pdf"],
    ]);
  });

  it("links to itself and to the feed's one web page", () => {
    const feed = parseXml(renderAtom(aSnapshot()));
    expect(childrenOf(feed, "link").map(({ attributes }) => [attributes["rel"], attributes["href"]])).toEqual(
      [
        ["alternate", "https://news.example/world"],
        ["self", "https://wire.example/feeds/world/atom.xml"],
      ],
    );
  });

  it("has an author at the feed even when its definition names none", () => {
    const feed = parseXml(renderAtom(aSnapshot()));
    expect(textOf(childrenOf(feed, "author")[0], "name")).toBe("World Desk");
  });

  it("calls a note without a title by its first words", () => {
    const note = atomOf(anArticle({ title: null, contentHtml: "<p>Fog &amp; rain.</p><p>More fog.</p>" }));
    expect(textOf(note, "title")).toBe("Fog & rain. More fog.");
  });

  it("has some text even where an article is only a title", () => {
    const bare = atomOf(anArticle({ contentHtml: "" }));
    expect(textOf(bare, "summary")).toBe("The tide is in");
    expect(textOf(bare, "content")).toBeUndefined();
  });

  it("has an id that doesn't depend on where the feed is served", () => {
    const moved = parseXml(renderAtom(aSnapshot({ publicOrigin: "https://elsewhere.example" })));
    expect(textOf(moved, "id")).toBe("tag:wire.example,2026:world");
  });
});

describe("JSON Feed 1.1", () => {
  it("says what an article knows in its own words", () => {
    expect(jsonOf(aFullArticle())).toEqual({
      id: "https://news.example/?p=42",
      url: "https://news.example/2026/tide?a=1&b=2",
      external_url: "https://tides.example/table",
      title: "The tide is in",
      content_html:
        '<figure><img src="https://news.example/tide.jpg?w=1&amp;h=2" alt="A quay under water"/><figcaption>The quay at noon Credit: Harbour Archive</figcaption></figure>\n<h2>Noon</h2>\n<p>Mind the <em>step</em> &amp; the <a href="https://quay.example/?a=1&amp;b=2">quay</a>.</p>',
      summary: "High water at noon & again at midnight.",
      image: "https://news.example/tide.jpg?w=1&h=2",
      date_published: "2026-11-20T10:05:00Z",
      date_modified: "2026-11-20T10:06:00Z",
      authors: [
        { name: "Harbour Desk", url: "https://news.example/desk", avatar: "https://news.example/desk.png" },
        { name: "Night Desk" },
      ],
      tags: ["tides", "R&D", "<quay>"],
      language: "de-DE",
      attachments: [
        {
          url: "https://news.example/tide.mp3",
          mime_type: "audio/mpeg",
          title: "The sound of it",
          size_in_bytes: 1234,
          duration_in_seconds: 61.4,
        },
        { url: "https://news.example/table.pdf", mime_type: "application/pdf" },
      ],
      _edgewire: {
        image_alt: "A quay under water",
        image_caption: "The quay at noon",
        image_credit: "Harbour Archive",
      },
    });
  });

  it("has content_text where there is no content, since one of the two must be there", () => {
    expect(jsonOf(anArticle({ contentHtml: "" })).content_text).toBe("The tide is in");
  });

  it("is valid when there is no article at all", () => {
    expect(JSON.parse(renderJson(aSnapshot({ articles: [] }))).items).toEqual([]);
  });
});

describe("the figure of the lead image", () => {
  it("isn't repeated when the text shows the picture already", () => {
    const url = "https://news.example/tide.jpg?w=1&h=2";
    const contentHtml = '<p><img src="https://news.example/tide.jpg?w=1&amp;h=2" alt="" /></p>';
    const image = { url, alt: "", caption: "The quay", credit: null };
    expect(jsonOf(anArticle({ image, contentHtml })).content_html).toBe(contentHtml);
  });

  it("holds caption and credit alone when the picture's URL isn't known", () => {
    const image = { url: null, alt: "", caption: "The quay.", credit: "AFP" };
    expect(jsonOf(anArticle({ image })).content_html).toBe(
      "<figure><figcaption>The quay. Credit: AFP</figcaption></figure>\n<p>Mind the step.</p>",
    );
    expect(textOf(rssOf(anArticle({ image })), "media:credit")).toBe("AFP");
  });
});

describe("every format lists the same articles in the same order", () => {
  const articles = ["c", "a", "b"].map((id, at) =>
    anArticle({ sourceId: `urn:x:${id}`, title: `Title ${id}`, publishedAt: PUBLISHED_AT - at }),
  );
  const snapshot = aSnapshot({ articles });
  const expected = ["urn:x:c", "urn:x:a", "urn:x:b"];

  it("as feedsmith reads them", () => {
    expect(parseRssFeed(renderRss(snapshot)).items?.map(({ guid }) => guid?.value)).toEqual(expected);
    expect(parseAtomFeed(renderAtom(snapshot)).entries?.map(({ id }) => id)).toEqual(expected);
    expect(parseJsonFeed(renderJson(snapshot)).items?.map(({ id }) => id)).toEqual(expected);
  });
});
