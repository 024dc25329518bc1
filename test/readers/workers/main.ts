// The Worker that feed readers subscribe to: the real one, with a feed for each test.

import { createWorker } from "../../../src/wire.ts";

const FEEDS = ["parsed", "feedparser", "newsboat", "sfeed"];

const worker = createWorker(
  FEEDS.map((slug) => ({
    slug,
    title: "The Coast Courier",
    description: "Harbours, tides & the people who live by them.",
    homePage: "https://courier.example/",
    language: "en-GB",
    authors: [{ name: "Coast Desk" }],
    categories: ["Tides & harbours"],
    copyright: "© The Coast Courier",
    publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
  })),
);

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
