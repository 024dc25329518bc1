import { describe, expect, it } from "vitest";
import { readWordPress } from "../../../src/ingest/adapters/wordpress.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import { EMPTY_SUBMISSION } from "../../../src/ingest/submission.ts";
import life from "../../lives/wordpress.json";

const NOW = Date.UTC(2026, 10, 24, 20);

const read = (json: unknown, types?: readonly string[]) => {
  const result = readWordPress({ json, header: () => null }, types === undefined ? {} : { types });
  if (result instanceof Promise) throw new Error("it answers at once");
  return result;
};
function eventOf(json: unknown, types?: readonly string[]) {
  const result = read(json, types);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
function articleOf(json: unknown) {
  const event = eventOf(json);
  if (event.kind !== "article") throw new Error(`is no article: ${JSON.stringify(event)}`);
  return event;
}
function draftOf(json: unknown) {
  const normalized = normalize(articleOf(json).submission, NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value.draft;
}
const bodyOf = (step: string): Record<string, unknown> =>
  JSON.parse(life.deliveries.find((delivery) => delivery.step === step)?.body ?? "null");

const POST = {
  id: 42,
  date: "2026-11-20T11:05:00",
  date_gmt: "2026-11-20T10:05:00",
  guid: { rendered: "https://wp.example/?p=42" },
  modified: "2026-11-20T11:06:00",
  modified_gmt: "2026-11-20T10:06:00",
  slug: "edge-feeds",
  status: "publish",
  type: "post",
  link: "https://wp.example/2026/11/edge-feeds/",
  title: { rendered: "Edge &#8211; feeds" },
  content: { rendered: "<p>Hello there.</p>\n<p>And again.</p>\n", protected: false },
  excerpt: { rendered: "<p>Hello there. And again.</p>\n", protected: false },
};

describe("a recorded life", () => {
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
});

describe("what is public", () => {
  it.each(["draft", "pending", "private", "future", "trash", "auto-draft", "in-review", ""])(
    "withdraws a post of the status %j, though its text is there",
    (status) => {
      expect(eventOf({ ...POST, status })).toEqual({
        kind: "withdrawal",
        id: "https://wp.example/?p=42",
        withdrawnAt: "2026-11-20T10:06:00Z",
        lastUpdatedAt: null,
      });
    },
  );

  it("withdraws a post that asks for a password, though its text is there", () => {
    expect(eventOf({ ...POST, content: { rendered: "<p>Secret.</p>", protected: true } }).kind).toBe(
      "withdrawal",
    );
  });

  it.each([
    ["/type", { ...POST, type: null }],
    ["/guid/rendered", { ...POST, guid: { rendered: " " } }],
    ["/guid/rendered", { ...POST, guid: "https://wp.example/?p=42" }],
    ["/status", { ...POST, status: 1 }],
    ["/content/protected", { ...POST, content: { rendered: "<p>Hello</p>" } }],
    ["/content/protected", { ...POST, content: { rendered: "<p>Hello</p>", protected: 0 } }],
    ["/content/rendered", { ...POST, content: { protected: false } }],
    ["/previous", { deleted: true }],
    ["/previous/type", { deleted: true, previous: {} }],
    ["/previous/guid/rendered", { deleted: true, previous: { ...POST, guid: {} } }],
    ["/type", { deleted: "yes", previous: POST }],
    ["", [POST]],
    ["", "post"],
    ["", null],
  ])("points at %j where a post doesn't say what it must", (pointer, json) => {
    const result = read(json);
    expect(!result.ok && result.error.kind === "fields_invalid" && result.error.fields[0]?.pointer).toBe(
      pointer,
    );
  });

  it("takes other types only where the feed's definition lists them", () => {
    expect(eventOf({ ...POST, type: "event" })).toEqual({
      kind: "ignored",
      reason: '"event" is not a type of articles here',
    });
    expect(eventOf({ ...POST, type: "event" }, ["post", "event"]).kind).toBe("article");
    expect(eventOf(POST, ["event"]).kind).toBe("ignored");
    expect(eventOf({ deleted: true, previous: { ...POST, type: "page" } }).kind).toBe("ignored");
  });
});

describe("ids and times", () => {
  it("withdraws by the guid what the REST API says it has deleted", () => {
    expect(eventOf({ deleted: true, previous: { ...POST, status: "draft" } })).toEqual({
      kind: "withdrawal",
      id: "https://wp.example/?p=42",
      withdrawnAt: null,
      lastUpdatedAt: "2026-11-20T10:06:00Z",
    });
  });

  it.each([
    "https://wp.example/?post_type=event&#038;p=42",
    "https://wp.example/?post_type=event&amp;p=42",
    "https://wp.example/?post_type=event&p=42",
  ])("takes %s for the guid that WordPress's feeds carry", (rendered) => {
    expect(articleOf({ ...POST, guid: { rendered } }).submission.id).toBe(
      "https://wp.example/?post_type=event&p=42",
    );
  });

  it("takes a date without a zone for UTC, and leaves one with a zone alone", () => {
    const { submission } = articleOf({ ...POST, modified_gmt: "2026-11-20T11:06:00+01:00" });
    expect(submission.datePublished).toBe("2026-11-20T10:05:00Z");
    expect(submission.dateModified).toBe("2026-11-20T11:06:00+01:00");
  });

  it.each([
    ["2026-11-20T10:05:00", "2026-11-20T10:06:00", "2026-11-20T10:06:00Z"],
    ["2026-11-22T06:00:00", "2026-11-20T10:06:00", "2026-11-22T06:00:00Z"], // by its schedule
    ["2026-11-20T10:06:59", "2026-11-20T10:06:00", "2026-11-20T10:06:00Z"], // at once
    ["2026-11-20T10:07:00", "2026-11-20T10:06:00", "2026-11-20T10:07:00Z"],
    ["soon", "2026-11-20T10:06:00", "2026-11-20T10:06:00Z"],
  ])(
    "says of a post for %s that was modified at %s that it is as it is since %s",
    (date, modified, since) => {
      const post = { ...POST, date_gmt: date, modified_gmt: modified };
      expect(articleOf(post).submission.dateModified).toBe(since);
      expect(eventOf({ deleted: true, previous: post })).toMatchObject({ lastUpdatedAt: since });
    },
  );

  it("knows nothing of a date in the schedule of a post that is not public", () => {
    expect(eventOf({ ...POST, status: "future", date_gmt: "2026-12-24T10:00:00" })).toMatchObject({
      withdrawnAt: "2026-11-20T10:06:00Z",
    });
  });
});

describe("what is left out", () => {
  it.each([
    ["<p>Hello there. And again.</p>\n", null], // all of a short text
    ["<p>Hello there. And &hellip;</p>\n", null],
    ["<p>Hello there. [&hellip;]</p>\n", null],
    ["<p>Another beginning, of a text with a shortcode. [&hellip;]</p>\n", null],
    ["<p>Hello […]</p>", null],
    ["", null],
    ["<p>And again.</p>", "<p>And again.</p>"],
    ["<p>A greeting, twice &hellip;</p>", "<p>A greeting, twice &hellip;</p>"],
  ])("of the excerpt %j keeps %j", (rendered, summary) => {
    expect(articleOf({ ...POST, excerpt: { rendered } }).submission.summary).toBe(summary);
  });

  it("names no author who is called by an e-mail address", () => {
    const author = [
      { id: 1, name: "mara@quay.example", link: "https://wp.example/author/mara/" },
      { id: 2, name: "Jo @ the Quay", link: "https://wp.example/author/jo/" },
    ];
    const event = articleOf({ ...POST, _embedded: { author } });
    expect(event.submission.authors.map(({ name }) => name)).toEqual(["Jo @ the Quay"]);
    expect(JSON.stringify(event)).not.toContain("mara");
  });

  it("leaves out what the REST API may not show", () => {
    const refused = { code: "rest_user_invalid_id", message: "Invalid user ID.", data: { status: 404 } };
    const _embedded = { author: [refused], "wp:featuredmedia": [refused], "wp:term": [refused, [refused]] };
    expect(articleOf({ ...POST, _embedded }).submission).toMatchObject({
      authors: [],
      image: null,
      tags: [],
    });
  });

  it("takes no film for a picture, and no beginning of a description for its caption", () => {
    const media = { media_type: "image", source_url: "https://wp.example/a.jpg" };
    const withMedia = (changed: object) =>
      articleOf({ ...POST, _embedded: { "wp:featuredmedia": [{ ...media, ...changed }] } }).submission;
    expect(withMedia({ media_type: "file" }).image).toBeNull();
    expect(withMedia({ caption: { rendered: "<p>The quay as it was in [&hellip;]</p>\n" } })).toMatchObject({
      image: "https://wp.example/a.jpg",
      imageCaption: null,
    });
  });

  it("ignores in silence what plugins add, and keeps nothing of it", () => {
    const event = articleOf({
      ...POST,
      password: "low-tide",
      content: { ...POST.content, raw: "<!-- wp:paragraph -->" },
      yoast_head: "<meta>",
      yoast_head_json: { author: "mara@quay.example" },
      meta: { footnotes: "", note: "canary" },
      _embedded: { replies: [[{ author_name: "A Reader" }]], author: [{ name: "Mara", email: "canary" }] },
    });
    expect(event.submission.dropped).toEqual([]);
    expect(event.kept).toEqual({
      type: "post",
      status: "publish",
      guid: { rendered: "https://wp.example/?p=42" },
      link: "https://wp.example/2026/11/edge-feeds/",
      date_gmt: "2026-11-20T10:05:00",
      modified_gmt: "2026-11-20T10:06:00",
      title: { rendered: "Edge &#8211; feeds" },
      content: { rendered: "<p>Hello there.</p>\n<p>And again.</p>\n", protected: false },
      excerpt: { rendered: "<p>Hello there. And again.</p>\n" },
      _embedded: { author: [{ name: "Mara", link: null }], "wp:term": [[]], "wp:featuredmedia": [] },
    });
  });

  it("reads what it keeps as the same article", () => {
    const event = articleOf(bodyOf("given an excerpt"));
    expect(articleOf(event.kept).submission).toEqual(event.submission);
    expect(JSON.stringify(event.kept)).not.toContain("gravatar");
  });

  it("says which field it could not use, and takes the rest", () => {
    const { submission } = articleOf({
      ...POST,
      title: { rendered: 7 },
      link: [],
      _embedded: { author: "Jo" },
    });
    expect(submission).toMatchObject({ title: null, url: null, contentHtml: POST.content.rendered });
    expect(submission.dropped.map(({ detail }) => detail)).toEqual([
      "title must be a string",
      "link must be a string",
      "_embedded/author must be a list",
    ]);
  });
});

describe("hostile shapes", () => {
  const isContainer = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;

  /** Every place in a JSON value, as the keys that lead there. */
  const placesIn = (value: unknown): string[][] =>
    isContainer(value)
      ? Object.entries(value).flatMap(([key, inner]) => [
          [key],
          ...placesIn(inner).map((place) => [key, ...place]),
        ])
      : [];

  const DECISIVE = new Set(["type", "status", "guid", "guid/rendered", "content", "content/protected"]);
  const ABSENT = Symbol("absent");
  function replaced(value: unknown, [key = "", ...rest]: readonly string[], by: unknown): unknown {
    if (!isContainer(value)) return by;
    const inner = rest.length === 0 ? by : replaced(value[key], rest, by);
    if (Array.isArray(value)) return value.with(Number(key), inner === ABSENT ? undefined : inner);
    if (inner !== ABSENT) return { ...value, [key]: inner };
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  }

  it.each(life.deliveries)("takes from the delivery $step whatever stands in any field", ({ body }) => {
    const json: unknown = JSON.parse(body);
    const wasArticle = eventOf(json).kind === "article";
    const outcomes = placesIn(json).flatMap((place) =>
      [null, 7, [], {}, "", true, ABSENT].map((value) => {
        const result = read(replaced(json, place, value));
        if (!result.ok || result.value.kind !== "article") return "not published";
        if (!wasArticle || DECISIVE.has(place.join("/")))
          return `published with ${place.join("/")} = ${String(value)}`;
        return normalize(result.value.submission, NOW).ok ? "published" : `refused for ${place.join("/")}`;
      }),
    );
    expect(new Set(outcomes)).toEqual(
      new Set(wasArticle ? ["not published", "published"] : ["not published"]),
    );
  });
});
