// The outline of feeds, as a reader imports it.

import { describe, expect, it } from "vitest";
import { renderOpml } from "../../src/formats/opml.ts";
import { aFeed } from "../articles.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

const ORIGIN = "https://wire.example";
const outlinesOf = (opml: string) => all(parseXml(opml), "outline").map(({ attributes }) => attributes);

describe("OPML 2.0", () => {
  it("has one outline a feed, with all that a reader shows before it subscribes", () => {
    const harbour = aFeed({ slug: "harbour", title: "Hafen", description: "Was anlegt.", language: "de-DE" });
    const outlines = outlinesOf(renderOpml([aFeed(), harbour], ORIGIN));
    expect(outlines).toHaveLength(2);
    expect(outlines[1]).toEqual({
      type: "rss",
      text: "Hafen",
      title: "Hafen",
      description: "Was anlegt.",
      xmlUrl: "https://wire.example/feeds/harbour/rss.xml",
      htmlUrl: "https://news.example/world",
      language: "de-DE",
      version: "RSS",
    });
  });

  it("keeps every character of a title and a description", () => {
    const title = `Tides & "Quays" <of> 'Brough' 霧笛`;
    const [outline] = outlinesOf(renderOpml([aFeed({ title, description: `"a" & b` })], ORIGIN));
    expect([outline?.["text"], outline?.["title"]]).toEqual([title, title]);
    expect(outline?.["description"]).toBe(`"a" & b`);
  });

  it("says what it is and where its format is described", () => {
    const opml = parseXml(renderOpml([aFeed()], ORIGIN));
    const [head] = childrenOf(opml, "head");
    expect([opml.name, opml.attributes]).toEqual(["opml", { version: "2.0" }]);
    expect(opml.children.map(({ name }) => name)).toEqual(["head", "body"]);
    expect(textOf(head, "title")).toBe("Feeds of wire.example");
    expect(textOf(head, "docs")).toBe("https://opml.org/spec2.opml");
  });
});
