// What the head of a page says of its article.

import { describe, expect, it } from "vitest";
import { ADDRESS, LONG, pageOf, readPage } from "../pages-of-html.ts";

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("the head of a page", () => {
  it("tells an article from its site: a logo's heading, a front page for an address, another article's facts", () => {
    const head = `<link rel="canonical" href="https://n.example/"><meta property="og:title" content="Real headline here">`;
    const { draft } = readPage(pageOf(head, `<div id="logo"><h1>My Site</h1></div><p>${LONG}</p>`));
    expect(draft).toMatchObject({ title: "Real headline here", sourceUrl: null });
  });

  it("is of this page, and not of the teasers on it", () => {
    const teaser = { "@type": "NewsArticle", headline: "Another", url: "https://news.example/other" };
    const own = { "@type": "NewsArticle", headline: "This one", mainEntityOfPage: ADDRESS };
    const head = `${ld([teaser, own])}<link rel="canonical" href="${ADDRESS}">`;
    expect(readPage(pageOf(head, `<p>${LONG}</p>`)).draft.title).toBe("This one");
  });

  it("says what the page is, in Open Graph and meta", () => {
    const { draft } = readPage(
      pageOf(
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
    const { draft } = readPage(pageOf(ld(graph), `<p>${LONG}</p>`));
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
    expect(readPage(pageOf(head, `<article>${heading}<p>${LONG}</p></article>`)).draft.title).toBe(title);
  });

  it("names a page by its title when nothing else does", () => {
    expect(readPage(pageOf("<title>The tide &amp; us</title>", `<p>${LONG}</p>`)).draft.title).toBe(
      "The tide & us",
    );
  });

  it("never stops a page: what can't be used is left out and said", () => {
    const head = `<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:,x">
      <meta property="article:published_time" content="last Tuesday"><meta name="keywords" content="a,,b">${ld({ "@type": "Article", headline: 7, author: { "@id": "#nobody" }, image: [] })}
      <script type="application/ld+json">{broken</script><script type="application/ld+json">[[[1]]]</script>`;
    const { draft, dropped } = readPage(pageOf(head, `<p>${LONG}</p>`, ' lang="english"'));
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
