// Feeds for tests. State outlives a test, so each test takes a feed of its own.

import type { FeedDefinition } from "../../src/model/feed.ts";
import { SCOPES } from "../../src/model/scope.ts";
import { hookFeeds } from "./hook-feeds.ts";

const MOST = 120;
const MOST_SMALL = 30;

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
  ...Array.from({ length: MOST_SMALL }, (_, at) => ({ ...aFeed(`s${at}`), headLimit: 4 })),
  { ...aFeed("no-deltas"), deltas: false },
  { ...aFeed("moved"), movedTo: "https://new.test/feeds/moved/" },
  { ...aFeed("renamed"), formerSlugs: ["once", "twice"] },
  { ...aFeed("ended"), retired: true },
  { ...aFeed("without-amp"), amp: false },
  ...SCOPES.map((scope) => ({
    ...aFeed(`only-${scope}`),
    publishers: [
      { name: "newsroom", token: "NEWSROOM_TOKEN" },
      { name: "desk", token: "DESK_TOKEN", scopes: [scope] },
    ],
  })),
  {
    ...aFeed("magazine"),
    headLimit: 4,
    icon: "https://publisher.test/icon.png",
    image: "https://publisher.test/logo.png",
    copyright: "© The Desk",
    categories: ["Harbours & quays"],
    feedly: { accentColor: "ff8800", cover: "https://publisher.test/cover.jpg" },
  },
  {
    ...aFeed("show"),
    markdown: true,
    podcast: {
      categories: ["Society & Culture > Documentary"],
      explicit: false,
      owner: { name: "The Desk", email: "desk@publisher.test" },
    },
  },
  ...hookFeeds,
];

let taken = 0;
let takenSmall = 0;

/** The same with a head that holds four articles. */
export function freshSmallFeed(): string {
  const feed = `s${takenSmall}`;
  takenSmall += 1;
  if (takenSmall > MOST_SMALL) throw new Error("test/worker/feeds.ts: no small feed left, raise MOST_SMALL");
  return feed;
}

/** A feed that no other test of this file has used. */
export function freshFeed(): string {
  const feed = testFeeds[taken]?.slug;
  taken += 1;
  if (feed === undefined || taken > MOST) throw new Error("test/worker/feeds.ts: no feed left, raise MOST");
  return feed;
}
