// Every AMP page is valid, by the official validator.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sanitize } from "../../src/ingest/html/sanitize.ts";
import { normalize } from "../../src/ingest/normalize.ts";
import { readPlainText } from "../../src/ingest/plain-text/plain-text.ts";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from "../../src/model/allowed-html.ts";
import { renderAmpPage } from "../../src/pages/amp.tsx";
import { aFeed, aFullArticle, anArticle } from "../articles.ts";
import { hostileHtml } from "../hostile.ts";
import { loadAmpValidator } from "./validator.ts";

let faultsIn: (html: string) => string[];
beforeAll(async () => {
  faultsIn = await loadAmpValidator();
});

const page = (article: ReturnType<typeof anArticle>) =>
  renderAmpPage({ article, feed: aFeed({ copyright: "© Desk" }), publicOrigin: "https://wire.example" });
const pageOf = (html: string) => page(anArticle({ contentHtml: sanitize(html, "https://n.example/a").html }));

it("the validator finds a fault where there is one", () => {
  expect(faultsIn(page(anArticle()).replace("<body>", "<body><script>1</script>"))).not.toEqual([]);
});

describe("valid", () => {
  it.each([
    ["a plain article", anArticle()],
    ["one with something in every field", aFullArticle()],
    ["a note without a title", anArticle({ title: null, slug: "" })],
    [
      "nothing but a picture",
      anArticle({
        title: null,
        contentHtml: "",
        image: {
          url: "http://n.example/a.jpg",
          alt: "",
          width: null,
          height: null,
          caption: null,
          credit: null,
        },
      }),
    ],
    [
      "a caption without a picture",
      anArticle({
        image: { url: null, alt: "", width: null, height: null, caption: "The quay.", credit: "AFP" },
      }),
    ],
    ["right to left", anArticle({ title: "أخبار", language: "ar", contentHtml: "<p>نص</p>" })],
    [
      "what looks like markup in every text",
      anArticle({ title: "</title><script>", tags: ["</ul>"], summary: '"><script>' }),
    ],
  ])("%s", (_, article) => {
    expect(faultsIn(page(article))).toEqual([]);
  });

  it("the sample article", () => {
    const sample = readFileSync(resolve(import.meta.dirname, "../../scripts/sample-article.txt"), "utf8");
    const normalized = normalize(readPlainText(sample, { address: null, language: null }), 0);
    if (!normalized.ok) throw new Error("refused");
    expect(faultsIn(page(anArticle({ ...normalized.value.draft, publishedAt: 0 })))).toEqual([]);
  });

  it.each([
    "<p>a<br>b</p><hr><h1>c</h1><h3>d</h3><h6>e</h6>",
    "<ul><li value=3>a</ul><ol start=2 reversed type=a><li>b</ol><dl><dt>c<dd>d</dl>",
    "<table><caption>a</caption><colgroup><col span=2></colgroup><thead><tr><th scope=col abbr=b colspan=2>c</th></tr></thead><tbody><tr><td rowspan=2>d</td></tr></tbody><tfoot></tfoot></table>",
    "<td>a row without a table",
    "<figure><img src=a.png><figcaption>a</figcaption></figure>",
    '<p>in a line <img src="a.png" width=20 height=10 title="t"> of text</p>',
    '<a href="b" hreflang=de title=t><img src="http://n.example/a.png" width=0 height=10></a>',
    '<a href="mailto:a@b.example">a</a><a href="tel:+49123">b</a><a>c</a>',
    "<blockquote cite=a>a</blockquote><q cite=b>c</q>",
    '<ol type="video/mp4"><li>a</ol>',
    '<a href="https://n.example/?__amp_source_origin=x">a</a><img src="https://n.example/__amp_source_origin.png">',
    '<img data-src="a.png"><video controls></video>',
    "<pre><code>a\n b</code></pre><kbd>a</kbd><samp>b</samp><var>c</var>",
    "<details><summary>a</summary>b</details>",
    "<ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby><bdo dir=rtl>a</bdo><bdi>b</bdi>",
    "<time datetime=2026-11-20>a</time><del datetime=2026-11-20>b</del><ins>c</ins><mark>d</mark><abbr title=e>f</abbr><dfn>g</dfn>",
    "<address>a</address><div dir=auto lang=de>b</div><small>c</small><sub>d</sub><sup>e</sup><s>f</s><u>g</u><wbr>h",
    "<video src=a.mp4 poster=b.jpg width=640 height=360></video>",
    "<video><source src=a.mp4 type=video/mp4><source src=http://n.example/b.mp4>fallback</video>",
    '<video src="http://n.example/a.mp4">fallback</video>',
    "<audio src=a.mp3>fallback</audio><audio preload=none><source src=b.mp3></audio>",
    '<audio src="http://n.example/a.mp3"></audio>',
    "<strong><em><b><i><cite>a</cite></i></b></em></strong>",
  ])("%s", (html) => {
    expect(faultsIn(pageOf(html))).toEqual([]);
  });
});

// Any nesting of what is allowed, with any attribute that is allowed.
const element = fc.constantFrom(...ALLOWED_ELEMENTS);
const value = fc.constantFrom(
  "",
  "1",
  "5",
  "a.png",
  "http://n.example/a",
  "https://n.example/b",
  "de",
  "rtl",
  "x y",
  "{{x}}",
);
const tag = fc.tuple(element, value, fc.nat()).map(([name, text, pick]) => {
  const names = [...(ALLOWED_ATTRIBUTES["*"] ?? []), ...(ALLOWED_ATTRIBUTES[name] ?? [])];
  return `<${name} ${names[pick % names.length]}="${text}" src="https://n.example/${pick}">`;
});
const part = fc.oneof(
  tag,
  tag,
  element.map((name) => `</${name}>`),
  fc.constantFrom("text", " ", "&amp;", "{{x}}"),
);

it("is any article that the sanitizer lets through", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      expect(faultsIn(pageOf(parts.join("")))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it("is whatever hostile HTML becomes", () => {
  fc.assert(
    fc.property(hostileHtml, (html) => {
      expect(faultsIn(pageOf(html))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
