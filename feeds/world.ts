import type { FeedDefinition } from "../src/model/feed.ts";

export const world: FeedDefinition = {
  slug: "world",
  title: "World Desk",
  description: "News from abroad, as it is filed.",
  homePage: "https://news.example/world",
  language: "en-GB",
  authors: [{ name: "World Desk", url: "https://news.example/world/about" }],
  icon: "https://news.example/icons/world-64.png",
  image: "https://news.example/icons/world-512.png",
  copyright: "© News Example. All rights reserved.",
  categories: ["News", "World"],
  headLimit: 50,
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
};
