import recorded from "./ghost.json";
import type { Life } from "./life.ts";

const TIDE = "The tide is in";
const TWICE = "The tide is in, twice";
const LAMP = "The lamp is lit";
const WALL = "For members, from the middle on";
const MEMBERS = [LAMP, "For members alone"];
const PAID = [...MEMBERS, "For those who pay"];
const ALL = [...PAID, "For one tier", "For all, in parts"];

export const ghostLife: Life = {
  source: { name: "ghost", adapter: "ghost", scheme: "ghost", secret: "GHOST_SECRET" },
  deliveries: recorded.deliveries,
  states: [
    { after: "draft", titles: [] },
    { after: "published", titles: [TIDE] },
    { after: "edited", titles: [TWICE] },
    { after: "unpublished", titles: [] },
    { after: "published again", titles: [TWICE] },
    { after: "deleted", titles: [] },
    { after: "second draft deleted", titles: [] },
    { after: "unscheduled", titles: [] },
    { after: "published at once", titles: [LAMP] },
    { after: "made members-only", titles: [LAMP] },
    { after: "made public", titles: [LAMP] },
    { after: "members, with a paywall", titles: [LAMP, WALL] },
    { after: "members, without a paywall", titles: [WALL, ...MEMBERS] },
    { after: "members' post deleted", titles: MEMBERS },
    { after: "paid", titles: PAID },
    { after: "public, with blocks for some", titles: ALL },
    { after: "e-mail only, sent", titles: ALL },
    { after: "page deleted", titles: ALL },
    { after: "member added", titles: ALL },
    { after: "without an address", titles: [...ALL, "Read elsewhere", "Read nowhere"] },
  ],
  never: [
    "SECRET-",
    "@desk.example",
    "@letters.example",
    "#front",
    "A draft that goes",
    "Tomorrow's tide",
    "By e-mail alone",
    "About the quay",
    "post_revisions",
  ],
};
