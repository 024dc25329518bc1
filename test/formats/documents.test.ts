// What the formats have in common: ids, the lead image's figure, and their order.

import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import { aFeed, anArticle, aSnapshot, PUBLISHED_AT } from "../articles.ts";
import { atomOf, jsonOf, rssOf } from "../rendered.ts";
import { childrenOf, textOf } from "../xml.ts";

const PAGE = "https://wire.example/feeds/world/articles/the-tide-is-in-0123456789abcdef";

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
    const item = rssOf(article);
    expect(textOf(item, "guid")).toBe(guid);
    expect(childrenOf(item, "guid")[0]?.attributes["isPermaLink"]).toBe(isPermaLink);
    expect(textOf(atomOf(article), "id")).toBe(atomId);
    expect(jsonOf(article).id).toBe(guid);
  });
});

describe("the figure of the lead image", () => {
  const url = "https://news.example/tide.jpg?w=1&h=2";
  const shown = '<img src="https://news.example/tide.jpg?w=1&amp;h=2" alt="" />';

  it("isn't repeated when the text shows the picture and says its words already", () => {
    const contentHtml = `<figure>${shown}<figcaption>The <b>quay</b>, AFP</figcaption></figure>`;
    const image = { url, alt: "", width: null, height: null, caption: "The quay", credit: "AFP" };
    expect(jsonOf(anArticle({ image, contentHtml })).content_html).toBe(contentHtml);
  });

  it("keeps the words that the text doesn't have", () => {
    const contentHtml = `<p>${shown}</p>`;
    const image = { url, alt: "", width: null, height: null, caption: "The quay", credit: "AFP" };
    expect(jsonOf(anArticle({ image, contentHtml })).content_html).toBe(
      `<figure><figcaption>The quay Credit: AFP</figcaption></figure>\n${contentHtml}`,
    );
  });

  it("is there when another address in the text only begins with the picture's", () => {
    const contentHtml = '<p><a href="https://x.example/img/10">gallery</a></p>';
    const image = {
      url: "https://x.example/img/1",
      alt: "",
      width: null,
      height: null,
      caption: null,
      credit: null,
    };
    expect(jsonOf(anArticle({ image, contentHtml })).content_html).toContain('src="https://x.example/img/1"');
  });

  it("holds caption and credit alone when the picture's URL isn't known", () => {
    const image = { url: null, alt: "", width: null, height: null, caption: "The quay.", credit: "AFP" };
    expect(jsonOf(anArticle({ image })).content_html).toBe(
      "<figure><figcaption>The quay. Credit: AFP</figcaption></figure>\n<p>Mind the step.</p>",
    );
    expect(textOf(rssOf(anArticle({ image })), "media:credit")).toBe("AFP");
  });
});

it.each([renderRss, renderAtom, renderJson])(
  "an article without a language is in its feed's: %o",
  (render) => {
    const image = { url: "https://n.example/a.jpg", alt: "", width: null, height: null, caption: null };
    const articles = [anArticle({ language: null, image: { ...image, credit: "Archiv" } })];
    const text = render(aSnapshot({ feed: aFeed({ language: "de-DE" }), articles }));
    expect(text).toContain("Foto: Archiv");
    expect(text).not.toContain("Credit:");
  },
);

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
