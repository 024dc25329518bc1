import type { Life } from "./life.ts";
import recorded from "./payload.json";

const FERRY = "Ferry";
const NEWEST = 'The "newest" tide tables';

export const payloadLife: Life = {
  source: {
    name: "payload",
    adapter: "generic",
    scheme: "standard-webhooks",
    secret: "PAYLOAD_SECRET",
    publishedWhen: { at: "/type", is: ["article.published"] },
    fields: {
      id: "/data/id",
      url: "/data/url",
      title: "/data/title",
      content_html: "/data/content_html",
      summary: "/data/summary",
      image: "/data/image",
      image_alt: "/data/image_alt",
      authors: "/data/authors",
      tags: "/data/tags",
      date_published: "/data/date_published",
      date_modified: "/data/date_modified",
    },
  },
  deliveries: recorded.deliveries,
  states: [
    { after: "another published at once", titles: [FERRY] },
    { after: "draft created", titles: [FERRY] },
    { after: "draft saved", titles: [FERRY] },
    { after: "published", titles: [FERRY, 'The "new" tide tables'] },
    { after: "edited", titles: [FERRY, 'The "newer" tide tables'] },
    { after: "unpublished", titles: [FERRY] },
    { after: "edited while unpublished", titles: [FERRY] },
    { after: "published again", titles: [FERRY, NEWEST] },
    { after: "thrown into the trash", titles: [FERRY] },
    { after: "taken out of the trash", titles: [FERRY, NEWEST] },
    { after: "published once more", titles: [FERRY, NEWEST] },
    { after: "deleted", titles: [FERRY] },
    { after: "another deleted", titles: [] },
  ],
  never: ["A secret title", "ada@example.com", "invented-1"],
};
