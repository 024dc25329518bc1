import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainText } from "../../src/ingest/plain-text/plain-text.ts";
import { SCRAPED_TEXTS } from "./scraped-texts.ts";

const NOBODY = { address: null, language: null };

describe("a scraped text", () => {
  it.each(SCRAPED_TEXTS)("$name", (scraped) => {
    const submission = readPlainText(scraped.lines.join("\n"), NOBODY);
    expect(submission.title).toBe(scraped.title);
    expect(submission.contentHtml?.split("\n")).toEqual(scraped.html);
    expect(submission.dropped.map(({ rule }) => rule)).toEqual(scraped.dropped ?? []);
    expect([submission.imageCaption, submission.imageCredit]).toEqual([
      scraped.caption ?? null,
      scraped.credit ?? null,
    ]);
    expect(submission.authors.map(({ name }) => name)).toEqual(scraped.authors ?? []);
    expect(submission.datePublished).toBe(scraped.date ?? null);
  });
});

describe("nothing vanishes silently", () => {
  const word = fc.constantFrom(
    "ferry",
    "Harbour",
    "港",
    "лампа",
    "ضوء",
    "Photo:",
    "By",
    "Mark Twain",
    "AFP",
    "•",
    "-",
    "1.",
    ">",
    "15",
    "September",
    "2014",
    "|",
    "Read more:",
    "Home",
    "。",
    ".",
    "Credit:",
    "(",
    ")",
  );
  const known = fc.constantFrom(...SCRAPED_TEXTS.flatMap(({ lines }) => lines));
  const line = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    known,
    fc
      .string({ unit: "grapheme", maxLength: 40 })
      .map((text) => text.replace(/[\r\n\v\f\u2028\u2029]/g, " ")),
    fc.constant(""),
  );

  it("from any text: a line is in the content, or said to be dropped, or a field", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const submission = readPlainText(lines.join("\n"), NOBODY);
        const content = letters(withoutTags(submission.contentHtml ?? ""));
        const said = [
          submission.title ?? "",
          submission.imageCaption ?? "",
          submission.imageCredit ?? "",
        ].map(letters);
        const dropped = submission.dropped.map(({ detail }) => letters(detail.replace(/…$/, "")));
        for (const one of lines.map((text) => letters(text)).filter((text) => text !== "")) {
          const [title = "", caption = "", credit = ""] = said;
          // No label is longer than this.
          const isLabelled = one.length - caption.length - credit.length <= 30;
          const isCaption = credit !== "" && one.startsWith(caption) && one.includes(credit) && isLabelled;
          const isThere =
            content.includes(withoutMark(one)) ||
            one === title ||
            isCaption ||
            dropped.some((detail) => detail !== "" && one.startsWith(detail));
          expect(isThere, one).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("in order", () => {
    const lines = [
      "T",
      "",
      "One thing.",
      "- two",
      "- three",
      "",
      "> four",
      "",
      "5. five",
      "6. six",
      "",
      "Seven.",
    ];
    const { contentHtml } = readPlainText(lines.join("\n"), NOBODY);
    expect((contentHtml ?? "").replace(/<[^>]*>/g, " ").match(/\p{L}+/gu)).toEqual([
      "One",
      "thing",
      "two",
      "three",
      "four",
      "five",
      "six",
      "Seven",
    ]);
  });
});

const letters = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
const withoutTags = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot);/g, "");
// The signs of lists become tags, and with them their numbers.
const withoutMark = (line: string): string => line.replace(/^\d{1,3}(?=\D)/, "");

describe("lines made to keep a pattern busy", () => {
  const parts = [
    "A ",
    "Aa Bb and ",
    "a",
    "Read more | A.",
    "▶",
    "👉",
    "▶ ",
    "图",
    "写真：",
    "Photo: ",
    "(",
    "By Aa Bb, ",
    "- ",
    "> ",
    "1. ",
    "share this article ",
    "2014-09-15 ",
    "Getty Images/",
    "A.B.",
    "新华社记者",
    "\u0301",
  ];
  const bodies = parts.flatMap((part) => [35, 140, 290, 690, 20_000].map((length) => ({ part, length })));

  it.each(bodies)("end: $length characters of $part", ({ part, length }) => {
    const line = part.repeat(Math.ceil(length / part.length)).slice(0, length);
    const { contentHtml, dropped } = readPlainText(
      ["Title", "Text.", ...Array(20).fill(line)].join("\n"),
      NOBODY,
    );
    expect((contentHtml ?? "").length + dropped.length).toBeGreaterThan(0);
  });
});
