// Any text a publisher can send, in any field, comes out of every format as it
// went in, but for the characters that XML 1.0 has no way to write.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderRss } from "../../src/formats/rss.ts";
import type { Article } from "../../src/model/article.ts";
import { aFeed, aFullArticle, aSnapshot } from "../articles.ts";
import { all, childrenOf, parseXml, textOf } from "../xml.ts";

// UTF-16 units, so that halves of surrogate pairs come up, with what breaks XML more often than chance.
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "&",
      "<",
      ">",
      '"',
      "'",
      "]]>",
      "\r",
      "\n",
      "\t",
      "\0",
      "\u{1F30A}",
      "\ud800",
      "\uffff",
      "&amp;",
      "<!--",
      "\u0085",
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 4 }) },
);
const anyText = fc.array(unit, { maxLength: 12 }).map((units) => units.join(""));

const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    id: anyText,
    title: anyText,
    html: anyText,
    summary: anyText,
    caption: anyText,
    credit: anyText,
    name: anyText,
    tag: anyText,
    attached: anyText,
    markdown: anyText,
  })
  .map((text) =>
    aFullArticle({
      sourceId: text.id,
      externalUrl: null, // else the content ends in its link
      title: text.title,
      contentHtml: text.html,
      markdown: text.markdown,
      summary: text.summary,
      image: { url: null, alt: "", width: null, height: null, caption: text.caption, credit: text.credit },
      authors: [{ name: text.name, url: null, avatar: null }],
      tags: [text.tag],
      attachments: [
        {
          url: "https://a.example/a",
          mediaType: "audio/mpeg",
          title: text.attached,
          lengthBytes: 1,
          durationSeconds: 1,
        },
      ],
    }),
  );

// As XML 1.0 §2.2 has it.
const withoutForbidden = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");

const RUNS = { numRuns: 500 };

describe("any Unicode in any field", () => {
  it("reads back equal from RSS", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const feed = aFeed({ markdown: true });
        const [item] = all(parseXml(renderRss(aSnapshot({ feed, articles: [article] }))), "item");
        const image = article.image;
        expect(textOf(item, "title")).toBe(withoutForbidden(article.title ?? ""));
        expect(textOf(item, "guid")).toBe(withoutForbidden(article.sourceId ?? ""));
        // A description is HTML: read it as a reader does.
        const description = fromHtml(textOf(item, "description") ?? "");
        expect(description).toBe(withoutForbidden(article.summary ?? ""));
        expect(textOf(item, "dc:creator")).toBe(withoutForbidden(article.authors[0]?.name ?? ""));
        expect(textOf(item, "category")).toBe(withoutForbidden(article.tags[0] ?? ""));
        expect(textOf(item, "media:description")).toBe(withoutForbidden(image?.caption ?? ""));
        expect(textOf(item, "source:markdown")).toBe(withoutForbidden(article.markdown ?? ""));
        expect(textOf(item, "media:credit")).toBe(withoutForbidden(image?.credit ?? ""));
        expect(textOf(item, "content:encoded")?.endsWith(withoutForbidden(article.contentHtml))).toBe(true);
        expect(textOf(childrenOf(item ?? fail(), "media:content")[0], "media:title")).toBe(
          withoutForbidden(article.attachments[0]?.title ?? ""),
        );
      }),
      RUNS,
    );
  });

  it("reads back equal from Atom, in text and in attributes", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const [entry] = all(parseXml(renderAtom(aSnapshot({ articles: [article] }))), "entry");
        const author = childrenOf(entry ?? fail(), "author")[0];
        const enclosure = childrenOf(entry ?? fail(), "link").find(
          ({ attributes }) => attributes["rel"] === "enclosure",
        );
        expect(textOf(entry, "title")).toBe(withoutForbidden(article.title ?? ""));
        expect(textOf(entry, "summary")).toBe(withoutForbidden(article.summary ?? ""));
        expect(textOf(author, "name")).toBe(withoutForbidden(article.authors[0]?.name ?? ""));
        expect(childrenOf(entry ?? fail(), "category")[0]?.attributes["term"]).toBe(
          withoutForbidden(article.tags[0] ?? ""),
        );
        expect(enclosure?.attributes["title"]).toBe(withoutForbidden(article.attachments[0]?.title ?? ""));
        expect(textOf(entry, "content")?.endsWith(withoutForbidden(article.contentHtml))).toBe(true);
      }),
      RUNS,
    );
  });

  it("reads back equal from JSON Feed", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const [item] = JSON.parse(renderJson(aSnapshot({ articles: [article] }))).items;
        expect(item.title).toBe(article.title);
        expect(item.id).toBe(article.sourceId);
        expect(item.summary).toBe(article.summary);
        expect(item.tags).toEqual(article.tags);
        expect(item.authors[0].name).toBe(article.authors[0]?.name);
        expect(item.content_html.endsWith(article.contentHtml)).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives the same bytes for the same articles", () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 3 }), (articles) => {
        for (const render of [renderRss, renderAtom, renderJson])
          expect(render(aSnapshot({ articles }))).toBe(render(structuredClone(aSnapshot({ articles }))));
      }),
      { numRuns: 100 },
    );
  });
});

const fromHtml = (html: string): string =>
  html.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#13;/g, "\r").replace(/&amp;/g, "&");

function fail(): never {
  throw new Error("no such element");
}
