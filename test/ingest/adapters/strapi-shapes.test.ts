// What Strapi might send: what isn't an article, what nobody may read, and any other shape.

import { describe, expect, it } from "vitest";
import type { StrapiOptions } from "../../../src/ingest/adapters/strapi/entry.ts";
import { issuesIn } from "../../../src/model/check-fields.ts";
import { sourceFieldsOf } from "../../../src/model/check-source.ts";
import type { RecordedDelivery } from "../../lives/life.ts";
import { ARTICLES, eventOf, LIFE_4, LIFE_5 } from "../../lives/strapi-deliveries.ts";

describe("what isn't an article", () => {
  it.each([
    ["the Trigger button", { event: "trigger-test", createdAt: "2026-11-24T19:07:05.496Z" }],
    ["a picture", { event: "media.create", media: { id: 1 } }],
    ["a release", { event: "releases.publish", isPublished: true }],
    ["another type's entry", { event: "entry.publish", model: "author", uid: "api::author.author" }],
    ["another plugin's article", { event: "entry.update", model: "article", uid: "plugin::blog.article" }],
    ["an event to come", { event: "entry.archive", model: "article", entry: { id: 1, documentId: "a" } }],
  ])("is acknowledged and changes nothing: %s", (_, json) => {
    expect(eventOf(json, ARTICLES)).toMatchObject({ value: { kind: "ignored" } });
  });

  it("is said to be a test where it is one", () => {
    expect(eventOf({ event: "trigger-test" }, ARTICLES)).toMatchObject({ value: { reason: "a test" } });
  });
});

describe("what nobody may read", () => {
  const STORIES: StrapiOptions = { adapter: "strapi", model: "story" };

  const said = (life: readonly RecordedDelivery[], options: StrapiOptions) =>
    JSON.stringify(life.map(({ body }) => eventOf(JSON.parse(body), options)));

  it("is in nothing that is read or kept: no e-mail address, no draft", () => {
    for (const options of [ARTICLES, STORIES]) {
      const all = said(LIFE_5, options) + said(LIFE_4, options);
      expect(LIFE_5.some(({ body }) => body.includes("wren@harbour.example"))).toBe(true);
      expect(all).toContain("Wren Tidewell");
      expect(all).not.toContain("@");
      expect(all).not.toContain("A draft of the API");
      expect(all).not.toContain("A title that nobody may read");
    }
  });

  const article = (fields: object) => ({
    event: "entry.publish",
    model: "article",
    entry: { id: 1, documentId: "a", publishedAt: "2026-11-24T19:00:00.000Z", title: "T", ...fields },
  });

  it.each([
    ["an author who is called by an address", { author: { name: "wren@harbour.example" } }],
    ["an author whose page is one", { author: { name: "Wren", url: "mailto:wren@harbour.example" } }],
    [
      "one in a component",
      { blocks: [{ __component: "a.b", body: "x", by: { mail: "a@harbour.example" } }] },
    ],
    ["one in a field that nobody named", { reviewer: { email: "a@harbour.example" } }],
  ])("is left out: %s", (_, fields) => {
    const event = eventOf(article(fields), ARTICLES);
    expect(event).toMatchObject({ value: { kind: "article" } });
    expect(JSON.stringify(event)).not.toContain("@");
  });

  it("is left out where a relation leads to a draft", () => {
    const draft = { name: "Unheard of", publishedAt: null };
    expect(JSON.stringify(eventOf(article({ author: draft, tags: [draft] }), ARTICLES))).not.toContain(
      "Unheard of",
    );
  });
});

describe("a field of a definition", () => {
  const entry = {
    id: 1,
    publishedAt: "2026-11-24T19:00:00.000Z",
    slug: "a/b c?\ud800",
    cover: { url: "/a.png", alternativeText: "A quay" },
    says: "A pier",
  };
  const event = (options: Partial<StrapiOptions>) =>
    eventOf({ event: "entry.publish", model: "article", entry }, { ...ARTICLES, ...options });

  it("may hold anything: an address is one all the same", () => {
    expect(event({ articleUrl: "https://harbour.example/{id}/{slug}" })).toMatchObject({
      value: { submission: { url: "https://harbour.example/1/a%2Fb%20c%3F%EF%BF%BD" } },
    });
  });

  it("says what a picture shows before the picture does", () => {
    expect(event({})).toMatchObject({ value: { submission: { imageAlt: "A quay" } } });
    expect(event({ fields: { imageAlt: "says" } })).toMatchObject({
      value: { submission: { imageAlt: "A pier" } },
    });
  });
});

describe("a field that can't be used", () => {
  it("is left out and said", () => {
    const json = {
      event: "entry.publish",
      model: "article",
      entry: { id: 1, publishedAt: "2026-11-24T19:00:00.000Z", title: ["T"], content: 5, cover: [{}] },
    };
    expect(eventOf(json, ARTICLES)).toMatchObject({
      value: {
        submission: {
          title: null,
          contentHtml: null,
          image: null,
          dropped: [
            { rule: "field-not-usable", detail: "title must be a text" },
            { rule: "field-not-usable", detail: "content can't be read" },
          ],
        },
      },
    });
  });
});

describe("a delivery of another shape", () => {
  it.each([
    [null, "/event"],
    ["text", "/event"],
    [[], "/event"],
    [{ event: 1 }, "/event"],
    [{ event: "entry.publish", model: "article" }, "/entry"],
    [{ event: "entry.publish", model: "article", entry: [] }, "/entry"],
    [{ event: "entry.delete", model: "article", entry: {} }, "/entry/id"],
    [{ event: "entry.delete", model: "article", entry: { documentId: 7 } }, "/entry/documentId"],
    [{ event: "entry.delete", model: "article", entry: { documentId: "a", locale: 7 } }, "/entry/locale"],
    [{ event: "entry.publish", model: "article", entry: { id: 1 } }, "/entry/publishedAt"],
    [{ event: "entry.publish", model: "article", entry: { id: 1, publishedAt: null } }, "/entry/publishedAt"],
    [
      { event: "entry.publish", model: "article", entry: { id: 1, publishedAt: "soon" } },
      "/entry/publishedAt",
    ],
  ])("is refused with what to change: %j", (json, pointer) => {
    expect(eventOf(json, ARTICLES)).toMatchObject({
      ok: false,
      error: { kind: "fields_invalid", fields: [{ pointer }] },
    });
  });

  it.each([
    ["Strapi 5", LIFE_5, "api::article.article"],
    ["Strapi 5's starter", LIFE_5, "api::story.story"],
    ["Strapi 5 in two languages", LIFE_5, "api::report.report"],
    ["Strapi 4", LIFE_4, "api::article.article"],
  ])("never throws, and never publishes what isn't public: %s with any field changed", (_, life, model) => {
    const options: StrapiOptions = { adapter: "strapi", model };
    let changed = 0;
    for (const { body } of life) {
      const wasPublic = isArticle(eventOf(JSON.parse(body), options));
      for (const mutant of mutantsOf(JSON.parse(body))) {
        changed += 1;
        const event = eventOf(mutant, options);
        if (!event.ok) expect(event.error.kind).toBe("fields_invalid");
        if (!wasPublic) expect(isArticle(event)).toBe(false);
      }
    }
    expect(changed).toBeGreaterThan(2_000);
  });

  const isArticle = (event: Awaited<ReturnType<typeof eventOf>>): boolean =>
    event.ok && event.value.kind === "article";
});

/** The same with one value, anywhere in it, replaced or left out. */
function* mutantsOf(json: unknown): Generator<unknown> {
  for (const value of [null, 7, [], {}]) yield value;
  if (typeof json !== "object" || json === null) return;
  const isList = Array.isArray(json);
  for (const [name, value] of Object.entries(json)) {
    const rest = Object.entries(json).filter(([other]) => other !== name);
    yield isList ? rest.map(([, one]) => one) : Object.fromEntries(rest);
    for (const mutant of mutantsOf(value))
      yield isList
        ? json.map((one: unknown, at) => (String(at) === name ? mutant : one))
        : { ...json, [name]: mutant };
  }
}

describe("the definition of a source", () => {
  const source = { name: "cms", secret: "STRAPI_SECRET", scheme: "bearer", ...ARTICLES };

  it("may say that the type has no drafts", () => {
    expect(issuesIn({ ...source, drafts: false }, sourceFieldsOf(source), "")).toEqual([]);
    expect(issuesIn({ ...source, drafts: "no" }, sourceFieldsOf(source), "")).toEqual([
      { field: "drafts", allowed: "true or false" },
    ]);
  });
});
