import { describe, expect, it } from "vitest";
import { articleOf, bodyOf, eventOf, read } from "./wordpress-deliveries.ts";

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
