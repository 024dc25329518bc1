// Markdown, with and without front matter.

import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/ingest/markdown/markdown.ts";
import { normalize } from "../../src/ingest/normalize.ts";
import { draftOf, NOW, pointersOf } from "../submissions.ts";

const NOBODY = { address: null, language: null };
const outcome = (text: string, said = NOBODY) => {
  const submission = readMarkdown(text, said);
  return submission.ok ? normalize(submission.value, NOW) : submission;
};
function read(text: string, said: { address: string | null; language: string | null } = NOBODY) {
  const submission = readMarkdown(text, said);
  const made = submission.ok ? normalize(submission.value, NOW) : submission;
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

describe("the title", () => {
  it.each([
    ["# The *tide* & us\n\na", "The tide & us"],
    ["\n# The tide #\na", "The tide"],
    ["# C#\na", "C#"],
    ["The tide\n========\n\na", "The tide"],
    ["---\ntitle: The tide\n---\n\na", "The tide"],
    ["---\ntitle: The tide\n---\n# The tide\n\na", "The tide"],
    ["a\n\n# The tide\n", null],
    ["## The tide\n\na", null],
    ["#tide\n\na", null],
    ["    # pip install x\n    pip install y", null],
    ["1. First point\n===\n", null],
    ["```\n====\n```", null],
    ["# ![logo](https://n.example/x.png)\n\na", null],
  ])("of %j is %j", (text, title) => {
    const { draft } = read(text);
    expect(draft.title).toBe(title);
    if (title !== null) expect(draft.contentHtml).toBe("<p>a</p>");
  });
});

describe("the text", () => {
  it.each([
    ["*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"],
    ["a\nb  \nc", "<p>a b<br />c</p>"],
    ["- a\n- b\n\n3. c\n4. d", '<ul><li>a</li><li>b</li></ul>\n<ol start="3"><li>c</li><li>d</li></ol>'],
    ["> a\n\n---", "<blockquote><p>a</p></blockquote>\n<hr />"],
    ["```js\nlet a = 1 < 2;\n```", "<pre><code>let a = 1 &lt; 2;\n</code></pre>"],
    [
      "|a|b|\n|-|-|\n|1|2|",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ],
    ["a\n-\nb", "<h2>a</h2>\n<p>b</p>"],
    ["![A quay](https://n.example/q.png)\n\na", "<p>a</p>"],
    ["a <script>alert(1)</script> <b onclick=x>b</b>", "<p>a <b>b</b></p>"],
    ["[a](javascript:alert(1)) [b](https://n.example/)", '<p>a <a href="https://n.example/">b</a></p>'],
  ])("%j", (text, html) => {
    expect(read(`---\ntitle: T\n---\n${text}`).draft.contentHtml).toBe(html);
  });

  it("is read against the article's address", () => {
    expect(read("[a](b)", { address: "https://n.example/x/y", language: "fr" }).draft).toMatchObject({
      contentHtml: '<p><a href="https://n.example/x/b">a</a></p>',
      sourceUrl: "https://n.example/x/y",
      language: "fr",
    });
  });
});

describe("front matter", () => {
  it("has every field, under the names that generators use", () => {
    const { draft, dropped } = read(
      [
        "---",
        "id: 007",
        'Title: "No: 1"',
        "slug: Mind the step",
        "date: 2026-11-20 10:05:00 +0100",
        "lastmod: 2026-11-21",
        "author:",
        "  - name: Harbour Desk",
        "    url: https://news.example/desk",
        "  - Nellie Bly",
        "tags: [tides, 2026, no]",
        "category: ferries",
        "description: >",
        "  High water",
        "  at noon",
        "cover:",
        "  image: https://news.example/q.png",
        "image_alt: A quay",
        "image_credit: Archive",
        "image_width: 1600",
        "image_height: 900",
        "lang: de-at",
        "layout: post",
        "---",
        "a",
      ].join("\r\n"),
    );
    expect(draft).toMatchObject({
      sourceId: "007",
      title: "No: 1",
      slug: "mind-the-step",
      publishedAt: Date.parse("2026-11-20T09:05:00Z"),
      sourceUpdatedAt: Date.parse("2026-11-21T00:00:00Z"),
      authors: [{ name: "Harbour Desk", url: "https://news.example/desk" }, { name: "Nellie Bly" }],
      tags: ["tides", "2026", "no", "ferries"],
      summary: "High water at noon",
      image: {
        url: "https://news.example/q.png",
        alt: "A quay",
        width: 1600,
        height: 900,
        caption: null,
        credit: "Archive",
      },
      language: "de-AT",
      contentHtml: "<p>a</p>",
    });
    expect(dropped).toEqual([
      { rule: "unknown-field", detail: "layout" },
      { rule: "time-zone-missing", detail: "date_modified was read as UTC" },
    ]);
  });

  it("outranks what the request says", () => {
    const said = { address: "https://n.example/x", language: "fr" };
    expect(read("---\nurl: https://n.example/y\nlang: de\n---\na", said).draft).toMatchObject({
      sourceUrl: "https://n.example/y",
      language: "de",
    });
  });

  it.each(["---\n\na", "---\nno colon here\n---\na", "a\n---\ntitle: T\n---\n"])("is none in %j", (text) => {
    expect(read(text).draft.title).toBeNull();
  });

  it("ends at a line of its own, and not at a value that ends alike", () => {
    const { draft } = read("---\ntitle: Wait for it...\nsummary: A tale ---\nid: art-7\n---\nBody");
    expect(draft).toMatchObject({
      title: "Wait for it...",
      summary: "A tale ---",
      sourceId: "art-7",
      contentHtml: "<p>Body</p>",
    });
  });

  it("is not a text between two lines that has colons in it", () => {
    const { draft } = read("---\n\nA paragraph: with a colon.\n\n---\n\nMore.");
    expect(draft.contentHtml).toBe("<hr />\n<p>A paragraph: with a colon.</p>\n<hr />\n<p>More.</p>");
  });

  it("takes YAML's words for nothing as nothing", () => {
    const { draft } = read("---\ntitle: T\nimage: ~\nsummary: null\ndate:\npublished: true\n---\na");
    expect(draft).toMatchObject({ title: "T", image: null, summary: null, publishedAt: null });
  });

  it("resolves addresses without a host, or leaves them out and says so", () => {
    const text = "---\ntitle: T\nurl: /2026/perma/\nimage: /q.png\n---\na";
    expect(read(text, { address: "https://n.example/x", language: null }).draft).toMatchObject({
      sourceUrl: "https://n.example/2026/perma/",
      image: { url: "https://n.example/q.png" },
    });
    const { draft, dropped } = read(text);
    expect(draft).toMatchObject({ sourceUrl: null, image: null });
    expect(dropped.map(({ rule }) => rule)).toEqual(["field-not-usable", "field-not-usable"]);
  });

  it("says which of two names for one field it did not take, and what a picture says of itself", () => {
    const { draft, dropped } = read(
      "---\ntitle: T\ndescription: One\nsubtitle: Two\ncover: {image: https://n.example/q.png, alt: A quay, caption: Noon}\n---\na",
    );
    expect(draft).toMatchObject({ summary: "One", image: { alt: "A quay", caption: "Noon" } });
    expect(dropped).toEqual([{ rule: "duplicate-field", detail: "subtitle" }]);
  });

  it("may be empty of text", () => {
    expect(read("---\ntitle: T\n---").draft).toMatchObject({ title: "T", contentHtml: "" });
  });

  it.each([
    ["that is no YAML", "---\ntitle: [a\n---\nx", /YAML/],
    ["that says a field twice", "---\ntitle: a\ntitle: b\n---\nx", /YAML.*duplicated/],
    ["with a list for a title", "---\ntitle: [a, b]\n---\nx", /title/],
    ["of a draft", "---\ntitle: a\ndraft: true\n---\nx", /draft/],
    ["of what isn't published", "---\ntitle: a\npublished: false\n---\nx", /draft/],
    ["without an end to it", `---\ntitle: T\n${"a: b\n".repeat(20_000)}---\nx`, /65536/],
    ["as a bomb", "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\nx", /title/],
    ["nested without end", `---\ntitle: ${"[".repeat(5_000)}\n---\nx`, /YAML/],
  ])("%s is refused, and says why", (_, text, why) => {
    const made = outcome(text);
    expect(made).toMatchObject({
      ok: false,
      error: { kind: "fields_invalid", fields: [{ pointer: "", detail: expect.stringMatching(why) }] },
    });
  });

  it.each(["__proto__", "constructor", "toString"])("has no field named %s", (name) => {
    expect(read(`---\ntitle: T\n${name}: {x: 1}\n---\na`).dropped).toEqual([
      { rule: "unknown-field", detail: name.toLowerCase() },
    ]);
    expect("x" in {}).toBe(false);
  });
});

describe("hostile Markdown", () => {
  it.each([
    ["quotations without end", "> ".repeat(50_000), /64 deep/],
    ["quotations without spaces", ">".repeat(50_000), /64 deep/],
    ["lists on one line", "- + * 1. ".repeat(20_000), /64 deep/],
    [
      "lists down the page",
      Array.from({ length: 500 }, (_, at) => `${" ".repeat(at)}- a`).join("\n"),
      /64 deep/,
    ],
    ["headings by dashes", "a\n-\n".repeat(50_000), /20000/],
    ["half tables", "a\n:-|:-\n".repeat(5_000), /200 tables/],
  ])("with %s is refused", (_, text, why) => {
    expect(outcome(text)).toMatchObject({
      ok: false,
      error: { kind: "fields_invalid", fields: [{ detail: expect.stringMatching(why) }] },
    });
  });

  it.each([
    "[",
    "*a **b ",
    "_a __b ",
    "*a_",
    "[*a_",
    "*a",
    "![",
    "<",
    "`a``",
    "~a",
    "[a](",
    "&a;",
    "\\",
    "a@",
    "http://a.b ",
    "a\n",
    "|a",
  ])("of %j without end is read or refused", (text) => {
    for (const length of [5_000, 200_000]) {
      const made = outcome(text.repeat(Math.ceil(length / text.length)));
      expect(made.ok || made.error.kind).toSatisfy((one) => one === true || one === "fields_invalid");
    }
  });

  it.each([
    ["emphasis in emphasis", `${"~~a ".repeat(2_000)}${"b~~ ".repeat(2_000)}`],
    ["emphasis across emphasis", `${"*a **b ".repeat(2_000)}${"c** d* ".repeat(2_000)}`],
    ["one endless item", `- a\n${"  b\n".repeat(20_000)}`],
    [
      "a table as wide as it is long",
      `${"|a".repeat(4_000)}|\n${"|-".repeat(4_000)}|\n${"x\n".repeat(4_000)}`,
    ],
  ])("with %s is read or refused", (_, text) => {
    const made = outcome(text);
    expect(made.ok || made.error.kind).toSatisfy((one) => one === true || one === "fields_invalid");
  });
});

describe("what is said of HTML in a text", () => {
  it.each([
    [
      "Use the <title> element and more.\n\nNext.",
      "<p>Use the &lt;title&gt; element and more.</p>\n<p>Next.</p>",
    ],
    ["Use <style> to style.\n\nNext.", "<p>Use &lt;style&gt; to style.</p>\n<p>Next.</p>"],
    ["A List<object> of it.", "<p>A List&lt;object&gt; of it.</p>"],
  ])("is text: %j", (text, html) => {
    expect(read(`---\ntitle: T\n---\n${text}`).draft.contentHtml).toBe(html);
  });

  it("does not end with a frame that closes itself", () => {
    const { draft } = read(
      '# T\n\n<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" />\n\n## Next\n\nMore.',
    );
    expect(draft.contentHtml).toMatch(/hqdefault[\s\S]*<h2>Next<\/h2>\n<p>More\.<\/p>$/);
  });
});

describe("content_markdown", () => {
  it("counts where the HTML is empty, and is named where it isn't needed", () => {
    expect(draftOf({ content_html: " ", content_markdown: "*a*" }).draft.contentHtml).toBe(
      "<p><em>a</em></p>",
    );
    expect(draftOf({ content_html: "<p>a</p>", content_markdown: "b" }).dropped).toEqual([
      { rule: "duplicate-field", detail: "content_markdown" },
    ]);
  });

  it("is a field of JSON, where there is no HTML", () => {
    expect(draftOf({ title: "T", content_markdown: "# Noon\n\n*a*" }).draft.contentHtml).toBe(
      "<h2>Noon</h2>\n<p><em>a</em></p>",
    );
    expect(
      draftOf({ content_markdown: "a", content_html: "<p>b</p>", content_text: "c" }).draft.contentHtml,
    ).toBe("<p>b</p>");
  });

  it("is named when it can't be used", () => {
    expect(pointersOf({ content_markdown: "> ".repeat(100) })).toEqual(["/content_markdown"]);
  });
});
