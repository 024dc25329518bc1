// What stands at the top of a text and has a place of its own; and the article's
// own address and tags, the same however they were written.

import { describe, expect, it } from "vitest";
import { draftOf } from "../submissions.ts";

const FIGURE =
  '<figure><img src="https://n.example/q.jpg" alt="A quay" width="1600" height="900"><figcaption>The quay <em>at noon</em></figcaption></figure>';

describe("the title", () => {
  it.each([
    "<h1>The Tide is in!</h1><p>a</p>",
    "<p><strong>THE TIDE IS IN</strong></p><p>a</p>",
    "<header><h1>The tide  is in</h1></header><div><p>a</p></div>",
  ])("is not said twice: %s", (content_html) => {
    const { draft, dropped } = draftOf({ title: "The tide is in", content_html });
    expect(draft.contentHtml).toBe("<p>a</p>");
    expect(dropped).toEqual([{ rule: "title-repeated", detail: expect.stringMatching(/the tide\s+is in/i) }]);
  });

  it.each(["<p>The tide is in, and out.</p>", "<p>a</p><p>The tide is in</p>"])(
    "is kept in %s",
    (content_html) => {
      expect(draftOf({ title: "The tide is in", content_html }).dropped).toEqual([]);
    },
  );
});

describe("the picture that a text begins with", () => {
  const lead = {
    url: "https://n.example/q.jpg",
    alt: "A quay",
    width: 1600,
    height: 900,
    caption: "The quay at noon",
    credit: null,
  };

  it("is the lead image", () => {
    const { draft } = draftOf({ title: "T", content_html: `<h1>T</h1>${FIGURE}<p>a</p>` });
    expect([draft.image, draft.contentHtml]).toEqual([lead, "<p>a</p>"]);
  });

  it("says of a given one what that does not say itself", () => {
    const { draft } = draftOf({
      title: "T",
      image: lead.url,
      image_alt: "Mine",
      content_html: `${FIGURE}<p>a</p>`,
    });
    expect([draft.image, draft.contentHtml]).toEqual([{ ...lead, alt: "Mine" }, "<p>a</p>"]);
  });

  it.each([
    ["another was given", { image: "https://n.example/other.jpg" }, FIGURE],
    ["both have a legend", { image: lead.url, image_caption: "Mine" }, FIGURE],
    ["a caption came without a picture", { image_caption: "Mine" }, FIGURE],
    ["it links", {}, '<figure><a href="https://n.example/"><img src="https://n.example/q.jpg"></a></figure>'],
    [
      "its legend links",
      {},
      '<figure><img src="https://n.example/q.jpg"><figcaption><a href="https://n.example/">a</a></figcaption></figure>',
    ],
    ["text comes first", {}, `<p>a</p>${FIGURE}`],
  ])("stays in the text when %s", (_, given, html) => {
    const { draft } = draftOf({ title: "T", content_html: `${html}<p>b</p>`, ...given });
    expect(draft.contentHtml).toContain("<figure>");
  });
});

describe("the article's own address", () => {
  it.each([
    ["https://n.example/a?utm_source=x&utm_medium=y", "https://n.example/a"],
    ["https://n.example/a?id=1&fbclid=z#top", "https://n.example/a?id=1#top"],
    ["https://n.example/a?b=%20x&GCLID=1&c", "https://n.example/a?b=%20x&c"],
    ["https://n.example/a?autm_x=1&fbclids=2", "https://n.example/a?autm_x=1&fbclids=2"],
  ])("%s is %s", (url, expected) => {
    const { draft, dropped } = draftOf({ title: "T", url });
    expect(draft.sourceUrl).toBe(expected);
    expect(dropped.map(({ rule }) => rule)).toEqual(url === expected ? [] : ["tracking-parameter"]);
  });

  it("says which parameters went", () => {
    expect(draftOf({ title: "T", url: "https://n.example/a?utm_source=x&b=1&fbclid=y" }).dropped).toEqual([
      { rule: "tracking-parameter", detail: "utm_source, fbclid" },
    ]);
  });

  it("is all that this is done to", () => {
    const content_html = '<p><a href="https://o.example/?utm_source=x">a</a></p>';
    expect(draftOf({ content_html }).draft.contentHtml).toContain("utm_source");
  });
});

it("has each tag once, as it was first written", () => {
  expect(
    draftOf({ title: "T", tags: ["#Tides", "tides", " TIDES ", "Straße", "ＴＩＤＥＳ", "C#", "#"] }).draft
      .tags,
  ).toEqual(["Tides", "Straße", "C#", "#"]);
});

it("says that AMP is withheld, and why", () => {
  const { draft, dropped } = draftOf({ title: "T", content_html: "<p>a</p><form><input></form>" });
  expect(draft.ampWithheld).toBe("<form>");
  expect(dropped).toContainEqual({ rule: "amp-withheld", detail: "<form>" });
});
