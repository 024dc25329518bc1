// What scrapers deliver. Every text here is of our own invention.

import { describe, expect, it } from "vitest";
import { readContentHeaders } from "../../src/ingest/content-headers.ts";
import { normalize } from "../../src/ingest/normalize.ts";
import { readPlainText } from "../../src/ingest/plain-text/plain-text.ts";
import { LINE_RULES } from "../../src/ingest/plain-text/plain-text-rules.ts";
import { escapeHtml } from "../../src/ingest/text.ts";
import { NOW } from "../submissions.ts";

const NOBODY = { address: null, language: null };
const read = (...lines: string[]) => readPlainText(lines.join("\n"), NOBODY);

const PARAGRAPH = "The ferry left at nine, as it does on every other Monday of the year.";

const examples = LINE_RULES.flatMap(({ name, examples }) => examples.map((line) => ({ name, line })));
const lookAlikes = LINE_RULES.flatMap(({ name, lookAlikes }) => lookAlikes.map((line) => ({ name, line })));

describe("each rule", () => {
  it.each(examples)("$name takes $line", ({ name, line }) => {
    const { contentHtml, dropped } = read("Title", PARAGRAPH, "", line, "", PARAGRAPH);
    expect(contentHtml).toBe(`<p>${PARAGRAPH}</p>\n<p>${PARAGRAPH}</p>`);
    expect(dropped).toEqual([{ rule: name, detail: line }]);
  });

  it.each(lookAlikes)("$name leaves $line", ({ line }) => {
    const { contentHtml, dropped, imageCredit } = read("Title", "", line, "", PARAGRAPH);
    expect(contentHtml).toContain(`<p>${escapeHtml(line)}</p>`);
    expect([dropped, imageCredit]).toEqual([[], null]);
  });
});

describe("a text of the usual shape", () => {
  const submission = read(
    "  Seven Lights, One Log Book ",
    "",
    "Print this pagePrint this page",
    "Share on Facebook",
    "Keepers at the harbour office, March 3, 1909.Credit: Harbour Archive",
    "",
    PARAGRAPH,
    "",
    '"It is only on paper that it blew on four days," said the keeper.',
    "",
    "A clock for every island",
    "",
    "The harbour office will lend each light a clock: U.S. made, and slow.",
    "",
    "Click the bell icon to follow this story:",
  );

  it("has its first line as the title", () => {
    expect(submission.title).toBe("Seven Lights, One Log Book");
  });

  it("has the caption and the credit of the lead image", () => {
    expect(submission.imageCaption).toBe("Keepers at the harbour office, March 3, 1909.");
    expect(submission.imageCredit).toBe("Harbour Archive");
  });

  it("keeps every sentence, and makes the short line between paragraphs a subheading", () => {
    expect(submission.contentHtml).toBe(
      [
        `<p>${PARAGRAPH}</p>`,
        "<p>&quot;It is only on paper that it blew on four days,&quot; said the keeper.</p>",
        "<h2>A clock for every island</h2>",
        "<p>The harbour office will lend each light a clock: U.S. made, and slow.</p>",
      ].join("\n"),
    );
  });

  it("lists what it dropped", () => {
    expect(submission.dropped.map(({ rule }) => rule)).toEqual([
      "doubled-label",
      "share-button",
      "call-to-action",
    ]);
  });
});

describe("a headline in capitals", () => {
  const CAPITALS = "LE PORT FERMÉ JUSQU’À LUNDI";

  it("gives way to the same in small letters", () => {
    const { title, contentHtml, dropped } = read(
      CAPITALS,
      "",
      "Par Albert Londres",
      "Le port fermé jusqu’à lundi",
      "",
      PARAGRAPH,
    );
    expect([title, contentHtml]).toEqual(["Le port fermé jusqu’à lundi", `<p>${PARAGRAPH}</p>`]);
    expect(dropped).toEqual([
      { rule: "byline", detail: "Par Albert Londres" },
      { rule: "title-repeated", detail: CAPITALS },
    ]);
  });

  it("is dropped when it comes second", () => {
    expect(read("Le port fermé", "LE PORT FERMÉ", "", PARAGRAPH)).toMatchObject({
      title: "Le port fermé",
      dropped: [{ rule: "title-repeated", detail: "LE PORT FERMÉ" }],
    });
  });

  it("stays as it is when it stands alone", () => {
    expect(read(CAPITALS, "", PARAGRAPH)).toMatchObject({ title: CAPITALS, dropped: [] });
    expect(read(CAPITALS, CAPITALS, "", PARAGRAPH).title).toBe(CAPITALS);
  });
});

describe("a credit", () => {
  it.each([
    ["The quay at dawn, 1909.Credit: AFP", "The quay at dawn, 1909."],
    ["The quay at dawn, 1909Credit: AFP", "The quay at dawn, 1909"],
    ["The quay at dawn. Credit: AFP", "The quay at dawn."],
    ["The quay at dawn (1909) Credit: AFP", "The quay at dawn (1909)"],
    ["The quay at dawn Credit: AFP", "The quay at dawn"],
    ["Credit: AFP", null],
  ])("%j above the text", (line, caption) => {
    const { imageCaption, imageCredit, contentHtml } = read("Title", line, "", PARAGRAPH);
    expect([imageCaption, imageCredit, contentHtml]).toEqual([caption, "AFP", `<p>${PARAGRAPH}</p>`]);
  });

  it("is none in a subheading", () => {
    const { imageCredit, contentHtml } = read(
      "Title",
      PARAGRAPH,
      "",
      "Tax Credit: Who Is Left Out",
      "",
      PARAGRAPH,
    );
    expect(imageCredit).toBeNull();
    expect(contentHtml).toContain("<h2>Tax Credit: Who Is Left Out</h2>");
  });
});

describe("a sentence is never dropped or taken out of the text", () => {
  it.each([
    "Join us on Saturday at noon in Trafalgar Square",
    "Follow us on the journey of three refugees",
    "Find us on the third floor of the old library building",
    "Press the red button to save the world",
    "Click here to save the whales, the poster said",
    "Hahahahahaha",
    "Debit: nothing. Credit: everything he had ever earned",
    `${"A very long paragraph, and no caption. ".repeat(20)}Credit: Reuters`,
  ])("%j", (sentence) => {
    const { contentHtml, dropped, imageCredit } = read("Title", "", PARAGRAPH, "", sentence, "", PARAGRAPH);
    expect(contentHtml).toContain(sentence.trim());
    expect([dropped, imageCredit]).toEqual([[], null]);
  });

  it("nor is the whole text a caption", () => {
    const body = `${"The storm took the pier and left the lamp. ".repeat(20)}Credit: Reuters`;
    expect(read("Title", "", body).contentHtml).toBe(`<p>${body}</p>`);
  });
});

describe("other pictures' captions", () => {
  it("stay in the text after the first", () => {
    const text = read("Title", "", "The quay.Credit: Archive", "", PARAGRAPH, "", "The boat.Credit: Archive");
    expect(text.imageCaption).toBe("The quay.");
    expect(text.contentHtml).toContain("<p>The boat.Credit: Archive</p>");
  });
});

describe("an agency’s copyright notice", () => {
  it.each([
    "(c) dpa",
    "© AFP",
    "©AFP.",
    "(C) 2026 Reuters",
    "© Agence France-Presse 2026",
    "© AFP/Reuters",
    "(c) dpa-infocom, dpa:260915-99-12345/3",
    "© dpa, dpa:260915-99-12345/3",
  ])("%j goes from the end of a text", (notice) => {
    for (const end of [[notice], [notice, "", "Harbour Gazette"]]) {
      const { contentHtml, dropped, imageCredit } = read("Title", "", PARAGRAPH, "", ...end);
      expect(contentHtml).not.toContain(escapeHtml(notice));
      expect([dropped, imageCredit]).toEqual([[{ rule: "copyright-notice", detail: notice }], null]);
    }
  });

  it.each([
    "(c) Harbour Gazette",
    "© Mark Twain",
    "(c) dpa reported the storm",
    "© AFP, and nobody else",
    "(c) dpa-infocom, 12345",
    "dpa",
    "c) dpa",
    "(c)",
    "dpa:260915-99-12345/3",
  ])("%j stays", (line) => {
    const { contentHtml, dropped } = read("Title", "", PARAGRAPH, "", line);
    expect(contentHtml).toContain(`<p>${line}</p>`);
    expect(dropped).toEqual([]);
  });

  it("stays where the text goes on", () => {
    expect(read("Title", "", PARAGRAPH, "", "(c) dpa", "", PARAGRAPH, "", PARAGRAPH).dropped).toEqual([]);
  });

  it("stays where it is the whole text", () => {
    expect(read("Title", "", "(c) dpa").contentHtml).toBe("<p>(c) dpa</p>");
  });

  it("is none as the third of (a), (b) and (c)", () => {
    const { dropped } = read("Title", "", "Who reported it?", "(a) Reuters", "(b) AFP", "(c) dpa");
    expect(dropped).toEqual([]);
  });
});

describe("what the headers say", () => {
  it("of where and in which language is taken when it can be meant of one article", () => {
    expect(readPlainText("T", readContentHeaders("https://n.example/a", "de"))).toMatchObject({
      url: "https://n.example/a",
      language: "de",
    });
    expect(readContentHeaders("/a", "en-GB, fr")).toEqual({ address: null, language: null });
  });
});

describe("odd texts", () => {
  it("has a first line as long as a paragraph in the text", () => {
    const long = "The ferry left at nine. ".repeat(30).trim();
    expect(read(long, "", "And came back.")).toMatchObject({
      title: null,
      contentHtml: `<p>${long}</p>\n<p>And came back.</p>`,
    });
  });

  it("is never put off by a date that stands under its title", () => {
    for (const date of ["2026-11-25T06:00:00Z", "2099-01-01"]) {
      const made = normalize(read("Title", date, "", PARAGRAPH), NOW);
      expect(made).toMatchObject({ ok: true, value: { draft: { publishedAt: null } } });
    }
    expect(normalize(read("Title", "2026-11-20", "", PARAGRAPH), NOW)).toMatchObject({
      value: { draft: { publishedAt: Date.UTC(2026, 10, 20) } },
    });
  });

  it("has a title and nothing else when there is one line", () => {
    expect(read("Only a title")).toMatchObject({ title: "Only a title", contentHtml: "" });
  });

  it("reads every kind of line break", () => {
    expect(readPlainText("T\r\n\r\nOne.\rTwo.\u2028Three.", NOBODY).contentHtml).toBe(
      "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>",
    );
  });

  it("has no more authors than an article may have", () => {
    const names = Array.from({ length: 60 }, (_, at) => `By Mark Twain${"n".repeat(at)}`);
    expect(read("T", ...names, "", PARAGRAPH).authors).toHaveLength(50);
  });

  it("escapes what looks like HTML", () => {
    expect(read("T", "", "<script>alert(1)</script> & more of it.").contentHtml).toBe(
      "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more of it.</p>",
    );
  });
});
