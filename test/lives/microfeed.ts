// Two items of microfeed, as its own code told of them.

import type { Life } from "./life.ts";
import recorded from "./microfeed.json" with { type: "json" };

const LOG = ["The lamp keeper's log"];

export const microfeedLife: Life = {
  source: {
    name: "microfeed",
    adapter: "microfeed",
    scheme: "standard-webhooks",
    secret: "MICROFEED_SECRET",
  },
  // microfeed leaves the item out of a hook that would be too long, and that is refused.
  deliveries: recorded.deliveries.filter(({ step }) => step !== "too-long"),
  states: [
    { after: "draft-edited", titles: [] },
    { after: "published", titles: LOG },
    { after: "edited", titles: LOG },
    { after: "unlisted", titles: [] },
    { after: "listed-again", titles: LOG },
    { after: "unpublished", titles: [] },
    { after: "published-again", titles: LOG },
    { after: "deleted", titles: [] },
    { after: "api-published", titles: ["Storm glass"] },
    { after: "api-deleted", titles: [] },
    { after: "test", titles: [] },
  ],
  never: ["Example item", "Two piers.", "News of the harbour."],
};
