// Blocks and dynamic zones → HTML, as an article keeps it.

import { describe, expect, it } from "vitest";
import { renderBlocks } from "../../../src/ingest/adapters/strapi/blocks.ts";
import { readContent } from "../../../src/ingest/adapters/strapi/content.ts";
import { sanitize } from "../../../src/ingest/html/sanitize.ts";

const text = (words: string, marks: object = {}) => ({ type: "text", text: words, ...marks });
const node = (type: string, ...children: unknown[]) => ({ type, children });

describe("Blocks", () => {
  it.each([
    ["a heading of each level", { ...node("heading", text("a")), level: 3 }, "<h3>a</h3>"],
    ["a heading of no level", { ...node("heading", text("a")), level: "9" }, "<h2>a</h2>"],
    [
      "marks within each other",
      text("a", { bold: true, italic: true, code: true }),
      "<strong><em><code>a</code></em></strong>",
    ],
    ["a mark that isn't true", text("a", { bold: "yes" }), "a"],
    ["what looks like markup", node("paragraph", text('<b>&"')), "<p>&lt;b&gt;&amp;&quot;</p>"],
    ["a code of several lines", node("code", text("a <\n"), text("b")), "<pre><code>a &lt;\nb</code></pre>"],
    ["a link with a quotation mark", { ...node("link", text("a")), url: '/"x' }, '<a href="/&quot;x">a</a>'],
    [
      "a list that begins with a list",
      node("list", { ...node("list", node("list-item", text("a"))), format: "ordered" }),
      "<ul><li><ol><li>a</li></ol></li></ul>",
    ],
    ["an unknown block", node("callout", text("a"), node("paragraph", text("b"))), "a<p>b</p>"],
    ["an image without a file", { type: "image", image: null, children: [text("")] }, ""],
    ["a text that is none", { type: "text", text: { a: 1 } }, ""],
    ["children that are none", { type: "paragraph", children: "a" }, "<p></p>"],
    ["nothing", null, ""],
  ])("%s", (_, block, html) => {
    expect(renderBlocks([block])).toBe(html);
  });

  it("are no way around the sanitizer", () => {
    const link = { ...node("link", text("a")), url: "javascript:alert(1)" };
    const image = { type: "image", image: { url: 'x" onerror="alert(1)', mime: "image/png" } };
    const html = renderBlocks([node("paragraph", link), image]);
    expect(sanitize(html, "https://cms.harbour.example/").html).not.toMatch(/javascript:| onerror=/);
  });
});

describe("a dynamic zone", () => {
  it.each([
    ["Markdown", { body: "**a**" }, "<p><strong>a</strong></p>\n"],
    ["Blocks", { content: [node("paragraph", text("a"))] }, "<p>a</p>"],
    ["a heading and a text", { title: "A & B", text: "c" }, "<h2>A &amp; B</h2><p>c</p>\n"],
    [
      "a film",
      { file: { url: "/a.mp4", mime: "video/mp4" } },
      '<figure><video src="/a.mp4" controls></video></figure>',
    ],
    [
      "a sound",
      { file: { url: "/a.mp3", mime: "audio/mpeg" } },
      '<figure><audio src="/a.mp3" controls></audio></figure>',
    ],
    [
      "a document",
      { file: { url: "/a.pdf", mime: "application/pdf", name: "a.pdf" } },
      '<p><a href="/a.pdf">a.pdf</a></p>',
    ],
  ])("has components with %s", (_, fields, html) => {
    expect(readContent([{ __component: "shared.part", ...fields }], "markdown").html).toBe(html);
  });

  it("says which components it can make nothing of", () => {
    const zone = [
      { __component: "shared.rich-text", body: "a" },
      { __component: "shared.poll", theme: "dark" },
    ];
    expect(readContent(zone, "markdown").dropped).toEqual([
      { rule: "component-left-out", detail: "shared.poll" },
    ]);
  });

  it("has HTML where the source says so", () => {
    const zone = [{ __component: "shared.rich-text", body: "<em>**a**</em>" }];
    expect(readContent(zone, "html").html).toBe("<em>**a**</em>");
  });
});

describe("a text", () => {
  it("is Markdown, which is kept, or HTML", () => {
    expect(readContent("*a*", "markdown")).toEqual({
      html: "<p><em>a</em></p>\n",
      markdown: "*a*",
      dropped: [],
    });
    expect(readContent("<em>*a*</em>", "html")).toEqual({
      html: "<em>*a*</em>",
      markdown: null,
      dropped: [],
    });
  });

  it("is shown as it is written where it is too much for a reader of Markdown", () => {
    const content = readContent("> ".repeat(70), "markdown");
    expect(content).toMatchObject({ markdown: null, dropped: [{ rule: "field-not-usable" }] });
    expect(content.html).toMatch(/^<p>&gt; &gt;/);
  });
});
