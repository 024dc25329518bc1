// What is derived from an article and stored nowhere.

import { describe, expect, it } from "vitest";
import { directionOf } from "../../src/model/language.ts";
import { pictureOf } from "../../src/model/picture.ts";
import { wordCountOf } from "../../src/model/word-count.ts";
import { anArticle } from "../articles.ts";

describe("the word count", () => {
  it.each([
    ["", "en", 0],
    ["<p>Mind the step.</p>", "en", 3],
    ["<p>It isn't 3.5 metres &amp; a half</p><ul><li>one</li><li>two</li></ul>", "en", 8],
    ["<p>灯台守は海を見る。</p>", "ja", 5],
    ["<p>— … !</p>", "en", 0],
  ])("of %s is %s's", (contentHtml, language, words) => {
    expect(wordCountOf(anArticle({ contentHtml }), language)).toBe(words);
  });
});

describe("the direction", () => {
  it.each([
    ["ar", "rtl"],
    ["fa-IR", "rtl"],
    ["he", "rtl"],
    ["ur", "rtl"],
    ["ckb", "rtl"],
    ["az-Arab", "rtl"],
    ["pa-PK", "rtl"],
    ["pa", "ltr"],
    ["ar-Latn", "ltr"],
    ["en-GB", "ltr"],
    ["ja", "ltr"],
    ["und", "ltr"],
  ])("of %s is %s", (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe("the picture", () => {
  const image = { url: null, alt: "", width: null, height: null, caption: "c", credit: null };

  it("is the lead image", () => {
    const lead = { ...image, url: "https://n.example/lead.jpg", alt: "Quay", width: 1600, height: 900 };
    expect(pictureOf(anArticle({ image: lead }))).toEqual({
      url: "https://n.example/lead.jpg",
      alt: "Quay",
      width: 1600,
      height: 900,
    });
  });

  it("is else the first in the text that isn't an icon", () => {
    const contentHtml =
      '<p><img src="https://n.example/dot.gif" alt="" width="1" height="1" /></p><img alt="A &quot;quay&quot;" src="https://n.example/a.jpg?a=1&amp;b=2" width="640" height="0" />';
    expect(pictureOf(anArticle({ image, contentHtml }))).toEqual({
      url: "https://n.example/a.jpg?a=1&b=2",
      alt: 'A "quay"',
      width: null,
      height: null,
    });
  });

  it("is none where there is none", () => {
    expect(pictureOf(anArticle({ image }))).toBeNull();
  });
});
