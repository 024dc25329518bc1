// The words of a feed's page.

import { describe, expect, it } from "vitest";
import { feedWordsOf } from "../../src/pages/feed-words.ts";
import { wordsOf } from "../../src/pages/words.ts";

it.each([
  ["de-AT", "de-AT", "Abonnieren"],
  ["fr", "fr", "S’abonner"],
  ["nb", "nb", "Abonner"],
  ["zh-CN", "zh-CN", "订阅"],
  ["zh", "zh", "订阅"],
  ["zh-TW", "zh-TW", "訂閱"],
  ["zh-Hant-HK", "zh-Hant-HK", "訂閱"],
  ["en-GB", "en", "Subscribe"],
  ["hu", "en", "Subscribe"],
  ["und", "en", "Subscribe"],
])("in %s are in %s", (language, inLanguage, subscribe) => {
  expect(feedWordsOf(language)).toMatchObject({ language: inLanguage, subscribe });
});

const LANGUAGES = "ar cs da de es fi fr he it ja ko nb nl no pl pt ru sv tr uk zh zh-Hant".split(" ");

describe.each(LANGUAGES)("in %s", (language) => {
  it("they are those of an article's page too", () => {
    expect([feedWordsOf(language).language, wordsOf(language).language]).toEqual([language, language]);
  });

  it("none is missing", () => {
    for (const word of Object.values(feedWordsOf(language))) expect(word.trim()).not.toBe("");
  });
});
