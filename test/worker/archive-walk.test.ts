// A feed of ten thousand articles, from the newest to the last.

import { expect, it } from "vitest";
import { publishedAs } from "./client.ts";
import { freshFeed } from "./feeds.ts";
import { last, postNumbered, titlesMet, walk } from "./walk.ts";

const MOST = 10_000;
const BATCH = 100;

it("ten thousand articles are walked to the last one, each met once", { timeout: 500_000 }, async () => {
  const feed = freshFeed();
  let version = 0;
  for (let from = 1; from <= MOST; from += BATCH) {
    version = last(await postNumbered(feed, from, from + BATCH - 1));
  }
  await publishedAs(feed, version, "feed.json", 300_000);
  for (const file of ["atom.xml", "feed.json"])
    expect(titlesMet(await walk(feed, file)).map(Number)).toEqual(
      Array.from({ length: MOST }, (_, at) => MOST - at),
    );
});
