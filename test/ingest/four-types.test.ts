// The same article, whichever of four types it came in.

import { describe, expect, it } from "vitest";
import type { Feed } from "../../src/model/feed.ts";
import { prepare } from "../../src/pipeline/prepare.ts";
import { renderFragments } from "../../src/pipeline/render-article.ts";
import { aFeed } from "../articles.ts";
import { FOUR_TYPES, THREE_TYPES, type Typed } from "../four-types.ts";

const NOW = Date.UTC(2026, 10, 24);
const ORIGIN = "https://wire.example";

async function prepared({ type, body, headers }: Typed) {
  const made = await prepare(
    { now: () => NOW, publicOrigin: ORIGIN },
    {
      feed: aFeed(),
      publisher: "newsroom",
      body: new TextEncoder().encode(body),
      contentType: type,
      contentEncoding: null,
      contentLocation: headers["Content-Location"] ?? null,
      contentLanguage: headers["Content-Language"] ?? null,
      key: null,
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  if (made.value.kind !== "article") throw new Error("is a batch");
  return made.value.prepared;
}

describe("one article in four types", () => {
  const [json, ...others] = FOUR_TYPES;
  if (json === undefined) throw new Error("no types");

  it.each(others)("as $type is the article that it is as JSON", async (typed) => {
    const [expected, actual] = [await prepared(json), await prepared(typed)];
    expect({ ...actual.draft, markdown: null }).toEqual(expected.draft);
    expect(actual.key).toBe(expected.key);
  });

  it.each(THREE_TYPES.slice(1))("with pictures, tables and dates, as $type too", async (typed) => {
    const [rich] = THREE_TYPES;
    if (rich === undefined) throw new Error("no types");
    const expected = await prepared(rich);
    expect(expected.draft).toMatchObject({
      image: { width: 1600 },
      publishedAt: Date.UTC(2026, 10, 20, 10, 5),
    });
    expect({ ...(await prepared(typed)).draft, markdown: null }).toEqual(expected.draft);
  });

  it("has all that was written", async () => {
    expect((await prepared(json)).draft).toMatchObject({
      sourceUrl: "https://news.example/2026/lights",
      title: "Seven lights, one log book",
      language: "en-GB",
      authors: [{ name: "Nellie Bly" }],
      image: {
        url: null,
        caption: "Keepers at the harbour office, March 3, 1909.",
        credit: "Harbour Archive",
      },
      contentHtml: [
        "<p>The keepers of seven islands agreed on Wednesday to write their log books in one way.</p>",
        '<p>"It is only on paper that it blew on four days," said the keeper &amp; his wife.</p>',
        "<h2>A clock for every island</h2>",
        "<p>The harbour office will lend each light a clock, and asks for three things:</p>",
        "<ul><li>the hour of lighting</li><li>the wind &lt;5</li></ul>",
        "<p>The order of the day:</p>",
        "<ol><li>wind the clock</li><li>trim the wick</li></ol>",
        "<blockquote><p>Nobody sees the lamp that burns.</p></blockquote>",
        "<p>The first books are due in May.</p>",
      ].join("\n"),
    });
  });

  const fragmentsOf = (feed: Feed) =>
    Promise.all(
      FOUR_TYPES.map(async (typed) => {
        const { draft, key, tagUri } = await prepared(typed);
        const article = { ...draft, feed: "world", key, tagUri, publishedAt: NOW, updatedAt: NOW };
        return renderFragments(article, feed, ORIGIN);
      }),
    );

  it("gives byte-equal feeds, where a feed carries no Markdown", async () => {
    const fragments = await fragmentsOf(aFeed({ markdown: false }));
    expect(new Set(fragments.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("differs only by source:markdown in RSS, where it does", async () => {
    const fragments = await fragmentsOf(aFeed());
    const without = fragments.map((one) => ({
      ...one,
      rss: one.rss.replace(/<source:markdown [^>]*>[^<]*<\/source:markdown>/, ""),
    }));
    expect(fragments.map(({ rss }) => rss.includes("<source:markdown "))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(new Set(without.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
