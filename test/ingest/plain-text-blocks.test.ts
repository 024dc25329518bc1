// Which lines of a scraped text are paragraphs, headings, lists and breaks.

import { describe, expect, it } from "vitest";
import { readPlainText } from "../../src/ingest/plain-text/plain-text.ts";
import { escapeHtml } from "../../src/ingest/text.ts";

const NOBODY = { address: null, language: null };
const read = (...lines: string[]) => readPlainText(lines.join("\n"), NOBODY);

const PARAGRAPH = "The ferry left at nine, as it does on every other Monday of the year.";

describe("a line is no subheading", () => {
  it.each([
    ["at the very top", [PARAGRAPH].toSpliced(0, 0, "A short line", "")],
    ["at the very end", [PARAGRAPH, "", "A short line"]],
    ["when it ends a sentence", [PARAGRAPH, "", "It rained.", "", PARAGRAPH]],
    ["when it ends a sentence in Japanese", [PARAGRAPH, "", "雨が降った。", "", PARAGRAPH]],
    ["when it ends a sentence in Hindi", [PARAGRAPH, "", "बारिश हुई।", "", PARAGRAPH]],
    ["when it ends a sentence in Arabic", [PARAGRAPH, "", "هل أمطرت؟", "", PARAGRAPH]],
    ["when a quotation ends it", [PARAGRAPH, "", "“We saw the wind.”", "", PARAGRAPH]],
    ["when it is one of several short lines", [PARAGRAPH, "", "Milk", "", "Bread", "", PARAGRAPH]],
    ["when it is long", [PARAGRAPH, "", `${"a long line ".repeat(9)}without an end`, "", PARAGRAPH]],
  ])("%s", (_, lines) => {
    expect(read("Title", "", ...lines).contentHtml).not.toContain("<h2>");
  });
});

describe("lines without a blank one between", () => {
  it("are paragraphs of their own", () => {
    expect(read("Title", "First thing.", "Second thing.").contentHtml).toBe(
      "<p>First thing.</p>\n<p>Second thing.</p>",
    );
  });

  it("are one paragraph when they were wrapped by hand", () => {
    const lines = [
      "The keepers of seven islands agreed on Wednesday to write",
      "their log books in one and the same way, whatever came of it,",
      "and went home.",
    ];
    expect(read("Title", "", ...lines).contentHtml).toBe(`<p>${lines.join(" ")}</p>`);
  });
});

describe("lines that begin with a hyphen", () => {
  it.each([
    ["- Tu viens ? dit-il.", "- Non, répondit-elle."],
    ["- Tu viens ? dit-il.", "- Non."],
    ["- Il pleut, dit-elle.", "- Oui."],
    ["- Il pleut, demanda-t-il.", "- Oui."],
    ["- ¿Vienes? preguntó.", "- No, dijo ella."],
    ["- Llueve, dijo ella.", "- Sí."],
    ["- Vieni… disse lei.", "- No."],
    ["- 'It rains.'", "- 'Yes.'"],
    ["- ‘It rains.’", "- ‘Yes.’"],
  ])("are a dialogue: %j, %j", (...lines) => {
    expect(read("Title", "", ...lines).contentHtml).toBe(
      lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n"),
    );
  });

  it.each([
    ["- No fires.", "- No dogs, after nine."],
    ["- A lamp, well-trimmed.", "- A log book, half-empty."],
    ["- What to do? Ask the keeper.", "- L’île, vue du port."],
    ["- ’90s hits", "- A lamp, clip-on"],
    ["- Les phares, sous-marins compris.", "- Le port."],
  ])("are a list: %j, %j", (...lines) => {
    const items = lines.map((line) => `<li>${line.slice(2)}</li>`).join("");
    expect(read("Title", "", ...lines).contentHtml).toBe(`<ul>${items}</ul>`);
  });
});

describe("what stands between paragraphs and is no heading", () => {
  it.each(["— John Smith", "$4.5 million", "1,250", "(1909)", "…"])("%j is a paragraph", (line) => {
    const { contentHtml } = read("Title", PARAGRAPH, "", line, "", PARAGRAPH);
    expect(contentHtml).toContain(`<p>${line}</p>`);
  });

  it.each(["***", "* * *", "---", "⁂⁂⁂", "———"])("%j is a break", (line) => {
    const { contentHtml } = read("Title", PARAGRAPH, "", line, "", PARAGRAPH);
    expect(contentHtml).toBe(`<p>${PARAGRAPH}</p>\n<hr />\n<p>${PARAGRAPH}</p>`);
  });
});
