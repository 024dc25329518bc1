// The one form of an article's text, whatever it was wrapped in.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitize } from "../../src/ingest/html/sanitize.ts";

const clean = (html: string) => sanitize(html, "https://n.example/a/b").html;

describe("the form of a text", () => {
  it.each([
    ["has one block a line", "<p>a</p>\n\n  <p> b <em> c</em> </p>", "<p>a</p>\n<p>b <em>c</em></p>"],
    ["makes paragraphs of loose text", "a<br><br>b <b> </b> c", "<p>a</p>\n<p>b c</p>"],
    ["keeps a single line break", "<p>a <br> b<br></p>", "<p>a<br />b</p>"],
    [
      "knows no wrappers",
      "<div><div>a</div> b<section><p>c</p></section></div>",
      "<p>a</p>\n<p>b</p>\n<p>c</p>",
    ],
    ["but those that say a direction", "<div dir=rtl>a</div>", '<div dir="rtl"><p>a</p></div>'],
    ["has no empty block", "<p>&nbsp;</p><h2> </h2><ul><li></ul><blockquote><p></blockquote>a", "<p>a</p>"],
    ["keeps an empty cell", "<table><tr><td>a <td></table>", "<table><tr><td>a</td><td></td></tr></table>"],
    [
      "has tight lists",
      "<ul>\n<li>\n<p>a</p>\n</li>\n<li>b\n<ul><li>c</ul></ul>",
      "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
    ],
    ["but where an item has two paragraphs", "<ol><li><p>a<p>b</ol>", "<ol><li><p>a</p><p>b</p></li></ol>"],
    [
      "has paragraphs in a quotation",
      "<blockquote>a<cite>b</cite></blockquote>",
      "<blockquote><p>a<cite>b</cite></p></blockquote>",
    ],
    ["leaves what is preformatted", "<pre>\n a\n\n  b </pre>", "<pre>\n a\n\n  b </pre>"],
    [
      "has a figure for a picture of its own",
      "<p><img src=c.png></p>",
      '<figure><img src="https://n.example/a/c.png" alt="" /></figure>',
    ],
    [
      "and for one that links",
      "<p><a href=/><img src=c.png> </a></p>",
      '<figure><a href="https://n.example/"><img src="https://n.example/a/c.png" alt="" /></a></figure>',
    ],
    [
      "keeps a picture in its line",
      "a <img src=c.png> b",
      '<p>a <img src="https://n.example/a/c.png" alt="" /> b</p>',
    ],
    [
      "makes a line of a link around a wrapper",
      "<a href=/><div>a</div></a>",
      '<p><a href="https://n.example/">a</a></p>',
    ],
    ["unwraps a link to nowhere", "<p><a name=x>a</a></p>", "<p>a</p>"],
    [
      "has one legend without a paragraph",
      "<figure>\n<img src=c.png>\n<figcaption><p>a</p></figcaption></figure>",
      '<figure><img src="https://n.example/a/c.png" alt="" /><figcaption>a</figcaption></figure>',
    ],
    [
      "keeps lists of terms and details",
      "<dl><dt>a<dd>b</dl><details><summary>c</summary>d</details>",
      "<dl><dt>a</dt><dd>b</dd></dl>\n<details><summary>c</summary><p>d</p></details>",
    ],
  ])("%s", (_, html, expected) => {
    expect(clean(html)).toBe(expected);
    expect(clean(expected)).toBe(expected);
  });
});

describe("a picture that loads late", () => {
  const mended = '<figure><img src="https://n.example/a/c.png" alt="" /></figure>';
  it.each([
    ['<img src="data:image/gif;base64,R0" data-src="c.png">'],
    ['<img data-lazy-src="c.png">'],
    ['<img src="/img/placeholder.gif" data-original="c.png">'],
    ['<img data-srcset="d.png 300w, c.png 1200w, e.png 3000w">'],
    ['<img srcset="d.png, c.png 2x">'],
    ['<img src="data:," data-src="c.png"><noscript><img src="c.png"></noscript>'],
    ['<noscript><img src="c.png"></noscript>'],
    ['<picture><source srcset="c.webp"><img src="c.png"></picture>'],
  ])("is mended in %s", (html) => {
    expect(clean(html)).toBe(mended);
    expect(sanitize(html, "https://n.example/a/b").dropped).toEqual([]);
  });

  it("keeps the address that it has when that is none of a placeholder", () => {
    expect(clean('<img src="c.png" srcset="d.png 900w">')).toBe(mended);
  });

  it("is told from one that nobody is meant to see", () => {
    expect(sanitize('<p>a</p><img src="//t.example/p.gif" width=1 height="1">', null)).toEqual({
      html: "<p>a</p>",
      dropped: [{ rule: "tracking-pixel", detail: "//t.example/p.gif" }],
      lost: null,
    });
  });

  it("has its size in pixels", () => {
    expect(clean('<img src="c.png" width="640px" height="427.5">')).toContain('width="640" height="427"');
  });

  it("loses the words that are for browsers without scripts", () => {
    expect(sanitize("<p>a</p><noscript>Switch it on</noscript>", null)).toMatchObject({
      html: "<p>a</p>",
      dropped: [{ rule: "element-not-allowed", detail: "<noscript>" }],
    });
  });
});

describe("an embed", () => {
  const poster = (href: string, alt: string) =>
    `<figure><a href="${href}"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="${alt}" width="480" height="360" /></a></figure>`;

  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Low &quot;tide&quot;">old <b>browser</b></iframe>',
      poster("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Low &quot;tide&quot;"),
    ],
    [
      '<p><iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90"></iframe></p>',
      poster("https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=90", "YouTube"),
    ],
    [
      '<iframe data-src="https://youtu.be/dQw4w9WgXcQ" src="about:blank"></iframe>',
      poster("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube"),
    ],
    [
      '<figure><div><iframe src="https://player.vimeo.com/video/123?h=ab1"></iframe></div><figcaption>c</figcaption></figure>',
      '<figure><a href="https://vimeo.com/123/ab1">Vimeo</a><figcaption>c</figcaption></figure>',
    ],
    [
      '<iframe src="https://player.vimeo.com/video/123" title="Low tide"></iframe>',
      '<figure><a href="https://vimeo.com/123">Low tide</a></figure>',
    ],
    [
      '<blockquote class="twitter-tweet"><p>Hi</p>— <a href="https://twitter.com/quay/status/123?s=20">May 5</a></blockquote>',
      '<blockquote cite="https://x.com/i/status/123"><p>Hi</p><p>— <a href="https://twitter.com/quay/status/123?s=20">May 5</a></p></blockquote>',
    ],
  ])("is safe everywhere: %s", (html, expected) => {
    const { html: made, lost } = sanitize(html, "https://n.example/");
    expect(made).toBe(expected);
    expect(lost).toBeNull();
    expect(clean(made)).toBe(made);
  });

  it("of another kind is a link, and no AMP page can show it", () => {
    expect(sanitize('<iframe src="https://maps.example/quay" title="The quay"></iframe>', null)).toEqual({
      html: '<p><a href="https://maps.example/quay">The quay</a></p>',
      dropped: [{ rule: "embed-linked", detail: "https://maps.example/quay" }],
      lost: "https://maps.example/quay",
    });
  });

  it.each([
    "<iframe></iframe>",
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>',
    '<iframe src="https://a.example/" width="0" height="0"></iframe>',
    '<iframe src="https://a.example/" style="display: none"></iframe>',
  ])("that shows nothing is left out: %s", (html) => {
    expect(sanitize(`<p>a</p>${html}`, null)).toEqual({
      html: "<p>a</p>",
      dropped: [{ rule: "element-not-allowed", detail: "<iframe>" }],
      lost: null,
    });
  });

  it("is nothing that a publisher can claim", () => {
    expect(clean('<p><a data-embed="frame" href="javascript:alert(1)" title="<b>">a</a></p>')).not.toMatch(
      /data-embed|javascript|<b>/,
    );
    expect(clean('<blockquote data-embed="post">a</blockquote>')).toBe("<blockquote><p>a</p></blockquote>");
  });
});

describe("what is of substance", () => {
  it.each([
    ["<form><input></form>", "<form>"],
    ["<object data=x></object>", "<object>"],
    ["<math><mi>x</mi></math>", "<math>"],
    ['<svg role="img"><path d="M0"/></svg>', "<svg>"],
    ['<div id="chart"></div><script>draw()</script>', "<script>"],
    ['<table data-source="x.csv"> </table><script src=x></script>', "<script>"],
    ["<svg><path d='M0'/></svg>", null],
    ["<script>count()</script>", null],
    ["<p style='color:red'>b</p><button>c</button>", null],
  ])("%s: %s", (html, lost) => {
    expect(sanitize(`<p>a</p>${html}`, null).lost).toBe(lost);
  });
});

const ELEMENTS =
  "p div b a h2 ul li table tr td figure figcaption img br hr pre blockquote video span section details summary dl dt dd em wbr ruby rt caption iframe noscript".split(
    " ",
  );
const tag = fc.constantFrom(...ELEMENTS).map((name) => {
  const address = name === "a" ? " href=/a" : /img|video|iframe/.test(name) ? ` src=/${name}` : "";
  return `<${name}${address}>`;
});
const part = fc.oneof(
  tag,
  fc.constantFrom(...ELEMENTS).map((name) => `</${name}>`),
  fc.constantFrom(
    "x",
    " ",
    "\n",
    "&nbsp;",
    "a b",
    "<div dir=rtl>",
    "<p lang=de>",
    "&lt;",
    '<blockquote class="twitter-tweet">',
  ),
);

it.each([
  ["x<br><rt>&nbsp;</rt>", "<p>x</p>"],
  ["x<b><br><rt>&nbsp;</rt></b>", "<p>x</p>"],
  ["x<b><br>&nbsp;<br></b>y", "<p>x</p>\n<p>y</p>"],
])("an element that shows nothing hides no line break: %s", (html, arranged) => {
  expect(clean(html)).toBe(arranged);
  expect(clean(arranged)).toBe(arranged);
});

it("arranges any nesting once and for all", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const once = clean(parts.join(""));
      expect(clean(once)).toBe(once);
      expect(once).not.toContain("data-embed");
      if (!once.includes("<pre>")) expect(once).not.toMatch(/<(?:p|h2|li|div)><\/|\n\n/);
    }),
    { numRuns: 3_000 },
  );
});
