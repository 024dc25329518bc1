// Markdown, with and without front matter.

import { describe, expect, it } from "vitest";
import { outcomeOf, readText } from "../markdown.ts";
import { draftOf, pointersOf } from "../submissions.ts";

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
    const { draft } = readText(text);
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
    expect(readText(`---\ntitle: T\n---\n${text}`).draft.contentHtml).toBe(html);
  });

  it("is read against the article's address", () => {
    expect(readText("[a](b)", { address: "https://n.example/x/y", language: "fr" }).draft).toMatchObject({
      contentHtml: '<p><a href="https://n.example/x/b">a</a></p>',
      sourceUrl: "https://n.example/x/y",
      language: "fr",
    });
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
    expect(outcomeOf(text)).toMatchObject({
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
      const made = outcomeOf(text.repeat(Math.ceil(length / text.length)));
      expect(made.ok || made.error.kind).toSatisfy((one) => one === true || one === "fields_invalid");
    }
  });

  it("never has its heading read for ever: one that is no title is text", () => {
    const made = outcomeOf(`# ${"*a_".repeat(100_000)}\n\nb`);
    expect(made).toMatchObject({
      ok: false,
      error: { fields: [{ detail: expect.stringMatching(/fewer marks/) }] },
    });
  });

  it("of more than a row holds is refused before it is read", () => {
    const made = outcomeOf("<".repeat(1_800_001));
    expect(made).toMatchObject({
      ok: false,
      error: { fields: [{ detail: "must be at most 1800000 characters" }] },
    });
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
    const made = outcomeOf(text);
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
    expect(readText(`---\ntitle: T\n---\n${text}`).draft.contentHtml).toBe(html);
  });

  it("stays as it is in code, closed or not", () => {
    const code = '<title>\n<script src="a.js" />\n<iframe>';
    const escaped = code.replace(/</g, "&lt;").replace(/>/g, "&gt;");
    expect(readText(`---\ntitle: T\n---\n\`\`\`html\n${code}\n\`\`\``).draft.contentHtml).toBe(
      `<pre><code>${escaped}\n</code></pre>`,
    );
  });

  it("does not end with a frame that closes itself", () => {
    const { draft } = readText(
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
