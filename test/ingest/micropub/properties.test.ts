// An article as properties, and properties as an article: there and back is the same.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertiesOf } from "../../../src/ingest/micropub/article-properties.ts";
import { fileTypeOf } from "../../../src/ingest/micropub/file-types.ts";
import { readForm } from "../../../src/ingest/micropub/forms.ts";
import type { Properties } from "../../../src/ingest/micropub/request.ts";
import { submissionOf } from "../../../src/ingest/micropub/submission.ts";
import { applyUpdate } from "../../../src/ingest/micropub/update.ts";
import { readDraft } from "../../../src/ingest/normalize.ts";
import { aFullArticle, anArticle, PUBLISHED_AT } from "../../articles.ts";

function draftOf(properties: Properties) {
  const submission = submissionOf(properties, []);
  const read = submission.ok ? readDraft(submission.value, PUBLISHED_AT) : submission;
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.draft;
}

const contentOf = (contentHtml: string) => propertiesOf(anArticle({ contentHtml }), "live").get("content");

describe("an article's properties", () => {
  it("are all that Micropub has a word for", () => {
    expect(Object.fromEntries(propertiesOf(aFullArticle(), "live"))).toEqual({
      name: ["The tide is in"],
      content: [
        {
          html: '<h2>Noon</h2>\n<p>Mind the <em>step</em> &amp; the <a href="https://quay.example/?a=1&amp;b=2">quay</a>.</p>',
        },
      ],
      summary: ["High water at noon & again at midnight."],
      category: ["tides", "R&D", "<quay>"],
      author: [
        {
          type: ["h-card"],
          properties: {
            name: ["Harbour Desk"],
            url: ["https://news.example/desk"],
            photo: ["https://news.example/desk.png"],
          },
        },
        { type: ["h-card"], properties: { name: ["Night Desk"] } },
      ],
      published: ["2026-11-20T10:05:00.000Z"],
      updated: ["2026-11-20T10:06:00.000Z"],
      photo: [{ value: "https://news.example/tide.jpg?w=1&h=2", alt: "A quay under water" }],
      audio: ["https://news.example/tide.mp3"],
      "bookmark-of": ["https://tides.example/table"],
      "post-status": ["published"],
    });
  });

  it.each([
    ["<p>One &amp; two</p>", ["One & two"]],
    ["<p>One<br />two</p>\n<p>Three</p>", ["One\ntwo\n\nThree"]],
    ["<p>A &lt;b&gt; tag</p>", ["A <b> tag"]],
    ["<p>An <em>accent</em></p>", [{ html: "<p>An <em>accent</em></p>" }]],
    ['<p lang="de">Flut</p>', [{ html: '<p lang="de">Flut</p>' }]],
    ["<ul>\n<li>One</li>\n</ul>", [{ html: "<ul>\n<li>One</li>\n</ul>" }]],
  ])("say %s as plain text only if it says no more", (html, content) => {
    expect(contentOf(html)).toEqual(content);
  });

  it("leave out what an article doesn't have", () => {
    const bare = anArticle({ title: null, contentHtml: "" });
    expect([...propertiesOf(bare, "live").keys()]).toEqual(["published", "updated", "post-status"]);
  });

  it("read again are the same article", () => {
    const article = aFullArticle();
    const { title, contentHtml, summary, tags, authors, externalUrl, image } = article;
    expect(draftOf(propertiesOf(article, "live"))).toMatchObject({
      title,
      contentHtml,
      summary,
      tags,
      authors,
      externalUrl,
      publishedAt: PUBLISHED_AT,
      image: { url: image?.url, alt: image?.alt },
    });
  });

  it("read again are the same text, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { contentHtml } = draftOf(new Map([["content", [text]]]));
        const content = contentOf(contentHtml) ?? [];
        expect(draftOf(new Map([["content", content]])).contentHtml).toBe(contentHtml);
      }),
    );
  });
});

describe("an update", () => {
  const before = new Map([
    ["category", ["one", "two"]],
    ["bookmark-of", ["https://a.example/"]],
  ]);
  const none = new Map();

  it("replaces first, then adds, then removes", () => {
    const updated = applyUpdate(before, {
      replace: new Map([["category", ["three", "four"]]]),
      add: new Map([["category", ["five"]]]),
      remove: new Map([["category", ["three"]]]),
    });
    expect(updated.ok && updated.value.properties.get("category")).toEqual(["four", "five"]);
  });

  it("means an article's one link by whichever name", () => {
    const replace = new Map([["like-of", ["https://b.example/"]]]);
    const updated = applyUpdate(before, { replace, add: none, remove: none });
    expect(updated.ok && [...updated.value.touched]).toEqual(["bookmark-of"]);
    expect(updated.ok && updated.value.properties.get("bookmark-of")).toEqual(["https://b.example/"]);
  });
});

describe("a form", () => {
  it.each([
    [
      "a=1&b=2",
      [
        { name: "a", text: "1" },
        { name: "b", text: "2" },
      ],
    ],
    ["a=x%20y+z", [{ name: "a", text: "x y z" }]],
    ["a=1=2", [{ name: "a", text: "1=2" }]],
    [
      "a=100%&b=%zz",
      [
        { name: "a", text: "100%" },
        { name: "b", text: "%zz" },
      ],
    ],
    ["a%5B%5D=%F0%9F%8C%8A", [{ name: "a[]", text: "🌊" }]],
    ["a=1\n", [{ name: "a", text: "1" }]],
    ["&a", [{ name: "a", text: "" }]],
  ])("reads %s", (text, fields) => {
    expect(readForm(text)).toEqual({ ok: true, value: fields });
  });
});

describe("a file's type", () => {
  it.each([
    ["https://a.example/1.PNG?w=2", "photo", "image/png"],
    ["https://a.example/photo", "photo", "image/jpeg"],
    ["https://a.example/1.webm", "video", "video/webm"],
    ["https://a.example/1.webm", "audio", "audio/mpeg"],
    ["https://a.example/1.opus#t=3", "audio", "audio/ogg"],
  ] as const)("of %s as %s is %s", (url, medium, type) => {
    expect(fileTypeOf(url, medium)).toBe(type);
  });
});
