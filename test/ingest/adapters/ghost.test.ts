// Ghost, as it was recorded, and what it must never get published.

import { describe, expect, it } from "vitest";
import type { HookEvent } from "../../../src/ingest/adapters/adapter.ts";
import { publicHtmlOf } from "../../../src/ingest/adapters/ghost/public-html.ts";
import { readGhost } from "../../../src/ingest/adapters/ghost.ts";
import { verify } from "../../../src/ingest/signatures/verify.ts";
import { isRecord } from "../../../src/model/check-fields.ts";
import recorded from "../../lives/ghost.json";
import { ghostLife } from "../../lives/ghost.ts";

async function read(json: unknown) {
  return readGhost({ json, header: () => null }, undefined);
}
async function eventOf(json: unknown): Promise<HookEvent> {
  const event = await read(json);
  if (!event.ok) throw new Error(JSON.stringify(event.error));
  return event.value;
}
async function articleOf(json: unknown) {
  const event = await eventOf(json);
  if (event.kind !== "article") throw new Error(`is ${event.kind}`);
  return event;
}
/** The body of the last delivery of a step. */
function bodyOf(step: string): unknown {
  const body = recorded.deliveries.findLast((delivery) => delivery.step === step)?.body;
  return JSON.parse(body ?? "null");
}
const POST = {
  id: "66f0c1d2e3a4b5c6d7e8f901",
  title: "Hello",
  html: "<p>Hello</p>",
  status: "published",
  visibility: "public",
  updated_at: "2026-11-20T10:05:00.000Z",
  published_at: "2026-11-20T10:05:00.000Z",
};
const changed = (change: Readonly<Record<string, unknown>>, previous: unknown = {}) => ({
  post: { current: { ...POST, ...change }, previous },
});

const TIDE = "6b05e3e34c95bc66446b100c";
const MEMBERS_TIDE = "6b05e3f84c95bc66446b1032";
const NEVER_PUBLIC = { kind: "ignored", reason: "a post that was never public" };
const NO_POST = { kind: "ignored", reason: "not about a post" };
const article = (title: string, contentHtml: string, summary: string | null = null) => ({
  kind: "article",
  submission: { title, contentHtml, summary },
});
const TWICE = article(
  "The tide is in, twice",
  '<p>Mind both steps.</p><p>See <a href="https://blog.example/about/">the quay</a></p>',
  "Two steps, one tide.",
);
const LAMP = article("The lamp is lit", "<p>It turns.</p>");
const WALL = article("For members, from the middle on", "<p>Anybody may read this.</p><!--members-only-->");
const unpublished = {
  kind: "withdrawal",
  id: TIDE,
  withdrawnAt: "2026-11-24T19:22:16.000Z",
  lastUpdatedAt: null,
};
const deleted = (id: string, lastUpdatedAt: string) => ({
  kind: "withdrawal",
  id,
  withdrawnAt: null,
  lastUpdatedAt,
});

describe("the recorded life", () => {
  const EXPECTED = [
    ["draft", "post.tag.attached", NEVER_PUBLIC],
    ["draft", "post.added", NEVER_PUBLIC],
    ["published", "site.changed", NO_POST],
    ["published", "post.published", article("The tide is in", "<p>Mind the step.</p>")],
    ["published", "post.edited", article("The tide is in", "<p>Mind the step.</p>")],
    ["edited", "post.published.edited", TWICE],
    ["unpublished", "post.unpublished", unpublished],
    ["unpublished", "post.edited", unpublished],
    ["published again", "post.published", TWICE],
    ["deleted", "post.unpublished", deleted(TIDE, "2026-11-24T19:22:18.000Z")],
    ["deleted", "post.deleted", deleted(TIDE, "2026-11-24T19:22:18.000Z")],
    ["second draft", "post.added", NEVER_PUBLIC],
    ["second draft deleted", "post.deleted", NEVER_PUBLIC],
    ["scheduled", "post.added", NEVER_PUBLIC],
    ["scheduled", "post.scheduled", NEVER_PUBLIC],
    ["unscheduled", "post.unscheduled", NEVER_PUBLIC],
    ["published at once", "post.added", LAMP],
    ["published at once", "post.published", LAMP],
    ["made members-only", "post.published.edited", article("The lamp is lit", "")],
    ["made public", "post.published.edited", LAMP],
    ["members, with a paywall", "post.added", WALL],
    ["members, with a paywall", "post.published", WALL],
    ["members, without a paywall", "post.published", article("For members alone", "", "What members read.")],
    ["members' post deleted", "post.unpublished", deleted(MEMBERS_TIDE, "2026-11-24T19:22:32.000Z")],
    ["members' post deleted", "post.deleted", deleted(MEMBERS_TIDE, "2026-11-24T19:22:32.000Z")],
    ["paid", "post.published", article("For those who pay", "")],
    ["tiers", "post.published", article("For one tier", "")],
    [
      "public, with blocks for some",
      "post.published",
      article(
        "For all, in parts",
        "<p>All see this.</p>\n\n\n\n<!--kg-card-begin: html-->\n<p>Join us to read more.</p>\n<!--kg-card-end: html-->\n\n",
      ),
    ],
    ["e-mail only, a draft", "post.added", NEVER_PUBLIC],
    ["e-mail only, sent", "post.edited", NEVER_PUBLIC],
    ["page published", "page.published", NO_POST],
    ["page deleted", "page.deleted", NO_POST],
    ["tag added", "tag.added", NO_POST],
    ["member added", "member.added", NO_POST],
    [
      "without an address, with a canonical one",
      "post.published",
      article("Read elsewhere", "<p>It is on another site.</p>"),
    ],
    ["without an address", "post.published", article("Read nowhere", "<p>It has no page.</p>")],
  ] as const;

  it("is told here delivery by delivery", () => {
    expect(EXPECTED.map(([step]) => step)).toEqual(recorded.deliveries.map(({ step }) => step));
  });

  it.each(EXPECTED.map((row, at) => [...row, at] as const))("%s: %s", async (_, event, expected, at) => {
    const json: unknown = JSON.parse(recorded.deliveries[at]?.body ?? "null");
    expect(json).toMatchObject({ event });
    expect(await eventOf(json)).toMatchObject(expected);
  });

  it("is the same where no delivery names its event, as Ghost did before", async () => {
    for (const { body } of recorded.deliveries) {
      const { event: _, ...unnamed } = JSON.parse(body);
      expect(await read(unnamed)).toEqual(await read(JSON.parse(body)));
    }
  });

  it("is proved genuine by its signatures, each at the time that it says", async () => {
    for (const { headers, body } of recorded.deliveries) {
      const request = {
        method: "POST",
        path: "/feeds/quay/hooks/ghost",
        header: (name: string) => new Map(Object.entries(headers)).get(name) ?? null,
        body: new TextEncoder().encode(body),
      };
      const signedAt = Number(headers["x-ghost-signature"].split("t=")[1]);
      const verified = await verify(ghostLife.source, request, () => recorded.secret, signedAt);
      expect(verified.ok).toBe(true);
    }
  });
});

describe("an article", () => {
  it("has what Ghost says of it, and Ghost's own guid as its id", async () => {
    const { submission } = await articleOf(bodyOf("edited"));
    expect(submission).toEqual({
      id: TIDE,
      url: "https://blog.example/the-tide-is-in/",
      baseUrl: "https://blog.example/the-tide-is-in/",
      externalUrl: null,
      slug: "the-tide-is-in",
      title: "The tide is in, twice",
      contentHtml: '<p>Mind both steps.</p><p>See <a href="https://blog.example/about/">the quay</a></p>',
      markdown: null,
      contentText: null,
      summary: "Two steps, one tide.",
      image: "https://blog.example/content/images/tide.png",
      imageAlt: "The quay, wet",
      imageCaption: "<span>Photo: <b>Harbour Desk</b> &amp; Sons</span>",
      imageCredit: null,
      imageWidth: null,
      imageHeight: null,
      authors: [
        {
          name: "Harbour Desk",
          url: "https://blog.example/author/harbour/",
          avatar: "https://blog.example/content/images/desk.png",
        },
      ],
      tags: ["Harbour"],
      language: null,
      attachments: [],
      episode: { number: null, season: null, type: null, explicit: null, transcripts: [], chapters: null },
      datePublished: "2026-11-24T19:22:13.000Z",
      dateModified: "2026-11-24T19:22:14.000Z",
      isScraped: false,
      isLenient: true,
      dropped: [],
    });
  });

  it.each([
    ["without an address, with a canonical one", "https://elsewhere.example/read"],
    ["without an address", null],
    ["published", "https://blog.example/the-tide-is-in/"],
  ])("%s is at %s", async (step, url) => {
    expect((await articleOf(bodyOf(step))).submission.url).toBe(url);
  });

  it("may be called 404, and its author's page be missing", async () => {
    const authors = [{ name: "A", url: "https://blog.example/404/" }];
    const { submission } = await articleOf(changed({ url: "https://blog.example/error-404/", authors }));
    expect(submission.url).toBe("https://blog.example/error-404/");
    expect(submission.authors).toEqual([{ name: "A", url: null, avatar: null }]);
  });

  it.each([
    [{ name: "#front", visibility: "internal" }, []],
    [{ name: "#front" }, []],
    [{ name: "Front", visibility: "internal" }, []],
    [{ name: "Front", visibility: "public" }, ["Front"]],
    [{ name: "Front" }, ["Front"]],
    [{ name: "" }, []],
    [null, []],
  ])("with the tag %j shows %j", async (tag, tags) => {
    expect((await articleOf(changed({ tags: [tag] }))).submission.tags).toEqual(tags);
  });

  it.each([
    ["2026-11-20T10:00:00.000Z", "2026-11-20T10:05:00.000Z", "2026-11-20T10:00:00.000Z"],
    ["2026-11-20T11:00:00.000Z", "2026-11-20T10:05:00.000Z", "2026-11-20T10:05:00.000Z"],
    ["2026-11-20T10:00:00.000Z", null, "2026-11-20T10:00:00.000Z"],
    [null, "2026-11-20T10:05:00.000Z", null],
    ["soon", "2026-11-20T10:05:00.000Z", "soon"],
  ])("scheduled for %s and published at %s is of %s", async (published_at, updated_at, datePublished) => {
    const { submission } = await articleOf(changed({ published_at, updated_at }));
    expect(submission).toMatchObject({ datePublished, dateModified: updated_at });
  });

  it("has as many authors and tags as an article may have", async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ name: `N${at}` }));
    const { submission } = await articleOf(changed({ authors: many, tags: many }));
    expect([submission.authors.length, submission.tags.length]).toEqual([50, 100]);
  });

  it("goes without a field that can't be used, and says so", async () => {
    const { submission } = await articleOf(changed({ title: 7, custom_excerpt: null, slug: ["a"] }));
    expect(submission).toMatchObject({ title: null, summary: null, slug: null, contentHtml: "<p>Hello</p>" });
    expect(submission.dropped).toEqual([
      { rule: "field-not-usable", detail: "title must be a string" },
      { rule: "field-not-usable", detail: "slug must be a string" },
    ]);
  });
});

describe("what is kept", () => {
  it("is what everybody may read, and says the same when it is read again", async () => {
    for (const { step } of recorded.deliveries) {
      const event = await eventOf(bodyOf(step));
      if (event.kind !== "article") continue;
      expect(JSON.stringify(event.kept)).not.toMatch(
        /SECRET|@|roles|post_revisions|plaintext|lexical|"excerpt/,
      );
      expect((await articleOf(event.kept)).submission).toEqual(event.submission);
    }
  });

  it("is never a word of a post that isn't public", async () => {
    const texts = {
      html: "<p>WORD</p>",
      plaintext: "WORD",
      excerpt: "WORD",
      lexical: "WORD",
      mobiledoc: "WORD",
    };
    for (const visibility of ["members", "paid", "tiers", "", "anything else"]) {
      const event = await articleOf(changed({ visibility, ...texts }, texts));
      expect(JSON.stringify(event)).not.toContain("WORD");
    }
  });
});

describe("a post that isn't published", () => {
  const EARLIER = { published_at: "2026-11-20T10:00:00.000Z" };
  const LATER = { published_at: "2026-11-21T10:00:00.000Z" };
  it.each([
    ["a draft", { status: "draft", published_at: null }, {}, "ignored"],
    ["a draft that was out", { status: "draft", ...EARLIER }, {}, "withdrawal"],
    [
      "a draft that was out until now",
      { status: "draft", published_at: null },
      { status: "published" },
      "withdrawal",
    ],
    ["a scheduled one", { status: "scheduled", ...LATER }, {}, "ignored"],
    ["one that was scheduled", { status: "draft", ...LATER }, { status: "scheduled" }, "ignored"],
    [
      "a scheduled one that was out",
      { status: "scheduled", ...LATER },
      { status: "published" },
      "withdrawal",
    ],
    ["one sent by e-mail", { status: "sent", email_only: true, ...EARLIER }, { status: "draft" }, "ignored"],
    ["one for e-mail that was out", { email_only: true }, {}, "withdrawal"],
    ["one in a state that nobody knows", { status: "archived" }, {}, "withdrawal"],
    ["a draft whose date can't be read", { status: "draft", published_at: "soon" }, {}, "withdrawal"],
    ["a draft that doesn't say", { status: "draft", published_at: undefined }, {}, "withdrawal"],
  ])("%s", async (_, current, previous, kind) => {
    expect((await eventOf(changed(current, previous))).kind).toBe(kind);
  });
});

describe("the part that everybody may read", () => {
  const begin = (rules: string) => `<!--kg-gated-block:begin ${rules} -->`;
  const END = "<!--kg-gated-block:end-->";
  const ALL = begin('nonMember:true memberSegment:"status:free,status:-free"');
  const SOME = begin('nonMember:false memberSegment:"status:free"');
  it.each([
    ["a<!--members-only-->b", "a<!--members-only-->b", "a<!--members-only-->"],
    ["a<!--members-only-->b<!--members-only-->c", null, "a<!--members-only-->"],
    ["a<!-- members-only -->b", null, ""],
    ["a", "a", ""],
    [`a${SOME}b${END}c`, "ac", ""],
    [`a${SOME}b${END}c<!--members-only-->d`, "ac<!--members-only-->d", "ac<!--members-only-->"],
    [`a${SOME}b<!--members-only-->c${END}d`, "ad", "a<!--members-only-->"],
    [`a${ALL}b${END}c`, "abc", ""],
    [`a${SOME}b${ALL}c${END}d${END}e`, "ae", ""],
    [`a${ALL}b${SOME}c${END}d${END}e`, "abde", ""],
    [`a${SOME}b`, "a", ""],
    [`a${SOME}b<!-- c -->d${END}e`, "ae", ""],
    [`a${END}b`, "ab", ""],
    [`a<!-- b ${SOME}c${END}d`, "a<!-- b d", ""],
    [`a${begin("")}b${END}c`, "ac", ""],
    [`a${begin('memberSegment:"nonMember:true"')}b${END}c`, "ac", ""],
    [`a<!--  kg-gated-block:begin nonMember:false -->b${END}c`, "ac", ""],
    ["a<!-- kg --> b --> c <!-- d", "a<!-- kg --> b --> c <!-- d", ""],
    ["a<!--kg-gated-block:begin nonMember:false", "a", ""],
  ])("of %s", (html, forAll, forMembers) => {
    expect(publicHtmlOf(html, true)).toBe(forAll ?? html);
    expect(publicHtmlOf(html, false)).toBe(forMembers);
  });
});

describe("a shape that isn't Ghost's", () => {
  it.each([
    ["", null],
    ["", []],
    ["", "post"],
    ["/post", { post: null }],
    ["/post", { post: [] }],
    ["/post/current", { post: { previous: POST } }],
    ["/post/current", { post: { current: [], previous: {} } }],
    ["/post/current/id", changed({ id: undefined })],
    ["/post/current/id", changed({ id: 7 })],
    ["/post/current/id", changed({ id: " " })],
    ["/post/current/status", changed({ status: null })],
    ["/post/current/visibility", changed({ visibility: undefined })],
    ["/post/current/email_only", changed({ email_only: "true" })],
    ["/post/current/html", changed({ html: ["<p>"] })],
    ["/post/previous", { post: { current: {} } }],
    ["/post/previous/id", { post: { current: {}, previous: {} } }],
  ])("is refused at %j", async (pointer, json) => {
    expect(await read(json)).toMatchObject({
      ok: false,
      error: { kind: "fields_invalid", fields: [{ pointer, detail: expect.stringMatching(/^must be /) }] },
    });
  });

  const ODD = [null, 7, [], {}, undefined, ""];
  it("with any one field of any delivery replaced never throws, and never publishes what isn't public", async () => {
    let tried = 0;
    for (const { step, body } of recorded.deliveries) {
      const json: unknown = JSON.parse(body);
      const isOut = (await eventOf(json)).kind === "article";
      for (const { parent, name } of placesIn(json)) {
        const before = parent[name];
        for (const odd of ODD) {
          if (odd === undefined) delete parent[name];
          else parent[name] = odd;
          const event = await read(json);
          const at = `${step}: ${name} = ${JSON.stringify(odd)}`;
          if (event.ok && event.value.kind === "article") expect(isOut, at).toBe(true);
          expect(/SECRET|@|#front/.exec(JSON.stringify(event))?.[0], at).toBeUndefined();
          tried += 1;
        }
        parent[name] = before;
      }
    }
    expect(tried).toBeGreaterThan(10_000);
  });
});

type Place = { readonly parent: Record<string, unknown>; readonly name: string };

/** Every field of every object in a JSON value. */
function placesIn(json: unknown): Place[] {
  if (Array.isArray(json)) return json.flatMap((element) => placesIn(element));
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => [{ parent: json, name }, ...placesIn(value)]);
}
