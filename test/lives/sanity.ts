// A document of Sanity: sanity.json says what each delivery is made of.

import type { Life } from "./life.ts";
import recorded from "./sanity.json" with { type: "json" };

const CORRECTED = ["The tide tables, corrected"];

export const sanityLife: Life = {
  source: { name: "sanity", adapter: "sanity", scheme: "sanity", secret: "SANITY_SECRET", types: ["post"] },
  deliveries: recorded.deliveries.map(({ step, headers, body }) => ({ step, headers, body })),
  states: [
    { after: "draft", titles: [] },
    { after: "published", titles: ["The tide tables"] },
    { after: "draft-gone", titles: ["The tide tables"] },
    { after: "edited", titles: CORRECTED },
    { after: "version", titles: CORRECTED },
    { after: "unpublished", titles: [] },
    { after: "published-again", titles: CORRECTED },
    { after: "deleted", titles: [] },
    { after: "asset", titles: [] },
  ],
  never: ["The tide tables of spring", "drafts.5f2c1c0e", "desk@news.example", "Early or late?"],
};
