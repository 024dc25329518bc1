import type { FeedDefinition } from "../src/model/feed.ts";

export const harbour: FeedDefinition = {
  slug: "harbour",
  title: "Hafen-Notizen",
  description: "Was im Hafen ankommt, ablegt und liegen bleibt.",
  homePage: "https://hafen.example/",
  language: "de-DE",
  categories: ["Hafen"],
  headLimit: 20,
  publishers: [
    { name: "blog", token: "HARBOUR_TOKEN" },
    { name: "newsroom", token: "NEWSROOM_TOKEN" },
  ],
};
