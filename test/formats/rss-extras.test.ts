// What RSS says of an article only in some feeds, or of some articles.

import { parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderRss } from "../../src/formats/rss.ts";
import type { Article } from "../../src/model/article.ts";
import { aFeed, aFullArticle, anArticle, aSnapshot } from "../articles.ts";
import { atomOf, firstOf, jsonOf, rssOf } from "../rendered.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

type Attachment = Article["attachments"][number];
const attached = (file: string, mediaType: string, over: Partial<Attachment> = {}): Attachment => ({
  url: `https://news.example/${file}`,
  mediaType,
  title: null,
  lengthBytes: null,
  durationSeconds: null,
  ...over,
});

describe("attachments of one title", () => {
  const attachments = [
    attached("talk.mp3", "audio/mpeg", { title: "The talk" }),
    attached("table.pdf", "application/pdf", { title: "The table" }),
    attached("talk.ogg", "audio/ogg", { title: "The talk" }),
    attached("a.txt", "text/plain"),
    attached("b.txt", "text/plain"),
  ];

  it.each([
    ["RSS", rssOf],
    ["Atom", atomOf],
  ])("are one group in %s, with the first as its default, and the others stand alone", (_, of) => {
    const item = of(anArticle({ attachments }));
    const shape = item.children.flatMap(({ name, attributes, children }) =>
      name === "media:group"
        ? [children.map((child) => [child.attributes["url"]?.slice(21), child.attributes["isDefault"]])]
        : name === "media:content"
          ? [[attributes["url"]?.slice(21), attributes["isDefault"]]]
          : [],
    );
    expect(shape).toEqual([
      [
        ["talk.mp3", "true"],
        ["talk.ogg", "false"],
      ],
      ["table.pdf", undefined],
      ["a.txt", undefined],
      ["b.txt", undefined],
    ]);
  });

  it("leave RSS its one enclosure, which feedsmith reads beside the group", () => {
    const [item] = parseRssFeed(renderRss(aSnapshot({ articles: [anArticle({ attachments })] }))).items ?? [];
    expect(item?.enclosures?.map(({ url }) => url)).toEqual(["https://news.example/talk.mp3"]);
    expect(item?.media?.groups?.[0]?.contents?.map(({ isDefault }) => isDefault)).toEqual([true, false]);
  });
});

it.each([
  ["sound", [attached("a.pdf", "application/pdf"), attached("a.mp3", "audio/mpeg")], "a.mp3"],
  ["film", [attached("a.png", "image/png"), attached("a.mp4", "video/mp4")], "a.mp4"],
  ["the first of all", [attached("a.pdf", "application/pdf"), attached("a.png", "image/png")], "a.pdf"],
])("the enclosure is %s", (_, attachments, file) => {
  const [enclosure] = childrenOf(rssOf(anArticle({ attachments })), "enclosure");
  expect(enclosure?.attributes["url"]).toBe(`https://news.example/${file}`);
});

it("a length of 0 is no fileSize, which must be positive", () => {
  const item = rssOf(anArticle({ attachments: [attached("a.pdf", "application/pdf", { lengthBytes: 0 })] }));
  expect(childrenOf(item, "media:content")[0]?.attributes).not.toHaveProperty("fileSize");
});

describe("the Markdown that an article came in", () => {
  const markdown = "High *water* &\n\n    1 < 2";
  const render = (over: Partial<Article>, carried: boolean) =>
    renderRss(aSnapshot({ feed: aFeed({ markdown: carried }), articles: [anArticle(over)] }));

  it("is source:markdown in RSS", () => {
    expect(parseRssFeed(render({ markdown }, true)).items?.[0]?.sourceNs).toEqual({ markdown });
    expect(textOf(firstOf(all(parseXml(render({ markdown }, true)), "item")), "source:markdown")).toBe(
      markdown,
    );
  });

  it.each([
    ["in a feed that wants none", { markdown }, false],
    ["where an article came otherwise", { markdown: null }, true],
  ])("is not there %s, and neither is its namespace", (_, over, carried) => {
    expect(render(over, carried)).not.toContain("source");
  });
});

describe("what Feedly shows", () => {
  const channelOf = (definition: Parameters<typeof aFeed>[0]) =>
    firstOf(all(parseXml(renderRss(aSnapshot({ feed: aFeed(definition) }))), "channel"));

  it("is what the definition says, with the feed's icon", () => {
    const feedly = {
      accentColor: "ff8800",
      logo: "https://news.example/logo.svg",
      cover: "https://news.example/cover.jpg",
      related: true,
    };
    const channel = channelOf({ icon: "https://news.example/64.png", feedly });
    const said = channel.children.filter(({ name }) => name.startsWith("webfeeds:"));
    expect(said.map(({ name, attributes, text }) => [name, attributes, text])).toEqual([
      ["webfeeds:cover", { image: "https://news.example/cover.jpg" }, ""],
      ["webfeeds:icon", {}, "https://news.example/64.png"],
      ["webfeeds:logo", {}, "https://news.example/logo.svg"],
      ["webfeeds:accentColor", {}, "ff8800"],
      ["webfeeds:related", { layout: "card", target: "browser" }, ""],
    ]);
  });

  it("is nothing in a feed that says nothing of it, not even the namespace", () => {
    const feed = aFeed({ icon: "https://news.example/64.png" });
    expect(renderRss(aSnapshot({ feed }))).not.toContain("webfeeds");
  });
});

describe("what an article is about, elsewhere", () => {
  const externalUrl = "https://www.tides.example/table/?day=1&port=2";
  const link = '<p><a href="https://www.tides.example/table/?day=1&amp;port=2">tides.example/table</a></p>';

  it("is a related link in RSS and Atom, and external_url in JSON", () => {
    const [rss] = childrenOf(rssOf(anArticle({ externalUrl })), "atom:link");
    expect(rss?.attributes).toEqual({ rel: "related", href: externalUrl });
    const related = childrenOf(atomOf(anArticle({ externalUrl })), "link").filter(
      ({ attributes }) => attributes["rel"] === "related",
    );
    expect(related.map(({ attributes }) => attributes["href"])).toEqual([externalUrl]);
    expect(jsonOf(anArticle({ externalUrl })).external_url).toBe(externalUrl);
  });

  it("ends what is read, in every format", () => {
    const article = anArticle({ externalUrl });
    const content = `<p>Mind the step.</p>\n${link}`;
    expect(textOf(rssOf(article), "content:encoded")).toBe(content);
    expect(textOf(atomOf(article), "content")).toBe(content);
    expect(jsonOf(article).content_html).toBe(content);
  });

  it.each([
    [
      "the text leads there",
      { contentHtml: '<p><a href="https://www.tides.example/table/?day=1&amp;port=2">Tides</a></p>' },
    ],
    ["the item itself leads there", { sourceUrl: externalUrl }],
  ])("is not repeated where %s", (_, over) => {
    const article = anArticle({ externalUrl, ...over });
    expect(jsonOf(article).content_html).toBe(article.contentHtml);
  });

  it("is shown short where its address is long", () => {
    const article = anArticle({ externalUrl: `https://tides.example/${"a".repeat(100)}` });
    expect(jsonOf(article).content_html).toContain(`>tides.example/${"a".repeat(45)}…</a>`);
  });

  it("leaves a note without a title valid, with or without a text of its own", () => {
    for (const contentHtml of ["<p>Look.</p>", ""]) {
      const note = anArticle({ title: null, contentHtml, externalUrl });
      expect(childrenOf(rssOf(note), "title")).toEqual([]);
      expect(childrenOf(rssOf(note), "description")).toHaveLength(1);
      expect(textOf(atomOf(note), "title")).not.toBe("");
      expect(jsonOf(note)).not.toHaveProperty("title");
      expect(jsonOf(note).content_html.endsWith(link)).toBe(true);
    }
  });

  it("stands below the lead image and the text", () => {
    expect(jsonOf(aFullArticle()).content_html).toMatch(
      /^<figure>.*<\/figure>\n<h2>.*\n<p>.*\n<p><a [^>]*>tides/,
    );
  });
});
