// Pages and fragments that KV and readers hold are rendered anew only when the
// render key changes, and RENDERER_REVISION is the part of it that stands for
// the code. This test is red when the output changed and the revision did not.

import { expect, it } from "vitest";
import { renderAtomHead } from "../../src/formats/atom.ts";
import { renderJsonHead } from "../../src/formats/json-feed.ts";
import { renderRssHead } from "../../src/formats/rss.ts";
import { renderAmpPage } from "../../src/pages/amp.tsx";
import { renderArticlePage } from "../../src/pages/article.tsx";
import { renderFeedPage } from "../../src/pages/feed-page.tsx";
import { renderFragments } from "../../src/pipeline/render-article.ts";
import { hexDigest, RENDERER_REVISION, renderKeyOf } from "../../src/pipeline/render-key.ts";
import { aFeed, aFullArticle, anArticle, anEpisode, aSnapshot, PODCAST, PUBLISHED_AT } from "../articles.ts";

const RECORDED = { revision: 9, digest: "60e7360fa2d4b6ff" };

const feed = aFeed({
  authors: [{ name: "Desk", url: "https://news.example/desk" }],
  icon: "https://news.example/64.png",
  image: "https://news.example/512.png",
  copyright: "©",
  categories: ["News"],
  markdown: true,
  podcast: PODCAST,
  feedly: { accentColor: "ff8800", logo: "https://news.example/logo.svg", related: true },
});
const articles = [
  aFullArticle({
    contentHtml:
      '<p><img src="https://a.example/1.png" alt="" /></p><video src="https://a.example/v.mp4" controls></video>',
  }),
  anArticle({ title: null, contentHtml: "", summary: "A note.", markdown: "A *note*." }),
  anEpisode(),
  anArticle({
    language: "ar",
    externalUrl: "https://a.example/b",
    contentHtml:
      '<table><tr><td>1</td></tr></table><pre>x</pre><img src="https://a.example/1.png" alt="" width="9" height="9" />' +
      '<figure><a href="https://www.youtube.com/watch?v=a"><img src="https://i.ytimg.com/vi/a/hqdefault.jpg" alt="T" width="480" height="360" /></a></figure>' +
      '<figure><a href="https://vimeo.com/1">T</a></figure>' +
      '<blockquote cite="https://x.com/i/status/1"><p>T</p>— <a href="https://twitter.com/a/status/1">D</a></blockquote>',
    updatedAt: PUBLISHED_AT + 3_600_000,
  }),
];

const TIDES = { kind: "derived", of: "tag", labels: [{ label: "tides", name: "Tides" }] } as const;
const LATEST = { title: "T", path: "/t", publishedAt: PUBLISHED_AT, language: "ar", summary: "S." };

it("RENDERER_REVISION moves with what is rendered: raise it, and record what this prints", async () => {
  const publicOrigin = "https://wire.example";
  const snapshot = aSnapshot({ feed });
  const rendered = [
    renderRssHead(snapshot),
    renderAtomHead(snapshot),
    renderJsonHead(snapshot),
    renderFeedPage({ feed, publicOrigin, place: { kind: "head" }, latest: [], tags: [] }),
    renderFeedPage({ feed, publicOrigin, place: TIDES, latest: [LATEST], tags: TIDES.labels }),
    ...articles.flatMap((article) => [
      ...Object.values(renderFragments(article, feed, publicOrigin)),
      renderArticlePage({ article, feed, publicOrigin }),
      renderAmpPage({ article, feed, publicOrigin }),
    ]),
  ].join("\0");
  const digest = (await hexDigest(new TextEncoder().encode(rendered))).slice(0, 16);
  expect({ revision: RENDERER_REVISION, digest }).toEqual(RECORDED);
});

it("a render key follows the definition and the origin, and not who may post", async () => {
  const key = await renderKeyOf(aFeed(), "https://a.example");
  expect(await renderKeyOf(aFeed(), "https://a.example")).toBe(key);
  expect(await renderKeyOf(aFeed({ title: "Other" }), "https://a.example")).not.toBe(key);
  expect(await renderKeyOf(aFeed({ headLimit: 10 }), "https://a.example")).not.toBe(key);
  expect(await renderKeyOf(aFeed(), "https://b.example")).not.toBe(key);
  const publishers = [{ name: "other", token: "OTHER_TOKEN" }];
  expect(await renderKeyOf(aFeed({ publishers }), "https://a.example")).toBe(key);
});
