// Strapi 5's and Strapi 4's articles, and what readers must see of them.

import type { SourceDefinition } from "../../src/model/source.ts";
import type { Life, RecordedDelivery } from "./life.ts";
import { LIFE_4, LIFE_5 } from "./strapi-deliveries.ts";

const source = (name: string): SourceDefinition => ({
  name,
  adapter: "strapi",
  scheme: "bearer",
  secret: "STRAPI_SECRET",
  model: "api::article.article",
  mediaOrigin: "https://cms.harbour.example",
});

/** It ends while an article is there: a feed without any would say little. */
const until = (life: readonly RecordedDelivery[], step: string): readonly RecordedDelivery[] =>
  life.slice(
    0,
    life.findIndex((delivery) => delivery.step === step),
  );

export const strapi5Life: Life = {
  source: source("strapi"),
  deliveries: until(LIFE_5, "deleted by the content API"),
  states: [
    { after: "draft edited", titles: [] },
    { after: "published", titles: ["The tide is in again"] },
    { after: "draft of the published article edited", titles: ["The tide is in again"] },
    { after: "draft discarded", titles: ["The tide is in again"] },
    { after: "edited and published again", titles: ["The tide is out"] },
    { after: "unpublished", titles: [] },
    { after: "published once more, unchanged", titles: ["The tide is out"] },
    { after: "published again, nothing edited", titles: ["The tide is out"] },
    { after: "article deleted while published", titles: [] },
    { after: "the story copied", titles: [] },
    { after: "edited by the content API", titles: ["Edited by the API"] },
    { after: "a draft edited by the content API", titles: ["Edited by the API"] },
  ],
  never: ["wren@harbour.example", "Not for readers", "The tide is coming", "A draft"],
};

export const strapi4Life: Life = {
  source: source("strapi-4"),
  deliveries: until(LIFE_4, "unpublished by the content API"),
  states: [
    { after: "draft edited", titles: [] },
    { after: "published", titles: ["The tide is in again"] },
    { after: "published article edited", titles: ["The tide is out"] },
    { after: "unpublished", titles: [] },
    { after: "edited while unpublished", titles: [] },
    { after: "published once more", titles: ["A draft that nobody may read"] },
    { after: "unpublished in bulk", titles: [] },
    { after: "published in bulk", titles: ["A draft that nobody may read"] },
    { after: "the bulletin deleted", titles: ["A draft that nobody may read"] },
    { after: "deleted while published", titles: [] },
    { after: "an article created by the content API", titles: ["Sent by the API"] },
  ],
  never: ["wren@harbour.example", "Not for readers"],
};
