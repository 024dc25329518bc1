// The Markdown that is kept of an article: what is left of it, and when none is.

import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { sourceMarkdownOf } from "../../src/ingest/markdown/source-markdown.ts";
import { hostileHtml } from "../hostile.ts";
import { readText } from "../markdown.ts";
import { draftOf } from "../submissions.ts";

const markdownOf = (text: string) => readText(text).draft.markdown;

describe("an article's Markdown is kept", () => {
  it.each([
    ["as it was written", "a *b*\n\n- c\n- d\n\n1 < 2 & `e`", "a *b*\n\n- c\n- d\n\n1 < 2 & `e`"],
    ["without empty lines around it", "\n \na\n\n", "a"],
    ["with the indent that makes it code", "\n    a = 1\n", "    a = 1"],
    ["with a line feed for every line", "a\r\nb\rc", "a\nb\nc"],
    ["without its front matter", "---\ntitle: T\n---\na", "a"],
    ["without the heading that is the title", "# The tide\n\na", "a"],
    ["without an underlined one", "The tide\n===\n\na", "a"],
    ["without the title of its front matter, said again", "---\ntitle: The tide\n---\n# The *tide*\na", "a"],
    ["without it as a paragraph", "---\ntitle: The tide\n---\n**The tide**\n\na\n\nb", "a\n\nb"],
    [
      "without it below a picture",
      "---\ntitle: The tide\n---\n![q](https://n.example/q.png)\n\n# The tide\n\na",
      "![q](https://n.example/q.png)\n\na",
    ],
    ["with addresses that are whole", "[a](https://n.example/) [b]\n\n[b]: https://n.example/b"],
    ["with links that are their own text", "<https://n.example/a=1> <desk@news.example> https://n.example"],
    ["with addresses for letters", "[a](mailto:desk@news.example)"],
  ])("%s", (_, text, kept = text) => {
    expect(markdownOf(text)).toBe(kept);
  });

  it("from JSON too, where there is no HTML beside it", () => {
    const item = { title: "T", content_markdown: "# T\n\na *b*" };
    expect(draftOf(item).draft).toMatchObject({ markdown: "a *b*", contentHtml: "<p>a <em>b</em></p>" });
    expect(draftOf({ ...item, content_html: "<p>c</p>" }).draft.markdown).toBeNull();
    expect(draftOf({ title: "T", content_html: "<p>c</p>" }).draft.markdown).toBeNull();
    expect(draftOf({ title: "T", content_markdown: "<br>", content_text: "c" }).draft.markdown).toBeNull();
  });
});

describe("none is kept", () => {
  it.each([
    ["with raw HTML", "a <b>b</b>"],
    ["with a script", "a\n\n<script>hacked()</script>"],
    ["with a comment", "a <!-- b -->"],
    ["with what is HTML to a parser that knows no code", "a\n\n```\n<script>hacked()</script>\n```"],
    ["with a tag that is never closed", "a <script"],
    ["with a link to a script", "[a](javascript:hacked())"],
    ["with one in angle brackets", "[a](<javascript:hacked()>)"],
    ["with one spelt in references", "[a](java&#115;cript:hacked())"],
    ["with one on a line of its own", "[a](\njavascript:hacked())"],
    ["with one in what is code to us", "a\n\n    [a](javascript:hacked())"],
    ["with one that nothing refers to", "a\n\n[b]: javascript:hacked()"],
    ["with one as an address of its own", "a <javascript:hacked()>"],
    ["with a picture of data", "b ![a](data:image/svg+xml,x)"],
    ["with a relative link", "[a](/tides)"],
    [
      "with a relative link, though the article says where it is",
      "---\nurl: https://n.example/x\n---\n[a](y)",
    ],
    ["with a relative picture", "b ![a](tide.png)"],
    ["with a name and password in a link", "a\n\n[b]: https://user:secret@n.example/"],
    ["with what the sanitizer takes out", "- [ ] a"],
    ["with a character that XML forbids", "a\u0001"],
    ["of a text that is its title and nothing else", "# The tide"],
  ])("%s", (_, text) => {
    expect(markdownOf(text)).toBeNull();
  });

  it("where the title can't be found in it", () => {
    expect(sourceMarkdownOf("a\n\nb\n\nThe tide", "The tide")).toBeNull();
    expect(sourceMarkdownOf("The tide\n===\nand more", "The tide")).toBeNull();
  });
});

// As a parser would read it that takes nothing for code: HTML alone. An address in angle brackets is a link to all.
function elementsIn(markdown: string): string[] {
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): string[] =>
    node.nodeName === "#text" ? [] : [node.nodeName];
  const without = markdown.replace(/<(?:https?:\/\/|mailto:)[^\s<>"'`]*>/g, "");
  return parseFragment(without).childNodes.flatMap(walk);
}

it("of any mixture of Markdown and HTML, none is kept in which HTML begins", () => {
  const pieces = fc.constantFrom(
    ..."`|```\n|\n\n|    |> |[a](|]: |)|<https://n.example/>|[b]: https://n.example|*|\\|text".split("|"),
  );
  const mixture = fc.array(fc.oneof(pieces, hostileHtml, fc.constantFrom("a", "<", "&lt;b>")), {
    maxLength: 8,
  });
  let kept = 0;
  fc.assert(
    fc.property(mixture, (parts) => {
      const markdown = sourceMarkdownOf(parts.join(""), null);
      if (markdown === null) return;
      kept += 1;
      expect(elementsIn(markdown)).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
  expect(kept).toBeGreaterThan(100);
});
