// How pictures, wide things and attachments come to a page.

import { describe, expect, it } from "vitest";
import type { Article, Attachment } from "../../src/model/article.ts";
import { renderArticlePage } from "../../src/pages/article.tsx";
import { withPictures, withScrolling } from "../../src/pages/text.ts";
import { aFeed, anArticle } from "../articles.ts";

const pageOf = (over: Partial<Article>) =>
  renderArticlePage({
    article: anArticle(over),
    feed: aFeed(),
    publicOrigin: "https://wire.example",
  }).replace(/<style[\s\S]*?<\/style>/g, "");

const IMAGE = '<img src="https://n.example/a.jpg" alt="" width="640" height="480" />';

describe("pictures in the text", () => {
  it("load when they come near, but for the page's first", () => {
    expect(withPictures(IMAGE + IMAGE, true)).toBe(
      '<img fetchpriority="high" src="https://n.example/a.jpg" alt="" width="640" height="480" />' +
        '<img loading="lazy" decoding="async" src="https://n.example/a.jpg" alt="" width="640" height="480" />',
    );
    expect(withPictures(IMAGE, false)).toContain('<img loading="lazy" decoding="async" src=');
  });

  it.each(["", ' width="640"', ' width="640" height="0"', ' height="480"'])(
    "have a box when their sizes are unknown: %j",
    (sizes) => {
      expect(withPictures(`<img src="https://n.example/a.jpg" alt="x"${sizes} />`, false)).toMatch(
        /^<img class="boxed" loading="lazy" /,
      );
    },
  );

  it("are second to a lead image that is shown, and not to one that the text shows", () => {
    const lead = { url: "https://n.example/l.jpg", alt: "", width: null, height: null };
    const words = { caption: "The quay", credit: null };
    const other = pageOf({ image: { ...lead, ...words }, contentHtml: IMAGE });
    expect(other.match(/fetchpriority/g)).toHaveLength(1);
    expect(other).toContain('src="https://n.example/l.jpg" alt="" fetchpriority="high"');
    const same = pageOf({ image: { ...lead, url: "https://n.example/a.jpg", ...words }, contentHtml: IMAGE });
    expect(same).toContain('<img fetchpriority="high" src="https://n.example/a.jpg"');
    expect(same.match(/<img/g)).toHaveLength(1);
  });

  it("leave text alone that only looks like one", () => {
    const text = '<p title="&lt;img src=x&gt;">&lt;img src="x"&gt; <imgx></p>';
    expect(withPictures(text, true)).toBe(text);
  });
});

it("tables and code scroll by themselves, by keyboard too", () => {
  expect(
    withScrolling("<table><tr><td><table></table></td></tr></table><pre><code>x</code></pre><tablex>"),
  ).toBe(
    '<div class="wide" tabindex="0"><table><tr><td><div class="wide" tabindex="0"><table></table></div></td></tr></table></div><pre tabindex="0"><code>x</code></pre><tablex>',
  );
});

describe("attachments", () => {
  const anAttachment = (over: Partial<Attachment>): Attachment => ({
    url: "https://n.example/a/tide%20bell.mp3?x=1",
    mediaType: "audio/mpeg",
    title: null,
    lengthBytes: null,
    durationSeconds: null,
    ...over,
  });

  it("are played when they are sound or film", () => {
    const page = pageOf({
      attachments: [
        anAttachment({ title: 'The "bell"', lengthBytes: 1_843_200, durationSeconds: 3_661 }),
        anAttachment({ url: "http://n.example/v.mp4", mediaType: "video/mp4" }),
      ],
    });
    expect(page).toContain(
      '<a href="https://n.example/a/tide%20bell.mp3?x=1"><bdi>The &quot;bell&quot;</bdi></a> <span class="facts">MP3 · 1:01:01 · 1.8 MB</span>',
    );
    expect(page).toContain(
      '<audio class="u-audio" src="https://n.example/a/tide%20bell.mp3?x=1" title="The &quot;bell&quot;" controls="" preload="none"></audio>',
    );
    expect(page).toContain(
      '<video class="u-video" src="http://n.example/v.mp4" title="v.mp4" controls="" preload="none"></video>',
    );
  });

  it("are else a link with its type and size", () => {
    const page = pageOf({
      language: "de",
      attachments: [
        anAttachment({ url: "https://n.example/t.pdf", mediaType: "application/pdf", lengthBytes: 412_345 }),
        anAttachment({ url: "https://n.example/%E0%A4%A", mediaType: "application/x-tides" }),
        anAttachment({ url: "https://n.example/", mediaType: "text/html", durationSeconds: 9 }),
      ],
    });
    expect(page).toContain('<bdi>t.pdf</bdi></a> <span class="facts">PDF · 412,3 kB</span>');
    expect(page).toContain('<bdi>%E0%A4%A</bdi></a> <span class="facts">application/x-tides</span>');
    expect(page).toContain('<bdi>https://n.example/</bdi></a> <span class="facts">text/html · 0:09</span>');
    expect(page).not.toContain("<audio");
  });

  it("are not shown again when the text shows them", () => {
    const url = "https://n.example/a.mp3";
    const contentHtml = `<audio src="${url}" controls></audio>`;
    expect(pageOf({ contentHtml, attachments: [anAttachment({ url })] })).not.toContain('attachments"');
  });
});

it("an article about something elsewhere links to it", () => {
  expect(pageOf({ externalUrl: "https://www.tides.example/table/" })).toContain(
    '<p class="external"><a href="https://www.tides.example/table/"><bdi>tides.example/table</bdi></a></p>',
  );
});
