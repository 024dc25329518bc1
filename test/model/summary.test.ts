import { describe, expect, it } from "vitest";
import { headlineOf } from "../../src/model/headline.ts";
import { summaryOf } from "../../src/model/summary.ts";
import { textOf } from "../../src/model/text-of.ts";
import { anArticle } from "../articles.ts";

const of = (contentHtml: string, language: string | null = null) =>
  summaryOf({ summary: null, contentHtml, language });
const sentence = (letter: string, length: number) => `${letter.repeat(length - 1)}.`;

describe("a summary", () => {
  it("is the publisher's own, whatever the text says", () => {
    expect(summaryOf({ summary: "Ours.", contentHtml: "<p>Other.</p>", language: null })).toBe("Ours.");
  });

  it.each<[string, string, string | null]>([
    ["the whole of a short text", "<p>One.</p>\n<p>Two &amp; three.</p>", "One. Two & three."],
    ["of paragraphs only", "<figure><figcaption>F</figcaption></figure><h2>H</h2><p>One.</p>", "One."],
    ["of the whole text where nothing is a paragraph", "<div>Words</div><ul><li>a</li></ul>", "Words a"],
    ["nothing for a text without a word", '<p><img src="https://a.example/1.png" alt="x" /></p>', null],
    ["nothing for no text", "", null],
    ["without a space where markup begins inside a word", "<p>C<sub>60</sub> is round.</p>", "C60 is round."],
  ])("is %s", (_, html, expected) => {
    expect(of(html)).toBe(expected);
  });

  it("is the sentences that fit into 300 characters, whole", () => {
    const [one, two, three] = [sentence("A", 140), sentence("B", 140), sentence("C", 140)];
    expect(of(`<p>${one} ${two}</p><p>${three}</p>`)).toBe(`${one} ${two}`);
  });

  it("doesn't end behind an initial", () => {
    const first = sentence("A", 90);
    const rest = "x".repeat(290);
    expect(of(`<p>${first} The boat of J. Smith ${rest} left.</p>`)).toBe(first);
  });

  it("goes on into the next sentence where the whole ones say too little", () => {
    const summary = of(`<p>Yes. Then ${"word ".repeat(100)}ends.</p>`) ?? "";
    expect(summary).toMatch(/^Yes\. Then (word )+word…$/);
    expect(Array.from(summary).length).toBeLessThanOrEqual(300);
    expect(Array.from(summary).length).toBeGreaterThan(290);
  });

  it("is cut between words, with an ellipsis, where the first sentence is too long", () => {
    const summary = of(`<p>${"word ".repeat(100)}</p>`) ?? "";
    expect(summary).toMatch(/^(word )+word…$/);
    expect(Array.from(summary).length).toBeLessThanOrEqual(300);
  });

  it("knows where a sentence ends in Japanese, and cuts anywhere where it has none", () => {
    const first = `${"海".repeat(200)}。`;
    expect(of(`<p>${first}${"空".repeat(200)}。</p>`, "ja")).toBe(first);
    expect(Array.from(of(`<p>${"海".repeat(400)}</p>`, "ja") ?? "")).toHaveLength(300);
  });

  it("never splits a character that takes two UTF-16 units", () => {
    expect(of(`<p>${"🌊".repeat(400)}</p>`)?.isWellFormed()).toBe(true);
  });
});

describe("a headline", () => {
  it("is the title, else the beginning of the summary or of the text", () => {
    const article = anArticle({ title: null, summary: "S", contentHtml: "<p>C</p>" });
    expect(headlineOf({ ...article, title: "T" })).toBe("T");
    expect(headlineOf(article)).toBe("S");
    const long = { ...article, summary: null, contentHtml: `<p>${"word ".repeat(40)}</p>` };
    expect(headlineOf(long)).toMatch(/^(word )+word…$/);
  });

  it("of a picture is what is said of it, else the day: a link must have something to click", () => {
    const image = {
      url: "https://a.example/1.png",
      alt: "A quay",
      width: null,
      height: null,
      caption: "The quay",
      credit: null,
    };
    const bare = anArticle({ title: null, contentHtml: "", image });
    expect(headlineOf(bare)).toBe("A quay");
    expect(headlineOf({ ...bare, image: { ...image, alt: "" } })).toBe("The quay");
    expect(headlineOf({ ...bare, image: { ...image, alt: "", caption: null } })).toBe("2026-11-20");
  });
});

it("reads references once: what spells a tag is not taken for one", () => {
  expect(textOf("<p>&amp;lt;b&amp;gt; &lt;i&gt; &quot;x&quot;</p>")).toBe('&lt;b&gt; <i> "x"');
});
