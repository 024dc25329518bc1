import { describe, expect, it } from "vitest";
import type { HookEvent } from "../../../src/ingest/adapters/adapter.ts";
import { type GenericOptions, readGeneric } from "../../../src/ingest/adapters/generic.ts";
import type { Result } from "../../../src/model/result.ts";

const NO_HEADERS = () => null;

const read = (json: unknown, options: Partial<GenericOptions> = {}) =>
  readGeneric(
    { json, header: NO_HEADERS },
    { adapter: "generic", fields: { id: "/id", title: "/title" }, ...options },
  );

function eventsOf(json: unknown, options: Partial<GenericOptions> = {}): readonly (HookEvent | string)[] {
  const events = read(json, options);
  const said = (event: Result<HookEvent, { readonly kind: string }>) =>
    event.ok ? event.value : event.error.kind;
  return events.ok ? events.value.map(said) : [events.error.kind];
}

function submissionOf(json: unknown, fields: Partial<GenericOptions["fields"]>) {
  const [event] = eventsOf(json, { fields: { id: "/id", ...fields } });
  if (typeof event !== "object" || event.kind !== "article") throw new Error(JSON.stringify(event));
  return event.submission;
}

describe("a field", () => {
  it.each([
    ["a text", { id: "1", t: "Tide" }, "/t", "Tide"],
    ["a number", { id: "1", t: 7 }, "/t", "7"],
    ["deep down", { id: "1", a: { b: [{ t: "Tide" }] } }, "/a/b/0/t", "Tide"],
    ["under a name with a slash and a tilde", { id: "1", "a/b~c": "Tide" }, "/a~1b~0c", "Tide"],
    ["the first that is there", { id: "1", a: null, b: "", c: "Tide" }, ["/x", "/a", "/b", "/c"], "Tide"],
    ["no text", { id: "1", t: { en: "Tide" } }, "/t", null],
    ["what only a prototype has", { id: "1" }, "/constructor/name", null],
  ])("may be %s", (_, json, title, expected) => {
    expect(submissionOf(json, { title }).title).toBe(expected);
  });

  it("may be an address with what the article says in it", () => {
    const json = { id: "1", slug: "tide & time", file: null };
    const url = "https://news.example/{/slug}?id={/id}";
    const { url: made, image } = submissionOf(json, { url, image: ["https://cms.example/{/file}", "/slug"] });
    expect(made).toBe("https://news.example/tide%20%26%20time?id=1");
    expect(image).toBe("tide & time");
  });

  it("that is half a character makes an address all the same", () => {
    const { url } = submissionOf({ id: "1", slug: "a\ud800" }, { url: "https://news.example/{/slug}" });
    expect(url).toBe("https://news.example/a%EF%BF%BD");
  });

  it.each([
    ["2026-11-20T10:05:00Z", "2026-11-20T10:05:00Z"],
    [1_763_633_100, "2025-11-20T10:05:00.000Z"],
    [1_763_633_100_000, "2025-11-20T10:05:00.000Z"],
    [1e300, null],
    [true, null],
  ])("that is the date %s is %s", (date, expected) => {
    expect(submissionOf({ id: "1", date }, { date_published: "/date" }).datePublished).toBe(expected);
  });

  it.each([
    [
      ["a", "b"],
      ["a", "b"],
    ],
    ["a, b,", ["a", " b"]],
    [
      [{ name: "a" }, { id: 1 }, 7, null],
      ["a", "7"],
    ],
    [null, []],
  ])("of tags %j is %j", (tags, expected) => {
    expect(submissionOf({ id: "1", tags }, { tags: "/tags" }).tags).toEqual(expected);
  });

  it("of authors reads their names and addresses, and nothing else of them", () => {
    const by = [{ name: "The Desk", url: "https://news.example/", email: "desk@news.example" }, "Harbour"];
    expect(submissionOf({ id: "1", by }, { authors: "/by" }).authors).toEqual([
      { name: "The Desk", url: "https://news.example/", avatar: null },
      { name: "Harbour", url: null, avatar: null },
    ]);
  });

  it("of Markdown is kept as that, and HTML counts before it", () => {
    const both = { content_html: "/html", content_markdown: "/md" };
    expect(submissionOf({ id: "1", md: "*tide*" }, both)).toMatchObject({
      contentHtml: "<p><em>tide</em></p>\n",
      markdown: "*tide*",
    });
    expect(submissionOf({ id: "1", md: "*tide*", html: "<p>t</p>" }, both)).toMatchObject({
      contentHtml: "<p>t</p>",
      markdown: null,
    });
  });
});

describe("a delivery", () => {
  const publishedWhen = { at: "/status", is: ["live", "1", "true"] };

  it.each([
    [{ id: 1, status: "live" }, "article"],
    [{ id: 1, status: 1 }, "article"],
    [{ id: 1, status: true }, "article"],
    [{ id: 1, status: "draft" }, "withdrawal"],
    [{ id: 1 }, "withdrawal"],
  ])("%j under publishedWhen is a %s", (json, kind) => {
    expect(eventsOf(json, { publishedWhen })).toMatchObject([{ kind }]);
  });

  it("that deletes says when the article last changed; one that unpublishes has just changed it", () => {
    const options = {
      fields: { id: "/id", date_modified: "/at" },
      withdrawnWhen: { at: "/event", is: ["deleted"] },
      publishedWhen,
    };
    const at = "2026-11-20T10:05:00Z";
    expect(eventsOf({ id: 1, event: "deleted", at }, options)).toEqual([
      { kind: "withdrawal", id: "1", withdrawnAt: null, lastUpdatedAt: at },
    ]);
    expect(eventsOf({ id: 1, status: "draft", at }, options)).toEqual([
      { kind: "withdrawal", id: "1", withdrawnAt: at, lastUpdatedAt: null },
    ]);
  });

  it("matches null and what isn't there as null", () => {
    const withdrawnWhen = { at: "/published", is: ["null"] };
    expect(eventsOf({ id: 1, published: null }, { withdrawnWhen })).toMatchObject([{ kind: "withdrawal" }]);
    expect(eventsOf({ id: 1 }, { withdrawnWhen })).toMatchObject([{ kind: "withdrawal" }]);
    expect(eventsOf({ id: 1, published: "2026" }, { withdrawnWhen })).toMatchObject([{ kind: "article" }]);
  });

  it.each([[{}], [{ id: null }], [{ id: "" }], [{ id: {} }], [null], [[]], ["x"], [7]])(
    "%j has no id, and is refused with the place where it should be",
    (json) => {
      expect(read(json)).toEqual({
        ok: true,
        value: [
          {
            ok: false,
            error: {
              kind: "fields_invalid",
              fields: [
                {
                  pointer: "/id",
                  detail: "must be the article's id: a text, or a number of up to 15 digits",
                },
              ],
            },
          },
        ],
      });
    },
  );
});

describe("what is kept of a delivery", () => {
  const keptOf = (json: unknown, options: Partial<GenericOptions>) => {
    const [event] = eventsOf(json, options);
    return typeof event === "object" && event.kind === "article" ? event.kept : event;
  };

  it("is what the map points to, where it stood, and reads as the same again", () => {
    const options = {
      fields: {
        id: "/data/id",
        title: ["/x", "/data/title"],
        url: "https://n.example/{/data/slug}",
        authors: "/by/0",
      },
      publishedWhen: { at: "/status", is: ["live"] },
    };
    const data = { id: 1, title: "Tide", slug: "tide", notes: "for nobody" };
    const json = {
      data,
      by: [{ name: "The Desk" }, { name: "x" }],
      status: "live",
      editor: "desk@news.example",
    };
    const kept = keptOf(json, options);
    expect(kept).toEqual({
      data: { id: 1, title: "Tide", slug: "tide" },
      by: { 0: { name: "The Desk" } },
      status: "live",
    });
    expect(eventsOf(kept, options)).toEqual(eventsOf(json, options));
  });

  it("has no prototype that somebody wrote", () => {
    const json = JSON.parse('{"id":1,"__proto__":{"title":"x"}}');
    const kept = keptOf(json, { fields: { id: "/id", title: "/__proto__/title" } });
    expect(JSON.stringify(kept)).toBe('{"id":1,"__proto__":{"title":"x"}}');
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  });
});

it("an author whose name is an e-mail address is left out", () => {
  const by = ["desk@news.example", { name: " desk@news.example " }, "The Desk"];
  expect(submissionOf({ id: "1", by }, { authors: "/by" }).authors.map(({ name }) => name)).toEqual([
    "The Desk",
  ]);
});

describe("a list", () => {
  const each = "/items";

  it("gives an event for each element, and conditions may be said once for all", () => {
    const options = { each, withdrawnWhen: { at: "/event", is: ["deleted"] }, fields: { id: ["/id", ""] } };
    expect(eventsOf({ event: "deleted", items: ["a", 2, { id: "c" }] }, options)).toMatchObject([
      { kind: "withdrawal", id: "a" },
      { kind: "withdrawal", id: "2" },
      { kind: "withdrawal", id: "c" },
    ]);
  });

  it("may be a single article; an empty one changes nothing", () => {
    expect(eventsOf({ items: { id: 1 } }, { each })).toMatchObject([{ kind: "article" }]);
    expect(eventsOf({ items: [] }, { each })).toMatchObject([{ kind: "ignored" }]);
  });

  it("of more than a thousand, or none at all, is refused", () => {
    expect(eventsOf({ items: Array(1_001).fill({ id: 1 }) }, { each })).toEqual(["fields_invalid"]);
    expect(eventsOf({ things: [] }, { each })).toEqual(["fields_invalid"]);
  });

  it("keeps of a delivery what belongs to the article", () => {
    const events = eventsOf({ token: "x", items: [{ id: 1, title: "Tide" }] }, { each });
    expect(events).toMatchObject([{ kept: { id: 1, title: "Tide" } }]);
  });
});
