// When an article that comes again is the same.

import { expect, it } from "vitest";
import { isSame } from "../../src/pipeline/settle.ts";
import { anArticle, anEpisode } from "../articles.ts";

it.each([
  ["touched since", { updatedAt: 9, sourceUpdatedAt: 8 }],
  ["sent as Markdown", { markdown: "Mind the step." }],
])("an article is the same when it was %s", (_, over) => {
  expect(isSame(anArticle(), anArticle(over))).toBe(true);
});

it.each([
  ["its text", { contentHtml: "<p>Mind the steps.</p>" }],
  ["what makes it an episode", { episode: anEpisode().episode }],
])("it isn't when %s is another", (_, over) => {
  expect(isSame(anArticle(), anArticle(over))).toBe(false);
});

it("it is when a field was added to the stored one by a later step of the schema, and so stands last", () => {
  const { episode, ...others } = anEpisode();
  expect(isSame({ ...others, episode }, anEpisode())).toBe(true);
  expect(JSON.stringify({ ...others, episode })).not.toBe(JSON.stringify(anEpisode()));
});
