import { expect, it } from "vitest";
import { creditLine } from "../../src/model/credit-label.ts";

it.each([
  ["en-GB", "Credit: AFP"],
  ["de-AT", "Foto: AFP"],
  ["fr", "Photo\u00a0: AFP"],
  ["ja", "写真：AFP"],
  ["zh-CN", "图片：AFP"],
  ["zh-TW", "圖片：AFP"],
  ["zh-Hant", "圖片：AFP"],
  ["ar-EG", "الصورة: AFP"],
  ["cy", "Credit: AFP"],
  ["und", "Credit: AFP"],
])("a credit in %s is %s", (language, line) => {
  expect(creditLine("AFP", language)).toBe(line);
});
