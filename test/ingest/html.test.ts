// HTML as a publisher has it: a fragment, or a page with everything around the article.

import { describe, expect, it } from "vitest";
import { normalize } from "../../src/ingest/normalize.ts";
import { readHtml } from "../../src/ingest/page/read-html.ts";
import { NOW } from "../submissions.ts";

const ADDRESS = "https://news.example/2026/lights";
const LONG = "The ferry left at nine, as it does on every other Monday of the year, with nobody on board.";

function read(html: string, said: { address?: string; language?: string } = {}) {
  const submission = readHtml(html, { address: said.address ?? null, language: said.language ?? null });
  const normalized = submission.ok ? normalize(submission.value, NOW) : submission;
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}
const page = (head: string, body: string, attributes = "") =>
  `<!doctype html><html${attributes}><head>${head}</head><body>${body}</body></html>`;
const article = (inside: string) =>
  page("<title>T | Site</title>", `<article><h1>T</h1>${inside}<p>${LONG}</p></article>`);
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("a fragment", () => {
  it("has its only heading of the first level as the title", () => {
    const { draft, dropped } = read("<h1>The <em>tide</em></h1><p>a</p><h2>b</h2><p>c</p>");
    expect(draft).toMatchObject({
      title: "The tide",
      contentHtml: "<p>a</p>\n<h2>b</h2>\n<p>c</p>",
      sourceUrl: null,
    });
    expect(dropped).toEqual([]);
  });

  it("keeps two headings of the first level in the text", () => {
    const { draft } = read("<h1>a</h1><p>b</p><h1>c</h1>");
    expect(draft).toMatchObject({ title: null, contentHtml: "<h2>a</h2>\n<p>b</p>\n<h2>c</h2>" });
  });

  it("is where the request says that it is", () => {
    const { draft } = read('<p><a href="b">a</a></p>', { address: ADDRESS, language: "de" });
    expect(draft).toMatchObject({ sourceUrl: ADDRESS, language: "de" });
    expect(draft.contentHtml).toContain('href="https://news.example/2026/b"');
  });
});

describe("the head of a page", () => {
  it("says what the page is, in Open Graph and meta", () => {
    const { draft } = read(
      page(
        `<title>Lights | Site</title>
         <link rel="canonical" href="/2026/lights?utm_source=x"><base href="https://news.example/deep/">
         <meta name="description" content="Seven &amp; one">
         <meta property="og:title" content="Seven lights">
         <meta property="og:image" content="/q.jpg"><meta property="og:image:width" content="1600"><meta property="og:image:height" content="900"><meta property="og:image:alt" content="A quay">
         <meta property="article:published_time" content="2026-11-20T10:05:00+01:00"><meta property="article:modified_time" content="2026-11-21T10:05:00Z">
         <meta property="article:tag" content="tides"><meta property="article:tag" content="Ferries">
         <meta name="author" content="Harbour Desk"><meta property="og:locale" content="de_DE">`,
        `<p>${LONG} <a href="b">c</a></p>`,
      ),
    );
    expect(draft).toMatchObject({
      title: "Seven lights",
      summary: "Seven & one",
      sourceUrl: ADDRESS,
      language: "de-DE",
      image: {
        url: "https://news.example/q.jpg",
        alt: "A quay",
        width: 1600,
        height: 900,
        caption: null,
        credit: null,
      },
      authors: [{ name: "Harbour Desk", url: null }],
      tags: ["tides", "Ferries"],
      publishedAt: Date.parse("2026-11-20T09:05:00Z"),
      sourceUpdatedAt: Date.parse("2026-11-21T10:05:00Z"),
    });
    expect(draft.contentHtml).toContain('href="https://news.example/deep/b"');
  });

  it("says it in JSON-LD, through references into the graph", () => {
    const graph = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage", name: "Site" },
        {
          "@type": ["NewsArticle", "Article"],
          headline: "Seven lights",
          description: "Seven &amp; one",
          datePublished: "2026-11-20T10:05:00Z",
          inLanguage: "fr",
          keywords: "tides, ferries",
          author: [
            { "@id": "#desk" },
            "Nellie Bly",
            { name: "Night Desk", url: ["https://news.example/night"] },
          ],
          image: { "@id": "#image" },
          mainEntityOfPage: { "@id": ADDRESS },
        },
        { "@type": "Organization", "@id": "#desk", name: "Harbour Desk" },
        {
          "@type": "ImageObject",
          "@id": "#image",
          url: "https://news.example/q.jpg",
          width: "1600",
          height: { value: 900 },
        },
      ],
    };
    const { draft } = read(page(ld(graph), `<p>${LONG}</p>`));
    expect(draft).toMatchObject({
      title: "Seven lights",
      summary: "Seven & one",
      sourceUrl: ADDRESS,
      language: "fr",
      tags: ["tides", "ferries"],
      authors: [
        { name: "Harbour Desk" },
        { name: "Nellie Bly" },
        { name: "Night Desk", url: "https://news.example/night" },
      ],
      image: { url: "https://news.example/q.jpg", width: 1600, height: 900 },
      publishedAt: Date.parse("2026-11-20T10:05:00Z"),
    });
  });

  it.each([
    ["its heading", "<h1>One</h1>", "One"],
    ["its JSON-LD", "", "Two"],
  ])("gives way to %s", (_, heading, title) => {
    const head = `<title>Four</title><meta property="og:title" content="Three">${ld({ "@type": "Article", headline: "Two" })}`;
    expect(read(page(head, `<article>${heading}<p>${LONG}</p></article>`)).draft.title).toBe(title);
  });

  it("names a page by its title when nothing else does", () => {
    expect(read(page("<title>The tide &amp; us</title>", `<p>${LONG}</p>`)).draft.title).toBe(
      "The tide & us",
    );
  });

  it("never stops a page: what can't be used is left out and said", () => {
    const head = `<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:,x">
      <meta property="article:published_time" content="last Tuesday"><meta name="keywords" content="a,,b">${ld({ "@type": "Article", headline: 7, author: { "@id": "#nobody" }, image: [] })}
      <script type="application/ld+json">{broken</script><script type="application/ld+json">[[[1]]]</script>`;
    const { draft, dropped } = read(page(head, `<p>${LONG}</p>`, ' lang="english"'));
    expect(draft).toMatchObject({
      title: "7",
      sourceUrl: null,
      image: null,
      publishedAt: null,
      language: null,
      tags: ["a", "b"],
    });
    expect(dropped.map(({ rule }) => rule)).toEqual(["field-not-usable", "field-not-usable"]);
  });
});

describe("the article in a page", () => {
  const teaser = '<article><h2><a href="/x">Another story</a></h2><p>In short.</p></article>';

  it("is the largest", () => {
    const { draft, dropped } = read(
      page("", `<div>Site</div>${teaser}<article><h1>T</h1><p>${LONG}</p></article>${teaser}`),
    );
    expect(draft.contentHtml).toBe(`<p>${LONG}</p>`);
    expect(dropped).toEqual([{ rule: "outside-article", detail: expect.stringMatching(/^\d+ characters/) }]);
  });

  it("is all of <main> when the articles in it are teasers beside it", () => {
    const { draft } = read(
      page("", `<nav>Home</nav><main><h1>T</h1><p>${LONG}</p><p>${LONG}</p>${teaser}</main>`),
    );
    expect(draft.contentHtml).toContain(`<p>${LONG}</p>\n<p>${LONG}</p>`);
  });

  it.each([
    ["navigation", "<nav><a href=/>Home</a></nav>"],
    ["navigation", '<ul class="breadcrumbs"><li>Home</ul>'],
    ["hidden", "<p hidden>For nobody</p>"],
    ["hidden", '<p style="color:red;display: none">For nobody</p>'],
    ["hidden", '<span class="screen-reader-text">Opens elsewhere</span>'],
    ["dialog", '<div class="cookie-banner">We use cookies</div>'],
    ["advertisement", '<div class="ad-slot">Advertisement</div>'],
    ["share-button", '<div class="entry-share"><a href=#>Share</a></div>'],
    ["share-button", '<ul id="social"><li>Follow</ul>'],
    ["newsletter", '<div class="newsletter_signup"><p>In your inbox</p></div>'],
    ["related", '<aside class="related-posts"><a href=/a>Another story</a></aside>'],
    ["comments", '<section id="comments"><p>First!</p></section>'],
    ["button", "<button>Listen</button>"],
    ["byline", '<p class="byline">By Nellie Bly</p>'],
    ["date-line", '<p class="published">20 November 2026</p>'],
  ])("loses what is %s: %s", (rule, html) => {
    const { draft, dropped } = read(article(html));
    expect(draft.contentHtml).toBe(`<p>${LONG}</p>`);
    expect(dropped).toContainEqual({ rule, detail: expect.any(String) });
  });

  it.each([
    `<div class="share">${`<p>${LONG}</p>`.repeat(4)}</div>`,
    '<p class="share-prices">Shares fell.</p><p class="related">It is related to the moon.</p>'.replace(
      "share-prices",
      "prices",
    ),
    '<div class="adventure">A walk</div>',
    '<p class="dated">a</p>',
    "<aside>The moon pulls.</aside>",
    '<div class="newsletter"><p>The newsletter of 1909 is in the archive. '.concat(
      `${LONG} `.repeat(9),
      "</p></div>",
    ),
  ])("keeps what only looks like it: %s", (html) => {
    const { draft, dropped } = read(article(html));
    expect(draft.contentHtml.length).toBeGreaterThan(LONG.length + 7);
    expect(dropped).toEqual([]);
  });

  it("says who wrote it and when, if the head doesn't", () => {
    const { draft } = read(
      article(
        '<div class="byline">By <a rel="author" href="/nellie">Nellie Bly</a> <time datetime="2026-11-20T10:05:00Z">Friday</time></div>',
      ).replace("<head>", `<head><base href="https://news.example/">`),
    );
    expect(draft).toMatchObject({
      authors: [{ name: "Nellie Bly", url: "https://news.example/nellie" }],
      publishedAt: Date.parse("2026-11-20T10:05:00Z"),
      contentHtml: `<p>${LONG}</p>`,
    });
  });

  it("keeps a byline's words further down, where they are text", () => {
    const { draft } = read(
      article("").replace("</article>", '<p class="author">By Nellie Bly</p></article>'),
    );
    expect(draft.contentHtml).toContain("<p>By Nellie Bly</p>");
  });

  it("has the picture above the text as its lead image, with its credit apart", () => {
    const figure =
      '<figure><img src="https://n.example/q.jpg" width=1600 height=900><figcaption>The quay at noon. <span>Photo: Harbour Archive</span></figcaption></figure>';
    expect(read(article(figure)).draft).toMatchObject({
      image: {
        url: "https://n.example/q.jpg",
        width: 1600,
        height: 900,
        caption: "The quay at noon.",
        credit: "Harbour Archive",
      },
      contentHtml: `<p>${LONG}</p>`,
    });
  });
});

describe("hostile pages", () => {
  it.each([
    ["a hundred thousand nested tags", "<div>".repeat(100_000)],
    ["forty thousand links", "<a href=/>".repeat(39_999)],
    ["twenty thousand attributes", `<p ${Array.from({ length: 20_000 }, (_, at) => `a${at}=b`).join(" ")}>x`],
    ["nested articles", `${"<article>".repeat(19_000)}x`],
    ["nothing but brackets", "<".repeat(200_000)],
    ["an endless script", `<script>${"x".repeat(900_000)}`],
    ["endless JSON-LD", `<script type="application/ld+json">${"[".repeat(200_000)}</script><p>x`],
  ])("with %s are read or refused", (_, html) => {
    const submission = readHtml(html, { address: null, language: null });
    const made = submission.ok ? normalize(submission.value, NOW) : submission;
    expect(made.ok || made.error.kind).toSatisfy(
      (outcome) => outcome === true || outcome === "fields_invalid",
    );
  });
});
