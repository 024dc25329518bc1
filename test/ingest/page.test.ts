// HTML as a publisher has it: a fragment, or a page with everything around the article.

import { describe, expect, it } from "vitest";
import { normalize } from "../../src/ingest/normalize.ts";
import { readHtml } from "../../src/ingest/page/read-html.ts";
import { ADDRESS, articleWith, LONG, pageOf, readPage } from "../pages-of-html.ts";
import { NOW } from "../submissions.ts";

describe("a fragment", () => {
  it("has its only heading of the first level as the title", () => {
    const { draft, dropped } = readPage("<h1>The <em>tide</em></h1><p>a</p><h2>b</h2><p>c</p>");
    expect(draft).toMatchObject({
      title: "The tide",
      contentHtml: "<p>a</p>\n<h2>b</h2>\n<p>c</p>",
      sourceUrl: null,
    });
    expect(dropped).toEqual([]);
  });

  it("keeps two headings of the first level in the text", () => {
    const { draft } = readPage("<h1>a</h1><p>b</p><h1>c</h1>");
    expect(draft).toMatchObject({ title: null, contentHtml: "<h2>a</h2>\n<p>b</p>\n<h2>c</h2>" });
  });

  it("is where the request says that it is", () => {
    const { draft } = readPage('<p><a href="b">a</a></p>', { address: ADDRESS, language: "de" });
    expect(draft).toMatchObject({ sourceUrl: ADDRESS, language: "de" });
    expect(draft.contentHtml).toContain('href="https://news.example/2026/b"');
  });
});

describe("the article in a page", () => {
  const teaser = '<article><h2><a href="/x">Another story</a></h2><p>In short.</p></article>';

  it("is the largest", () => {
    const { draft, dropped } = readPage(
      pageOf("", `<div>Site</div>${teaser}<article><h1>T</h1><p>${LONG}</p></article>${teaser}`),
    );
    expect(draft.contentHtml).toBe(`<p>${LONG}</p>`);
    expect(dropped).toEqual([{ rule: "outside-article", detail: expect.stringMatching(/^\d+ characters/) }]);
  });

  it("is all of <main> when the articles in it are teasers beside it", () => {
    const { draft } = readPage(
      pageOf("", `<nav>Home</nav><main><h1>T</h1><p>${LONG}</p><p>${LONG}</p>${teaser}</main>`),
    );
    expect(draft.contentHtml).toContain(`<p>${LONG}</p>\n<p>${LONG}</p>`);
  });

  it.each([
    ["navigation", "<nav><a href=/>Home</a></nav>"],
    ["navigation", '<ul class="breadcrumbs"><li>Home</ul>'],
    ["hidden", "<p hidden>For nobody</p>"],
    ["hidden", '<p style="color:red;display: none">For nobody</p>'],
    ["hidden", '<div class="screen-reader-text">Opens elsewhere</div>'],
    ["dialog", '<div class="cookie-banner">We use cookies</div>'],
    ["advertisement", '<div class="ad-slot">Advertisement</div>'],
    ["share-button", '<div class="entry-share"><a href=#>Share</a></div>'],
    ["share-button", '<ul id="social"><li>Follow</ul>'],
    ["newsletter", '<div class="newsletter_signup"><p>In your inbox</p></div>'],
    ["related", '<aside class="related-posts"><a href=/a>Another story</a></aside>'],
    ["comments", '<section id="comments"><p>First!</p><form></form></section>'],
    ["button", "<button>Listen</button>"],
    ["byline", '<p class="byline">By Nellie Bly</p>'],
    ["date-line", '<p class="published">20 November 2026</p>'],
  ])("loses what is %s: %s", (rule, html) => {
    const { draft, dropped } = readPage(articleWith(html));
    expect(draft.contentHtml).toBe(`<p>${LONG}</p>`);
    expect(dropped).toContainEqual({ rule, detail: expect.any(String) });
  });

  it.each([
    '<p class="share-price">Shares in the ferry line fell.</p>',
    '<p class="social-housing">The social housing plan failed.</p>',
    '<p id="ad-hoc">The ad hoc group met.</p>',
    '<section class="comments"><p>What the mayor said of it.</p></section>',
    '<p class="updated">Correction: an earlier version said ten.</p>',
    "<p>Meet at <time>10:00</time> at the quay.</p>",
    '<p>The book by <span class="author">Jane Austen</span> is read still</p>',
    '<p>Closed since <time datetime="2026-05-05">5 May</time> by <a rel="author" href="https://n.example/a">the desk</a>.</p>',
    "<table><tr><td><time>1909</time></td><td>The stone was set.</td></tr></table>",
    "<h3><button>Question?</button></h3>",
    '<figure class="social"><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></figure>',
    '<nav class="footnotes"><p>A note.</p></nav>',
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
    const { draft, dropped } = readPage(articleWith(html));
    expect(draft.contentHtml.length).toBeGreaterThan(LONG.length + 7);
    expect(dropped.filter(({ rule }) => rule !== "element-not-allowed")).toEqual([]);
  });

  it("keeps one of a drop cap's two letters", () => {
    const { draft } = readPage(
      articleWith('<p><span class="sr-only">T</span><span aria-hidden="true">T</span>he quay was empty.</p>'),
    );
    expect(draft.contentHtml).toContain("<p>The quay was empty.</p>");
  });

  it("is never what is embedded in it", () => {
    const card = `<article class="embedded-card"><p>${LONG}</p></article>`;
    for (const html of [
      `<p>Intro.</p>${card}<p>End.</p>`,
      pageOf("", `<main><p>${LONG} ${LONG}</p>${card}<p>${LONG}</p></main>`),
    ])
      expect(readPage(html).draft.contentHtml.match(/<p>/g)?.length).toBe(3);
  });

  it("shows one of two sizes of its picture", () => {
    const head = '<meta property="og:image" content="https://n.example/storm-1200x630.jpg">';
    const figure =
      '<figure><img src="https://n.example/storm-800.jpg" alt="The storm"><figcaption>The storm.</figcaption></figure>';
    const { draft } = readPage(pageOf(head, `<article><h1>T</h1>${figure}<p>${LONG}</p></article>`));
    expect(draft).toMatchObject({
      image: { url: "https://n.example/storm-800.jpg", alt: "The storm", caption: "The storm." },
      contentHtml: `<p>${LONG}</p>`,
    });
  });

  it("says who wrote it and when, if the head doesn't", () => {
    const { draft } = readPage(
      articleWith(
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
    const { draft } = readPage(
      articleWith("").replace("</article>", '<p class="author">By Nellie Bly</p></article>'),
    );
    expect(draft.contentHtml).toContain("<p>By Nellie Bly</p>");
  });

  it("has the picture above the text as its lead image, with its credit apart", () => {
    const figure =
      '<figure><img src="https://n.example/q.jpg" width=1600 height=900><figcaption>The quay at noon. <span>Photo: Harbour Archive</span></figcaption></figure>';
    expect(readPage(articleWith(figure)).draft).toMatchObject({
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
    [
      "furniture in furniture",
      `${'<div class="ad share newsletter related comments cookie modal" id="respond">'.repeat(190)}${"<a href=/>x</a>".repeat(19_000)}`,
    ],
    [
      "furniture around a long text",
      `${'<div class="ad share related newsletter cookie">'.repeat(195)}${"word ".repeat(150_000)}`,
    ],
    ["one meta after the other", '<meta property="og:title" content="x">'.repeat(19_000)],
    ["placeholders for a script", `<script></script>${"<div id=a data-b=c> ".repeat(4_800)}`],
    ["a type that is no text", '<script type="application/ld+json">{"@type":{"toString":null}}</script><p>x'],
    ["attributes with names of our own", '<p constructor="https://x.y/" __proto__=z toString=a>x'],
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
