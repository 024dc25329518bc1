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
  sources: [
    { name: "ghost", adapter: "ghost", scheme: "ghost", secret: "WORLD_GHOST_SECRET" },
    {
      name: "desk", // a program of one's own: docs/connect/your-own-code.md
      adapter: "generic",
      scheme: "standard-webhooks",
      secret: "WORLD_DESK_SECRET",
      fields: {
        id: "/data/id",
        url: "/data/url",
        title: "/data/title",
        content_html: "/data/content_html",
        tags: "/data/tags",
        date_published: "/data/date_published",
        date_modified: "/data/date_modified",
      },
      test: { at: "/type", is: ["ping"] },
      only: { at: "/type", is: ["ping", "article.published", "article.withdrawn"] },
      withdrawnWhen: { at: "/type", is: ["article.withdrawn"] },
    },
  ],
};
