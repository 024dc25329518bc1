// The feeds whose pages a browser looks at: one a language.

import type { FeedDefinition } from "../../../src/model/feed.ts";

const publishers = [{ name: "newsroom", token: "NEWSROOM_TOKEN" }];

export const feeds: readonly FeedDefinition[] = [
  {
    slug: "coast",
    title: "The Coast Courier",
    description: "Harbours, tides and the people who live by them.",
    homePage: "https://courier.example/",
    language: "en-GB",
    authors: [{ name: "Coast Desk" }],
    copyright: "© The Coast Courier",
    publishers,
  },
  {
    slug: "hafen",
    title: "Hafen-Notizen",
    description: "Was im Hafen ankommt, ablegt und liegen bleibt.",
    homePage: "https://hafen.example/",
    language: "de-DE",
    publishers,
  },
  {
    slug: "mina",
    title: "جريدة الميناء",
    description: "أخبار البحر والمرافئ.",
    homePage: "https://mina.example/",
    language: "ar",
    publishers,
  },
  {
    slug: "minato",
    title: "みなと新報",
    description: "港と海の便り。",
    homePage: "https://minato.example/",
    language: "ja",
    publishers,
  },
];
