// The page about `_edgewire` says what our JSON Feed has, and nothing else.

import { expect, it } from "vitest";
import { renderJson } from "../../src/formats/json-feed.ts";
import { renderAboutJsonFeed } from "../../src/pages/about-json-feed.tsx";
import { aFeed, aFullArticle, anEpisode, aSnapshot, PUBLISHED_AT } from "../articles.ts";
import { allOf, elementsIn, wordsIn } from "../html.ts";

const page = renderAboutJsonFeed();

/** The fields that each list names. */
const documented = allOf(page, "dl").map((list) =>
  elementsIn(list)
    .filter(({ tagName }) => tagName === "code")
    .map(wordsIn),
);

it("names every field that a document and an item can have", () => {
  const withdrawn = { sourceId: null, tagUri: "tag:wire.example,2026:world/1", withdrawnAt: PUBLISHED_AT };
  const feed = JSON.parse(
    renderJson(
      aSnapshot({
        feed: aFeed({ copyright: "©", categories: ["News"] }),
        place: { kind: "archive", number: 1 },
        archives: 2,
        tombstones: [withdrawn],
        articles: [aFullArticle({ episode: anEpisode().episode })],
      }),
    ),
  );
  expect(documented).toEqual([Object.keys(feed._edgewire), Object.keys(feed.items[0]._edgewire)]);
});

it("has an example that is JSON, and has no field that isn't named", () => {
  const [example] = allOf(page, "pre").map(wordsIn);
  const { _edgewire, items } = JSON.parse(example ?? "");
  expect(documented[0]).toEqual(expect.arrayContaining(Object.keys(_edgewire)));
  expect(documented[1]).toEqual(expect.arrayContaining(Object.keys(items[0]._edgewire)));
});
