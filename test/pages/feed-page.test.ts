// The page of a feed and of a part of it, as machines read it.

import { mf2 } from "microformats-parser";
import { describe, expect, it } from "vitest";
import type { Derived } from "../../src/model/place.ts";
import { renderFeedPage } from "../../src/pages/feed-page.tsx";
import type { FeedPageProps, LatestArticle } from "../../src/pages/feed-props.ts";
import { aFeed, PUBLISHED_AT } from "../articles.ts";
import { allOf, attributeOf, classedOf, elementsIn, feedsOfferedBy, wordsIn } from "../html.ts";

const publicOrigin = "https://wire.example";

const anEntry = (over: Partial<LatestArticle> = {}): LatestArticle => ({
  title: "The tide is in",
  path: "/feeds/world/articles/the-tide-is-in-0123456789abcdef",
  publishedAt: PUBLISHED_AT,
  language: null,
  summary: "Mind the step.",
  ...over,
});

const pageOf = (over: Partial<FeedPageProps> = {}): string =>
  renderFeedPage({
    feed: aFeed({
      authors: [{ name: "World Desk", url: "https://news.example/desk" }, { name: "Night Desk" }],
    }),
    publicOrigin,
    place: { kind: "head" },
    latest: [anEntry()],
    tags: [],
    ...over,
  });

const RND: Derived = { kind: "derived", of: "tag", labels: [{ label: "r&d", name: "R&D" }] };

const linksIn = (html: string, name: string) =>
  classedOf(html, name)
    .flatMap(elementsIn)
    .filter(({ tagName }) => tagName === "a")
    .map((link) => [wordsIn(link), attributeOf(link, "href")]);

const metaOf = (html: string) =>
  Object.fromEntries(
    allOf(html, "meta").map((meta) => [
      attributeOf(meta, "property") ?? attributeOf(meta, "name"),
      attributeOf(meta, "content"),
    ]),
  );

const jsonLdOf = (html: string) => JSON.parse(allOf(html, "script").map(wordsIn).join());

describe("how to subscribe", () => {
  it("is a link into each reader with the address of the RSS document, and one for an app", () => {
    expect(linksIn(pageOf(), "readers")).toEqual([
      [
        "Feedly",
        "https://feedly.com/i/subscription/feed/https%3A%2F%2Fwire.example%2Ffeeds%2Fworld%2Frss.xml",
      ],
      [
        "Inoreader",
        "https://www.inoreader.com/?add_feed=https%3A%2F%2Fwire.example%2Ffeeds%2Fworld%2Frss.xml",
      ],
      ["NewsBlur", "https://www.newsblur.com/?url=https%3A%2F%2Fwire.example%2Ffeeds%2Fworld%2Frss.xml"],
      [
        "The Old Reader",
        "https://theoldreader.com/feeds/subscribe?url=https%3A%2F%2Fwire.example%2Ffeeds%2Fworld%2Frss.xml",
      ],
      ["Feedbin", "https://feedbin.com/?subscribe=https%3A%2F%2Fwire.example%2Ffeeds%2Fworld%2Frss.xml"],
      ["App on this device", "feed:https://wire.example/feeds/world/rss.xml"],
    ]);
  });

  it("escapes an address that is escaped itself once more, for a reader to find it as it is", () => {
    const [feedly] = linksIn(pageOf({ place: RND }), "readers");
    const [, href = ""] = feedly ?? [];
    expect(decodeURIComponent(href ?? "")).toBe(
      "https://feedly.com/i/subscription/feed/https://wire.example/feeds/world/tags/r%26d/rss.xml",
    );
  });

  it("is every format's address, whole and alone in its element", () => {
    const page = pageOf({ place: RND });
    expect(allOf(page, "code").map(wordsIn)).toEqual([
      "https://wire.example/feeds/world/tags/r%26d/rss.xml",
      "https://wire.example/feeds/world/tags/r%26d/atom.xml",
      "https://wire.example/feeds/world/tags/r%26d/feed.json",
    ]);
    expect(linksIn(page, "addresses")).toEqual([
      ["RSS", "/feeds/world/tags/r%26d/rss.xml"],
      ["Atom", "/feeds/world/tags/r%26d/atom.xml"],
      ["JSON Feed", "/feeds/world/tags/r%26d/feed.json"],
    ]);
  });
});

describe("what it is", () => {
  it("is said of a feed by its title, description, owners, home page and language", () => {
    const page = pageOf();
    expect(allOf(page, "title").map(wordsIn)).toEqual(["World Desk"]);
    expect(allOf(page, "h1").map(wordsIn)).toEqual(["World Desk"]);
    expect(classedOf(page, "standfirst").map(wordsIn)).toEqual(["News from abroad."]);
    expect(linksIn(page, "byline")).toEqual([
      ["World Desk", "https://news.example/desk"],
      ["news.example", "https://news.example/world"],
    ]);
    expect(classedOf(page, "byline").map(wordsIn)).toEqual([
      "World DeskNight Desknews.exampleBritish English",
    ]);
  });

  it("is said of a part of it, with a link back to the whole", () => {
    const page = pageOf({ place: RND });
    expect(allOf(page, "title").map(wordsIn)).toEqual(["World Desk: R&D"]);
    expect(allOf(page, "h1").map(wordsIn)).toEqual(["World Desk: R&D"]);
    expect(allOf(page, "a").map((link) => attributeOf(link, "href"))).toContain("/feeds/world");
  });

  it("names all tags of several", () => {
    const labels = [
      { label: "ebb", name: "Ebb" },
      { label: "tides", name: "Tides" },
    ];
    const page = pageOf({ place: { kind: "derived", of: "tag", labels } });
    expect(allOf(page, "h1").map(wordsIn)).toEqual(["World Desk: Ebb + Tides"]);
    expect(page).toContain('<link rel="canonical" href="https://wire.example/feeds/world/tags/ebb+tides"/>');
  });

  it.each([
    [
      { image: "https://n.example/512.png", icon: "https://n.example/64.png" },
      "https://n.example/512.png",
      "96",
    ],
    [{ icon: "https://n.example/64.png" }, "https://n.example/64.png", "48"],
  ])("shows its picture, with room for it: %o", (over, src, size) => {
    const [picture] = allOf(pageOf({ feed: aFeed(over) }), "img");
    if (picture === undefined) throw new Error("no picture");
    expect(["src", "width", "height", "alt"].map((name) => attributeOf(picture, name))).toEqual([
      src,
      size,
      size,
      "",
    ]);
  });

  it("has no picture where the feed has none, and no foot without a copyright", () => {
    expect(allOf(pageOf(), "img")).toEqual([]);
    expect(allOf(pageOf(), "footer")).toEqual([]);
    expect(allOf(pageOf({ feed: aFeed({ copyright: "© Desk" }) }), "footer").map(wordsIn)).toEqual([
      "© Desk",
    ]);
  });
});

describe("discovery", () => {
  it("offers the feed in every format", () => {
    expect(feedsOfferedBy(pageOf())).toEqual([
      ["World Desk (RSS)", "application/rss+xml", "/feeds/world/rss.xml"],
      ["World Desk (Atom)", "application/atom+xml", "/feeds/world/atom.xml"],
      ["World Desk (JSON Feed)", "application/feed+json", "/feeds/world/feed.json"],
    ]);
  });

  it("offers the part first, then the whole", () => {
    expect(feedsOfferedBy(pageOf({ place: RND })).map(([title, , href]) => [title, href])).toEqual([
      ["World Desk: R&D (RSS)", "/feeds/world/tags/r%26d/rss.xml"],
      ["World Desk: R&D (Atom)", "/feeds/world/tags/r%26d/atom.xml"],
      ["World Desk: R&D (JSON Feed)", "/feeds/world/tags/r%26d/feed.json"],
      ["World Desk (RSS)", "/feeds/world/rss.xml"],
      ["World Desk (Atom)", "/feeds/world/atom.xml"],
      ["World Desk (JSON Feed)", "/feeds/world/feed.json"],
    ]);
  });

  it("says to whoever shows a link what the page is", () => {
    expect(metaOf(pageOf({ feed: aFeed({ image: "https://n.example/512.png" }), place: RND }))).toMatchObject(
      {
        description: "News from abroad.",
        "og:type": "website",
        "og:title": "World Desk: R&D",
        "og:description": "News from abroad.",
        "og:url": "https://wire.example/feeds/world/tags/r%26d",
        "og:site_name": "World Desk",
        "og:locale": "en_GB",
        "og:image": "https://n.example/512.png",
        "twitter:card": "summary",
      },
    );
  });

  it("says in JSON-LD what the page lists, and of what it is a part", () => {
    expect(jsonLdOf(pageOf({ place: RND }))).toEqual({
      "@context": "https://schema.org",
      "@type": "CollectionPage",
      name: "World Desk: R&D",
      description: "News from abroad.",
      url: "https://wire.example/feeds/world/tags/r%26d",
      inLanguage: "en-GB",
      publisher: { "@type": "NewsMediaOrganization", name: "World Desk", url: "https://news.example/world" },
      isPartOf: { "@type": "CollectionPage", name: "World Desk", url: "https://wire.example/feeds/world" },
      about: { "@type": "Thing", name: "R&D" },
      mainEntity: {
        "@type": "ItemList",
        itemListElement: [
          {
            "@type": "ListItem",
            position: 1,
            name: "The tide is in",
            url: "https://wire.example/feeds/world/articles/the-tide-is-in-0123456789abcdef",
          },
        ],
      },
    });
    expect(jsonLdOf(pageOf())).not.toHaveProperty("isPartOf");
  });

  it.each(["</script><script>alert(1)</script>", "<!--<script>", '"}'])("can't be broken by %j", (text) => {
    const page = pageOf({
      latest: [anEntry({ title: text, summary: text })],
      tags: [{ label: text, name: text }],
      place: { kind: "derived", of: "author", labels: [{ label: text, name: text }] },
    });
    expect(allOf(page, "script")).toHaveLength(1);
    expect(jsonLdOf(page)).toMatchObject({ about: { "@type": "Person", name: text } });
  });
});

it("is an h-feed of h-entries", () => {
  const feed = aFeed({ authors: [{ name: "Desk" }], image: "https://n.example/512.png" });
  const { items } = mf2(pageOf({ feed, place: RND }), { baseUrl: publicOrigin });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    type: ["h-feed"],
    properties: {
      name: ["World Desk: R&D"],
      summary: ["News from abroad."],
      url: ["https://wire.example/feeds/world/tags/r%26d"],
      photo: ["https://n.example/512.png"],
      author: [{ type: ["h-card"], properties: { name: ["Desk"] } }],
    },
    children: [
      {
        type: ["h-entry"],
        properties: {
          name: ["The tide is in"],
          summary: ["Mind the step."],
          url: ["https://wire.example/feeds/world/articles/the-tide-is-in-0123456789abcdef"],
          published: ["2026-11-20T10:05:00.000Z"],
        },
      },
    ],
  });
});

describe("the latest articles", () => {
  it("are none yet in a new feed", () => {
    const page = pageOf({ latest: [] });
    expect(page).toContain("No article yet");
    expect(classedOf(page, "h-entry")).toEqual([]);
    expect(pageOf()).not.toContain("No article yet");
  });

  it("say their language where they have one of their own", () => {
    const page = pageOf({ latest: [anEntry({ language: "ar" }), anEntry({ summary: null })] });
    const written = allOf(page, "h3").map((title) => [attributeOf(title, "lang"), attributeOf(title, "dir")]);
    expect(written).toEqual([
      ["ar", "rtl"],
      [null, "auto"],
    ]);
    expect(classedOf(page, "p-summary")).toHaveLength(2); // the feed's and the first article's
  });

  it("are written from the right in a feed that is, however they begin", () => {
    const page = pageOf({ feed: aFeed({ language: "ar" }), latest: [anEntry({ title: "BBC: المنارة" })] });
    expect(allOf(page, "html").map((html) => attributeOf(html, "dir"))).toEqual(["rtl"]);
    expect(allOf(page, "h3").map((title) => attributeOf(title, "dir"))).toEqual([null]);
  });
});

describe("topics", () => {
  const tags = [
    { label: "r&d", name: "R&D" },
    { label: "tides", name: "Tides" },
    { label: "..", name: ".." },
  ];

  it("link to their pages, but for what a browser takes for a step up", () => {
    const page = pageOf({ tags });
    expect(linksIn(page, "tags")).toEqual([
      ["R&D", "/feeds/world/tags/r%26d"],
      ["Tides", "/feeds/world/tags/tides"],
    ]);
    expect(classedOf(page, "p-category").map(wordsIn)).toEqual(["R&D", "Tides", ".."]);
  });

  it("say which one the page is of", () => {
    const current = (page: string) =>
      allOf(page, "a")
        .filter((link) => attributeOf(link, "aria-current") === "page")
        .map(wordsIn);
    expect(current(pageOf({ tags, place: RND }))).toEqual(["R&D"]);
    expect(current(pageOf({ tags }))).toEqual([]);
  });

  it("have no heading where there are none", () => {
    expect(pageOf()).not.toContain("Topics");
  });
});
