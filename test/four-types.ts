// One article, invented, as four publishers would send it.

export const ADDRESS = "https://news.example/2026/lights";

const JSON_ARTICLE = {
  url: `${ADDRESS}?utm_source=wire`,
  title: "Seven lights, one log book",
  language: "en-GB",
  image_caption: "Keepers at the harbour office, March 3, 1909.",
  image_credit: "Harbour Archive",
  authors: [{ name: "Nellie Bly" }],
  content_html: `<h1>Seven lights, one log book</h1>
    <p>The keepers of seven islands agreed on Wednesday to write their log books in one way.</p>
    <p>&quot;It is only on paper that it blew on four days,&quot; said the keeper &amp; his wife.</p>
    <h2>A clock for every island</h2>
    <p>The harbour office will lend each light a clock, and asks for three things:</p>
    <ul><li>the hour of lighting</li><li>the wind &lt;5</li></ul>
    <p>The order of the day:</p>
    <ol><li>wind the clock</li><li>trim the wick</li></ol>
    <blockquote>Nobody sees the lamp that burns.</blockquote>
    <p>The first books are due in May.</p>`,
};

const MARKDOWN = `---
title: "Seven lights, one log book"
author: Nellie Bly
lang: en-GB
canonical_url: ${ADDRESS}?utm_source=wire
image_caption: Keepers at the harbour office, March 3, 1909.
image_credit: Harbour Archive
---

The keepers of seven islands agreed on Wednesday
to write their log books in one way.

"It is only on paper that it blew on four days," said the keeper & his wife.

## A clock for every island

The harbour office will lend each light a clock, and asks for three things:

* the hour of lighting

* the wind <5

The order of the day:

1. wind the clock
2. trim the wick

> Nobody sees the lamp that burns.

The first books are due in May.
`;

const HTML = `<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Seven lights, one log book | News Example</title>
  <link rel="canonical" href="${ADDRESS}?fbclid=1">
  <meta property="og:title" content="Seven lights">
  <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Seven lights, one…",
    "author":{"@type":"Person","name":"Nellie Bly"}}</script>
</head>
<body>
  <header class="site"><a href="/">News Example</a><nav><ul><li><a href="/world">World</a></li></ul></nav></header>
  <main>
    <article>
      <header>
        <h1>Seven lights, one log book</h1>
        <p class="byline">By <a rel="author" href="/nellie">Nellie Bly</a></p>
        <div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">E-mail</a></div>
      </header>
      <figure><figcaption>Keepers at the harbour office, March 3, 1909. <span class="credit">Credit: Harbour Archive</span></figcaption></figure>
      <div class="body">
        <p>The keepers of seven islands agreed on Wednesday to write their log books in one way.</p>
        <p>"It is only on paper that it blew on four days," said the keeper &amp; his wife.</p>
        <p>&nbsp;</p>
        <aside class="newsletter-signup"><p>Get the harbour in your inbox.</p></aside>
        <h2>A clock for every island</h2>
        The harbour office will lend each light a clock, and asks for three things:
        <ul>
          <li><p>the hour of lighting</p></li>
          <li>the wind &lt;5</li>
        </ul>
        <div>The order of the day:</div>
        <ol><li>wind the clock<li>trim the wick</ol>
        <blockquote><p>Nobody sees the lamp that burns.</p></blockquote>
        <p>The first books are due in May.<br></p>
        <div class="related"><h3>More</h3><ul><li><a href="/a">A storm in June</a></li></ul></div>
      </div>
    </article>
  </main>
  <footer><p>© News Example</p></footer>
</body>
</html>`;

const TEXT = `Seven lights, one log book

By Nellie Bly

Keepers at the harbour office, March 3, 1909.Credit: Harbour Archive

Share on Facebook

The keepers of seven islands agreed on Wednesday to write their log books in one way.

"It is only on paper that it blew on four days," said the keeper & his wife.

A clock for every island

The harbour office will lend each light a clock, and asks for three things:

• the hour of lighting
• the wind <5

The order of the day:

1. wind the clock
2. trim the wick

> Nobody sees the lamp that burns.

The first books are due in May.
`;

export type Typed = {
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

const headers = { "Content-Location": `${ADDRESS}?utm_medium=text`, "Content-Language": "en-GB" };

export const FOUR_TYPES: readonly Typed[] = [
  { type: "application/json", body: JSON.stringify(JSON_ARTICLE), headers: {} },
  { type: "text/markdown; charset=utf-8", body: MARKDOWN, headers: {} },
  { type: "text/html", body: HTML, headers: {} },
  { type: "text/plain", body: TEXT, headers },
];

// What text has no way to say: a picture's address and size, a date with its time, tags, a summary, links, a table, code.

const RICH_JSON = {
  url: ADDRESS,
  title: "A table of tides",
  summary: "High water, twice a day.",
  image: "https://news.example/quay.jpg",
  image_alt: "A quay",
  image_width: 1600,
  image_height: 900,
  image_caption: "The quay at noon.",
  image_credit: "Harbour Archive",
  date_published: "2026-11-20T10:05:00Z",
  tags: ["tides", "ferries"],
  content_html:
    '<p>See <a href="table">the <em>table</em></a>.</p><table><thead><tr><th>Day</th><th>High</th></tr></thead><tbody><tr><td>1</td><td>5 m</td></tr></tbody></table><pre><code>level = 5\n</code></pre>',
};

const RICH_MARKDOWN = `---
title: A table of tides
url: ${ADDRESS}
description: High water, twice a day.
cover: {image: https://news.example/quay.jpg, alt: A quay, caption: The quay at noon., credit: Harbour Archive}
image_width: 1600
image_height: 900
date: 2026-11-20 11:05:00 +0100
tags: [tides, ferries, Ferries]
---
See [the *table*](table).

| Day | High |
|-----|------|
| 1   | 5 m  |

\`\`\`
level = 5
\`\`\`
`;

const RICH_HTML = `<!doctype html><html><head><title>A table of tides – News Example</title>
<link rel="canonical" href="${ADDRESS}">
<meta name="description" content="High water, twice a day.">
<meta property="og:image" content="https://news.example/quay-1200.jpg">
<meta property="article:published_time" content="2026-11-20T10:05:00Z">
<meta property="article:tag" content="tides"><meta property="article:tag" content="ferries">
</head><body><article><h1>A table of tides</h1>
<figure><img data-src="/quay.jpg" src="data:image/gif;base64,R0" alt="A quay" width="1600" height="900">
<figcaption>The quay at noon. Photo: Harbour Archive</figcaption></figure>
<div><p>See <a href="table">the <em>table</em></a>.</p>
<table><thead><tr><th>Day</th><th>High</th></tr></thead>
<tbody><tr><td>1</td><td>5 m</td></tr></tbody></table>
<pre><code>level = 5
</code></pre></div></article></body></html>`;

/** Another article, in the three types that can say all of it. */
export const THREE_TYPES: readonly Typed[] = [
  { type: "application/json", body: JSON.stringify(RICH_JSON), headers: {} },
  { type: "text/markdown", body: RICH_MARKDOWN, headers: {} },
  { type: "text/html", body: RICH_HTML, headers: {} },
];
