// The article's page, as machines read it.

import { mf2 } from "microformats-parser";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { renderAmpPage } from "../../src/pages/amp.tsx";
import { renderArticlePage } from "../../src/pages/article.tsx";
import { aFeed, aFullArticle, anArticle, PUBLISHED_AT } from "../articles.ts";

const publicOrigin = "https://wire.example";
const feed = aFeed({ authors: [{ name: "World Desk" }], image: "https://news.example/512.png" });
const withoutStyle = (page: string) => page.replace(/<style[\s\S]*?<\/style>/g, "");
const pageOf = (article: Article) => withoutStyle(renderArticlePage({ article, feed, publicOrigin }));
const ampOf = (article: Article) => withoutStyle(renderAmpPage({ article, feed, publicOrigin }));

const jsonLdOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "null");

const metaOf = (page: string): [string, string][] =>
  [...page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"\/>/g)].map(
    ([, name = "", content = ""]) => [name, content],
  );

describe("JSON-LD", () => {
  it("says all there is to say of a full article", () => {
    expect(jsonLdOf(pageOf(aFullArticle()))).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "The tide is in",
      description: "High water at noon & again at midnight.",
      image: [
        { "@type": "ImageObject", url: "https://news.example/tide.jpg?w=1&h=2", width: 1600, height: 900 },
      ],
      datePublished: "2026-11-20T10:05:00.000Z",
      dateModified: "2026-11-20T10:06:00.000Z",
      author: [
        {
          "@type": "Person",
          name: "Harbour Desk",
          url: "https://news.example/desk",
          image: "https://news.example/desk.png",
        },
        { "@type": "Person", name: "Night Desk" },
      ],
      publisher: {
        "@type": "NewsMediaOrganization",
        name: "World Desk",
        url: "https://news.example/world",
        logo: { "@type": "ImageObject", url: "https://news.example/512.png" },
      },
      inLanguage: "de-DE",
      keywords: ["tides", "R&D", "<quay>"],
      wordCount: 6,
      mainEntityOfPage: "https://news.example/2026/tide?a=1&b=2",
      url: "https://news.example/2026/tide?a=1&b=2",
    });
  });

  it("leaves out what a plain article hasn't, and takes the feed's author", () => {
    const facts = jsonLdOf(pageOf(anArticle({ title: null })));
    expect(facts).not.toHaveProperty("image");
    expect(facts).not.toHaveProperty("keywords");
    expect(facts.headline).toBe("Mind the step.");
    expect(facts.author).toEqual([{ "@type": "Person", name: "World Desk" }]);
    expect(facts.url).toBe("https://wire.example/feeds/world/articles/the-tide-is-in-0123456789abcdef");
  });

  it.each(["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", '"}', "</ScRiPt "])(
    "can't be broken out of by %j",
    (text) => {
      const hostile = aFullArticle({
        title: text,
        summary: text,
        tags: [text],
        authors: [{ name: text, url: null, avatar: null }],
      });
      for (const page of [pageOf(hostile), ampOf(hostile)]) {
        const inside = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
        expect(inside).not.toContain("<");
        expect(JSON.parse(inside)).toMatchObject({ headline: text, description: text, keywords: [text] });
      }
      // The page has the one data block and no script; AMP its runtime as well.
      expect(pageOf(hostile).match(/<script/gi)).toHaveLength(1);
    },
  );

  it("is the same in AMP", () => {
    const article = aFullArticle();
    expect(jsonLdOf(ampOf(article))).toEqual(jsonLdOf(pageOf(article)));
  });
});

describe("Open Graph", () => {
  it("is there for a link's preview, in AMP too", () => {
    const article = aFullArticle();
    const expected = [
      ["description", "High water at noon &amp; again at midnight."],
      ["og:type", "article"],
      ["og:title", "The tide is in"],
      ["og:description", "High water at noon &amp; again at midnight."],
      ["og:url", "https://news.example/2026/tide?a=1&amp;b=2"],
      ["og:site_name", "World Desk"],
      ["og:locale", "de_DE"],
      ["og:image", "https://news.example/tide.jpg?w=1&amp;h=2"],
      ["og:image:alt", "A quay under water"],
      ["og:image:width", "1600"],
      ["og:image:height", "900"],
      ["article:published_time", "2026-11-20T10:05:00.000Z"],
      ["article:modified_time", "2026-11-20T10:06:00.000Z"],
      ["article:author", "https://news.example/desk"],
      ["article:author", "Night Desk"],
      ["article:tag", "tides"],
      ["article:tag", "R&amp;D"],
      ["article:tag", "&lt;quay&gt;"],
      ["twitter:card", "summary_large_image"],
    ];
    expect(metaOf(pageOf(article))).toEqual(expect.arrayContaining(expected));
    expect(metaOf(ampOf(article))).toEqual(expect.arrayContaining(expected));
  });

  it("says summary where there is no picture, and the likely territory of a bare language", () => {
    const meta = metaOf(pageOf(anArticle({ language: "sv" })));
    expect(meta).toContainEqual(["twitter:card", "summary"]);
    expect(meta).toContainEqual(["og:locale", "sv_SE"]);
    expect(meta.filter(([name]) => name.startsWith("og:image"))).toEqual([]);
  });
});

describe("microformats", () => {
  const entryOf = (article: Article) => mf2(pageOf(article), { baseUrl: publicOrigin }).items[0];

  it("are an h-entry with everything in it", () => {
    const entry = entryOf(aFullArticle({ updatedAt: PUBLISHED_AT + 3_600_000 }));
    expect(entry?.type).toEqual(["h-entry"]);
    expect(entry?.properties).toMatchObject({
      name: ["The tide is in"],
      summary: ["High water at noon & again at midnight."],
      published: ["2026-11-20T10:05:00.000Z"],
      updated: ["2026-11-20T11:05:00.000Z"],
      url: ["https://news.example/2026/tide?a=1&b=2"],
      featured: [{ value: "https://news.example/tide.jpg?w=1&h=2", alt: "A quay under water" }],
      category: ["tides", "R&D", "<quay>"],
      audio: ["https://news.example/tide.mp3"],
    });
    expect(entry?.properties["author"]).toMatchObject([
      {
        type: ["h-card"],
        properties: { name: ["Harbour Desk"], url: ["https://news.example/desk"] },
      },
      { type: ["h-card"], properties: { name: ["Night Desk"] } },
    ]);
    expect(entry?.properties["content"]?.[0]).toMatchObject({
      html: expect.stringContaining("<em>step</em>"),
    });
  });

  it("give a note no name, and our address where it has no other", () => {
    const entry = entryOf(anArticle({ title: null, slug: "" }));
    expect(entry?.properties).not.toHaveProperty("name");
    expect(entry?.properties).not.toHaveProperty("updated");
    expect(entry?.properties["url"]).toEqual(["https://wire.example/feeds/world/articles/0123456789abcdef"]);
  });
});

describe("dates", () => {
  it("has an update's only when it is more than a minute behind", () => {
    expect(pageOf(anArticle({ updatedAt: PUBLISHED_AT + 60_000 }))).not.toContain("dt-updated");
    expect(pageOf(anArticle({ updatedAt: PUBLISHED_AT + 60_001 }))).toContain(
      '<span lang="en">Updated</span> <time class="dt-updated" datetime="2026-11-20T10:06:00.001Z">',
    );
  });

  it("says so in the article's language", () => {
    const updatedAt = PUBLISHED_AT + 3_600_000;
    expect(pageOf(anArticle({ updatedAt, language: "de-AT" }))).toContain(
      '<span lang="de-AT">Aktualisiert</span>',
    );
  });
});

it.each([renderArticlePage, renderAmpPage])(
  "takes the feed's language for an article without one: %o",
  (render) => {
    const image = { url: "https://n.example/a.jpg", alt: "", width: null, height: null, caption: null };
    const article = anArticle({
      language: null,
      image: { ...image, credit: "Archiv" },
      updatedAt: PUBLISHED_AT + 3_600_000,
    });
    const page = render({ article, feed: aFeed({ language: "de-DE" }), publicOrigin });
    expect(page).toContain('lang="de-DE" dir="ltr">');
    expect(page).toContain('<span class="credit">Foto: Archiv</span>');
    expect(page).toContain("20. November 2026 um 10:05 UTC</time>");
    expect(page).toContain('<span lang="de-DE">Aktualisiert</span>');
  },
);

describe("direction", () => {
  it("is the language's", () => {
    const page = pageOf(anArticle({ language: "ar" }));
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<article class="story h-entry">');
    expect(ampOf(anArticle({ language: "ar" }))).toContain('<html amp="" lang="ar" dir="rtl">');
  });

  it("is left to the first letter where the article doesn't say its language", () => {
    expect(pageOf(anArticle())).toContain('<article class="story h-entry" dir="auto">');
  });
});
