// An entry of Contentful: contentful.json says what each delivery is made of.

import recorded from "./contentful.json" with { type: "json" };
import type { Life } from "./life.ts";

const FIRST = ["The tide tables"];
const CORRECTED = ["The tide tables, corrected"];

export const contentfulLife: Life = {
  source: {
    name: "contentful",
    adapter: "contentful",
    scheme: "contentful",
    secret: "CONTENTFUL_SECRET",
    contentTypes: ["article"],
    locale: "en-US",
    environment: "master",
    articleUrl: "https://news.example/{slug}",
  },
  deliveries: recorded.deliveries,
  states: [
    { after: "draft", titles: [] },
    { after: "published", titles: FIRST },
    { after: "published-twice", titles: FIRST },
    { after: "draft-again", titles: FIRST },
    { after: "edited", titles: CORRECTED },
    { after: "unpublished", titles: [] },
    { after: "published-again", titles: CORRECTED },
    { after: "untranslated", titles: [] },
    { after: "translated", titles: CORRECTED },
    { after: "unpublished-again", titles: [] },
    { after: "unarchived", titles: [] },
    { after: "deleted", titles: [] },
    { after: "type", titles: [] },
  ],
  never: ["The tide tables, corr<", "Gezeiten", "embargoUntilNoon", "4FLrUHftHW3v2BLi9fzfjU", "pollEntry1"],
};
