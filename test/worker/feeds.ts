// Feeds for tests. State outlives a test, so each test takes a feed of its own.

import type { FeedDefinition } from "../../src/model/feed.ts";

const MOST = 120;

const aFeed = (slug: string): FeedDefinition => ({
  slug,
  title: `Test feed ${slug}`,
  description: "Made for one test.",
  homePage: "https://publisher.test/",
  language: "en-GB",
  authors: [{ name: "The Desk" }],
  publishers: [
    { name: "newsroom", token: "NEWSROOM_TOKEN" },
    { name: "desk", token: "DESK_TOKEN" },
    { name: "unset", token: "UNSET_TOKEN" },
  ],
});

export const testFeeds: readonly FeedDefinition[] = [
  ...Array.from({ length: MOST }, (_, at) => aFeed(`t${at}`)),
  { ...aFeed("other-desk"), publishers: [{ name: "desk", token: "DESK_TOKEN" }] },
  { ...aFeed("small"), headLimit: 3 },
  { ...aFeed("without-amp"), amp: false },
  {
    ...aFeed("show"),
    markdown: true,
    podcast: {
      categories: ["Society & Culture > Documentary"],
      explicit: false,
      owner: { name: "The Desk", email: "desk@publisher.test" },
    },
  },
];

let taken = 0;

/** A feed that no other test of this file has used. */
export function freshFeed(): string {
  const feed = testFeeds[taken]?.slug;
  taken += 1;
  if (feed === undefined || taken > MOST) throw new Error("test/worker/feeds.ts: no feed left, raise MOST");
  return feed;
}
