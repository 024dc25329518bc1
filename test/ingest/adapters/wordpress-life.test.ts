// The recorded life of WordPress, delivery by delivery.

import { expect, it } from "vitest";
import { EMPTY_SUBMISSION } from "../../../src/ingest/submission.ts";
import life from "../../lives/wordpress.json";
import { articleOf, bodyOf, draftOf, eventOf } from "./wordpress-deliveries.ts";

const TIDE = "http://blog.example/?p=43";
const WATER = "http://blog.example/?p=52";

it.each([
  { step: "published", kind: "article", id: TIDE, at: "2026-11-24T19:27:11Z" },
  { step: "edited", kind: "article", id: TIDE, at: "2026-11-24T19:27:13Z" },
  { step: "given a picture", kind: "article", id: TIDE, at: "2026-11-24T19:27:16Z" },
  { step: "given tags", kind: "article", id: TIDE, at: "2026-11-24T19:27:17Z" },
  { step: "given an excerpt", kind: "article", id: TIDE, at: "2026-11-24T19:27:18Z" },
  { step: "protected by a password", kind: "withdrawal", id: TIDE, at: "2026-11-24T19:27:19Z" },
  { step: "public again", kind: "article", id: TIDE, at: "2026-11-24T19:27:21Z" },
  { step: "private", kind: "withdrawal", id: TIDE, at: "2026-11-24T19:27:23Z" },
  { step: "published again", kind: "article", id: TIDE, at: "2026-11-24T19:27:24Z" },
  { step: "unpublished", kind: "withdrawal", id: TIDE, at: "2026-11-24T19:27:25Z" },
  { step: "published a third time", kind: "article", id: TIDE, at: "2026-11-24T19:27:26Z" },
  { step: "a page is published", kind: "ignored", id: null, at: null },
  { step: "the scheduled one is published", kind: "article", id: WATER, at: "2026-11-24T19:28:32Z" },
  { step: "trashed", kind: "withdrawal", id: WATER, at: "2026-11-24T19:28:38Z" },
  { step: "published after the trash", kind: "article", id: WATER, at: "2026-11-24T19:28:41Z" },
  { step: "trashed again", kind: "withdrawal", id: WATER, at: "2026-11-24T19:28:42Z" },
  { step: "deleted", kind: "withdrawal", id: WATER, at: "2026-11-24T19:28:42Z" },
  { step: "deleted without the trash", kind: "withdrawal", id: TIDE, at: "2026-11-24T19:27:26Z" },
])("reads that a post is $step", ({ step, kind, id, at }) => {
  const event = eventOf(bodyOf(step));
  expect({
    kind: event.kind,
    id: event.kind === "article" ? event.submission.id : event.kind === "withdrawal" ? event.id : null,
    at:
      event.kind === "article"
        ? event.submission.dateModified
        : event.kind === "withdrawal"
          ? (event.withdrawnAt ?? event.lastUpdatedAt)
          : null,
  }).toEqual({ kind, id, at });
});

it("tells nothing that this table leaves out", () => {
  expect(life.deliveries).toHaveLength(18);
});

it("reads everything that a post brings", () => {
  expect(articleOf(bodyOf("given an excerpt")).submission).toEqual({
    ...EMPTY_SUBMISSION,
    id: "http://blog.example/?p=43",
    url: "http://blog.example/2026/11/the-tide-lodzs-harbour-%e6%bd%ae-3-4/",
    title: "The &#8220;tide&#8221; &#038; Łódź&#8217;s <em>harbour</em> – 潮 3 < 4",
    contentHtml: "\n<p>Mind the <strong>wet</strong> step.</p>\n",
    summary: "<p>What the tide does to a step &#038; to you.</p>\n",
    image: "http://blog.example/wp-content/uploads/2026/11/quay.png",
    imageAlt: 'The quay at "high" water',
    imageCaption: "<p>The quay &#038; the tide, seen from the east.</p>\n",
    imageCredit: "",
    imageWidth: 640,
    imageHeight: 360,
    authors: [{ name: "Mara Quay", url: "http://blog.example/author/editor/", avatar: null }],
    tags: ["Tides &amp; Weather", "harbour", "潮"],
    datePublished: "2026-11-24T19:27:11Z",
    dateModified: "2026-11-24T19:27:18Z",
    isLenient: true,
  });
});

it("makes text of what WordPress writes as HTML", () => {
  const { title, summary, tags, image } = draftOf(bodyOf("given an excerpt"));
  expect({ title, summary, tags, caption: image?.caption }).toEqual({
    title: "The “tide” & Łódź’s harbour – 潮 3 < 4",
    summary: "What the tide does to a step & to you.",
    tags: ["Tides & Weather", "harbour", "潮"],
    caption: "The quay & the tide, seen from the east.",
  });
});

it("leaves out the category of what has none", () => {
  expect(articleOf(bodyOf("the scheduled one is published")).submission.tags).toEqual([]);
});
