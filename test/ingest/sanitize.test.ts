// What is kept, what is mended and what is said. That nothing runs is in safe.test.ts.

import { describe, expect, it } from "vitest";
import { sanitize } from "../../src/ingest/html/sanitize.ts";

const BASE = "https://news.example/2026/tide";
const clean = (html: string, base: string | null = BASE) => sanitize(html, base).html;

describe("what is text stays", () => {
  it.each([
    ["an unknown element's", "<blink>hello</blink>", "<p>hello</p>"],
    [
      "a wrapper's, apart from its neighbour's",
      "<section>a</section><section>b</section>",
      "<p>a</p>\n<p>b</p>",
    ],
    ["a heading's, below the page's own", "<h1>Noon</h1>", "<h2>Noon</h2>"],
    [
      "a table's",
      "<table><tr><th scope=col>a</th></tr></table>",
      '<table><tr><th scope="col">a</th></tr></table>',
    ],
    ["ruby's", "<ruby>海<rt>うみ</rt></ruby>", "<p><ruby>海<rt>うみ</rt></ruby></p>"],
    ["a list's, without a type of media", '<ol type="video/mp4"><li>a</li></ol>', "<ol><li>a</li></ol>"],
    ["of what was never closed", "<p>a<b>b", "<p>a<b>b</b></p>"],
    ["with its character references", "<p>a &amp; b &lt;c&gt;</p>", "<p>a &amp; b &lt;c&gt;</p>"],
  ])("%s", (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});

describe("URLs", () => {
  it.each([
    [
      "are made absolute against the article's",
      '<a href="/a?b=1&c=2">x</a>',
      '<p><a href="https://news.example/a?b=1&amp;c=2">x</a></p>',
    ],
    [
      "may be mail and telephone",
      '<a href="mailto:a@b.example">x</a>',
      '<p><a href="mailto:a@b.example">x</a></p>',
    ],
    ["may not carry a password", '<a href="https://u:p@b.example/">x</a>', "<p>x</p>"],
    ["of pictures must be of the web", '<img src="data:image/png;base64,AAAA">', ""],
    [
      "of pictures get an alt",
      '<img src="a.png">',
      '<figure><img src="https://news.example/2026/a.png" alt="" /></figure>',
    ],
  ])("%s", (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it("are taken out when there is nothing they are relative to", () => {
    expect(clean('<a href="/a">x</a><img src="b.png">', null)).toBe("<p>x</p>");
  });
});

describe("the receipt", () => {
  it("names what was lost, with a count", () => {
    expect(
      sanitize(
        "<script>1</script><script>2</script><iframe></iframe><form></form><a href='ftp://x/'>x</a>",
        BASE,
      ).dropped,
    ).toEqual([
      { rule: "element-not-allowed", detail: "<script> ×2" },
      { rule: "element-not-allowed", detail: "<iframe>" },
      { rule: "element-not-allowed", detail: "<form>" },
      { rule: "url-not-allowed", detail: "ftp://x/" },
    ]);
  });

  it("names what is no element of HTML, and a picture without an address", () => {
    expect(sanitize('<p>Write to <john@example.com> <img alt="A"></p>', BASE)).toEqual({
      html: "<p>Write to</p>",
      dropped: [
        { rule: "element-not-allowed", detail: "<john@example.com>" },
        { rule: "image-without-url", detail: "A" },
      ],
      lost: null,
    });
  });

  it("is silent about a look that is ours to choose", () => {
    expect(sanitize('<p class="lead" style="color:red" id="a">x</p>', BASE)).toEqual({
      html: "<p>x</p>",
      dropped: [],
      lost: null,
    });
  });
});

describe("hostile sizes", () => {
  it("unwraps what is nested too deep and keeps its text", () => {
    const { html, dropped } = sanitize(`${"<blockquote>".repeat(5_000)}deep`, BASE);
    expect(html).toContain("deep");
    expect(html.match(/<blockquote>/g)?.length).toBe(64);
    expect(dropped).toEqual([{ rule: "nested-too-deep", detail: "elements deeper than 64" }]);
  });
});
