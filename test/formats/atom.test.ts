// What Atom says of an article, clause by clause.

import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/formats/atom.ts";
import { aFullArticle, anArticle, aSnapshot } from "../articles.ts";
import { atomOf } from "../rendered.ts";
import { childrenOf, parseXml, textOf } from "../xml.ts";

describe("Atom 1.0", () => {
  const entry = atomOf(aFullArticle());

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
