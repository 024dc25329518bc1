// Articles that show every element in every script, for a browser to find fault with.

/** @param pictures the origin of their pictures */
export const articlesFrom = (pictures: string) => ({
  everything: {
    feed: "coast",
    title:
      "Every Element There Is, with a Wordwhichisfarlongerthananyheadlinewouldeverbeandhasnospaces in It",
    summary: "What a page has a look for.",
    image: `${pictures}/lead-1600x900.svg`,
    image_width: 1600,
    image_height: 900,
    image_alt: "The harbour",
    image_caption: "The harbour at noon.",
    image_credit: "Archive",
    tags: ["Tides", "Harbours & more"],
    authors: [{ name: "Coast Desk", url: "https://courier.example/coast" }],
    external_url: "https://tides.example/a-very-long-address-that-has-to-break-somewhere/and-goes-on-and-on",
    date_published: "2026-11-20T06:30:00Z",
    date_modified: "2026-11-20T14:05:00Z",
    content_html: everyElement(pictures),
    attachments: [
      { url: `${pictures}/bell.mp3`, mime_type: "audio/mpeg", title: "The bell", size_in_bytes: 18_432 },
      { url: `${pictures}/tide.mp4`, mime_type: "video/mp4", title: "The tide" },
      { url: "https://courier.example/boards.pdf", mime_type: "application/pdf", size_in_bytes: 412_000 },
    ],
  },
  embeds: {
    feed: "coast",
    title: "What was embedded",
    content_html:
      '<p>A <a href="https://www.youtube.com/watch?v=a">link in prose</a>.</p>' +
      `<figure><a href="https://www.youtube.com/watch?v=tide0000001"><img src="https://i.ytimg.com/vi/tide0000001/hqdefault.jpg" alt="Video on YouTube" width="480" height="360" /></a><figcaption>The gauge</figcaption></figure>` +
      '<figure><a href="https://vimeo.com/123456">A walk along the mole</a></figure>' +
      '<blockquote cite="https://x.com/i/status/1234567890"><p lang="en" dir="ltr">The stone is right.</p>— Office (@office) <a href="https://twitter.com/office/status/1234567890">November 20, 2026</a></blockquote>',
  },
  withoutSizes: {
    feed: "coast",
    title: "Pictures without sizes",
    image: `${pictures}/lead-1200x500.svg`,
    image_alt: "A wide one",
    content_html: `<p>One</p><figure><img src="${pictures}/tall-300x900.svg" alt="A tall one"></figure><p>Two <img src="${pictures}/tiny-20x20.svg" alt="A tiny one" width="20" height="20"> three</p><p><img src="${pictures}/small-120x90.svg" alt="A small one"></p><p>Four</p>`,
  },
  small: {
    feed: "coast",
    title: "A small picture with sizes",
    image: `${pictures}/lead-200x150.svg`,
    image_width: 200,
    image_height: 150,
    image_alt: "A small one",
    content_html: "<p>One</p>",
  },
  portrait: {
    feed: "coast",
    title: "A tall picture with sizes",
    image: `${pictures}/lead-900x1600.svg`,
    image_width: 900,
    image_height: 1600,
    image_alt: "A tall one",
    content_html: "<p>One</p>",
  },
  note: { feed: "coast", content_text: "A note has no title, and is its own first words." },
  german: {
    feed: "hafen",
    title: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen gefunden",
    content_html: "<p>Es lag im Lotsenhaus.</p>",
    date_modified: "2026-11-20T14:05:00Z",
    date_published: "2026-11-20T06:30:00Z",
    image_caption: "Das Abzeichen.",
    image_credit: "Hafenarchiv",
  },
  arabic: {
    feed: "mina",
    title: "المنارة القديمة تعود إلى العمل",
    summary: "أعاد عمال الميناء تشغيل المصباح.",
    tags: ["منارات"],
    content_html:
      '<p>عند الساعة الخامسة أضاء المصباح.</p><h2>عدسة في صندوق</h2><table><tr><th scope="col">الشهر</th></tr><tr><td>نوفمبر</td></tr></table><blockquote><p>تذكّرنا الضوء القديم.</p></blockquote><p>اكتب <code>let x = 1;</code> هنا.</p><pre><code>let y = 2;</code></pre>',
  },
  japanese: {
    feed: "minato",
    title: "岬の灯台、百三十年ぶりに時計を合わせる",
    tags: ["灯台"],
    content_html:
      "<p>岬の灯台の時計は、<em>一度も</em>止まったことがない。</p><h2>どちらの時刻か</h2><p>号砲。</p>",
  },
});

const everyElement = (pictures: string): string => `
<p>Text with <em>em</em>, <strong>strong</strong>, <code>code</code>, <kbd>Ctrl</kbd>, <samp>samp</samp>, <var>x</var>, <mark>mark</mark>, <small>small</small>, H<sub>2</sub>O, m<sup>2</sup>, <abbr title="High Water">HW</abbr>, <cite>Almanac</cite>, <q>quote</q>, <dfn>term</dfn>, <del>old</del> <ins>new</ins>, <s>wrong</s>, <u>line</u>, <time datetime="2026-11-20">today</time>, <bdi>bdi</bdi>, <bdo dir="rtl">odb</bdo>, <ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby> and <a href="https://n.example/">a link</a>.<br>A second line: https://n.example/an-address-without-a-single-space-in-it-that-is-longer-than-a-phone-is-wide/1234567890</p>
<h2>Lists</h2>
<ul><li>One<ul><li>Inside</li></ul></li><li>Two</li></ul><ol start="3"><li>Three</li><li value="7">Seven</li></ol><dl><dt>Neap</dt><dd>The small one</dd></dl>
<h3>Code and tables</h3>
<pre><code>level = reading × 0.9728 − 0.04 # a line that is a good deal longer than a phone is wide, or a page</code></pre>
<table><caption>Boards</caption><thead><tr><th scope="col">Harbour</th><th scope="col">Since</th><th scope="col">Painted</th><th scope="col">Error in centimetres</th><th scope="col">Remarksofoneverylongword</th></tr></thead><tbody><tr><th scope="row">Brough</th><td>1894</td><td>11</td><td>+11.0</td><td>none</td></tr></tbody></table>
<h4>Quotations</h4>
<blockquote cite="https://n.example/"><p>A quotation.</p></blockquote><hr><address>Harbour Office</address>
<details><summary>More</summary><p>Hidden at first.</p></details>
<figure><img src="${pictures}/sized-900x600.svg" alt="With sizes" width="900" height="600"><figcaption>A caption</figcaption></figure>
<p><img src="${pictures}/unsized-900x600.svg" alt="Without sizes"></p>
<audio src="${pictures}/a.mp3" controls preload="none"></audio>
<video src="${pictures}/v.mp4" controls preload="none"></video>`;
