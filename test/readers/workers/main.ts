// The Worker that feed readers subscribe to, and that a client of Micropub writes to:
// the real one, with a feed for each test.

import type { FeedDefinition } from "../../../src/model/feed.ts";
import { createWorker } from "../../../src/wire.ts";

const feed = (slug: string): FeedDefinition => ({
  slug,
  title: "The Coast Courier",
  description: "Harbours, tides & the people who live by them.",
  homePage: "https://courier.example/",
  language: "en-GB",
  authors: [{ name: "Coast Desk" }],
  categories: ["Tides & harbours"],
  copyright: "© The Coast Courier",
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
});

const worker = createWorker([
  { ...feed("parsed"), headLimit: 12 }, // fewer than are posted: the others are in archives
  feed("python3-feedparser"),
  feed("newsboat"),
  feed("sfeed"),
  feed("micropub-helper"),
]);

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
