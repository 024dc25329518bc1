import type { Life } from "./life.ts";
import recorded from "./wordpress.json";

const TIDE = "The “tide” & Łódź’s harbour – 潮 3 < 4";
const WATER = "Low water at noon";

export const wordpressLife: Life = {
  source: {
    name: "wordpress",
    adapter: "wordpress",
    scheme: "standard-webhooks",
    secret: "WORDPRESS_SECRET",
  },
  deliveries: recorded.deliveries,
  states: [
    { after: "published", titles: [TIDE] },
    { after: "given an excerpt", titles: [TIDE] },
    { after: "protected by a password", titles: [] },
    { after: "public again", titles: [TIDE] },
    { after: "private", titles: [] },
    { after: "published again", titles: [TIDE] },
    { after: "unpublished", titles: [] },
    { after: "published a third time", titles: [TIDE] },
    { after: "a page is published", titles: [TIDE] },
    { after: "the scheduled one is published", titles: [TIDE, WATER] },
    { after: "trashed", titles: [TIDE] },
    { after: "published after the trash", titles: [TIDE, WATER] },
    { after: "trashed again", titles: [TIDE] },
    { after: "deleted", titles: [TIDE] },
    { after: "deleted without the trash", titles: [] },
  ],
  never: ["About the harbour", "Not for everybody", "low-tide", "gravatar", "@blog.example", "Uncategorized"],
};
