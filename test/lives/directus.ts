import recorded from "./directus.json";
import type { Life } from "./life.ts";

const TIDE = 'The "newer" tide tables';

export const directusLife: Life = {
  source: {
    name: "directus",
    adapter: "generic",
    scheme: "header",
    header: "x-edgewire-token", // as it was recorded, so that the test's own takes its place
    secret: "DIRECTUS_SECRET",
    only: { at: "/collection", is: ["articles"] },
    each: "/articles",
    publishedWhen: { at: "/status", is: ["published"] },
    fields: {
      id: ["/id", ""],
      url: "https://news.example/articles/{/slug}",
      title: "/title",
      content_html: "/body",
      summary: "/summary",
      tags: "/tags",
      authors: "/author",
      image: "https://cms.example/assets/{/image/id}",
      image_alt: "/image/description",
      date_published: "/published_on",
      date_modified: ["/date_updated", "/date_created"],
    },
  },
  deliveries: recorded.deliveries,
  states: [
    { after: "draft created", titles: [] },
    { after: "draft edited", titles: [] },
    { after: "published", titles: ['The "new" tide tables'] },
    { after: "edited", titles: [TIDE] },
    { after: "version promoted", titles: ["Tide tables for winter"] },
    { after: "edited back", titles: [TIDE] },
    { after: "set back to draft", titles: [] },
    { after: "edited while a draft", titles: [] },
    { after: "published again", titles: ['The "newest" tide tables'] },
    { after: "archived", titles: [] },
    { after: "two drafts created", titles: [] },
    { after: "both published at once", titles: ["Ferry", "Crane"] },
    { after: "saved as a list", titles: ["Ferry at noon"] },
    { after: "one of them deleted", titles: [] },
    { after: "the rest deleted at once", titles: [] },
  ],
  never: ["A secret title", "Not for the public yet", "ada@example.com", "desk@example.com"],
};
