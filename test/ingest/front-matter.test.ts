// The lines of YAML above a Markdown text.

import { describe, expect, it } from "vitest";
import { outcomeOf, readText } from "../markdown.ts";

describe("front matter", () => {
  it("has every field, under the names that generators use", () => {
    const { draft, dropped } = readText(
      [
        "---",
        "id: 007",
        'Title: "No: 1"',
        "slug: Mind the step",
        "date: 2026-11-20 10:05:00 +0100",
        "lastmod: 2026-11-21",
        "author:",
        "  - name: Harbour Desk",
        "    url: https://news.example/desk",
        "  - Nellie Bly",
        "tags: [tides, 2026, no]",
        "category: ferries",
        "description: >",
        "  High water",
        "  at noon",
        "cover:",
        "  image: https://news.example/q.png",
        "image_alt: A quay",
        "image_credit: Archive",
        "image_width: 1600",
        "image_height: 900",
        "lang: de-at",
        "layout: post",
        "---",
        "a",
      ].join("\r\n"),
    );
    expect(draft).toMatchObject({
      sourceId: "007",
      title: "No: 1",
      slug: "mind-the-step",
      publishedAt: Date.parse("2026-11-20T09:05:00Z"),
      sourceUpdatedAt: Date.parse("2026-11-21T00:00:00Z"),
      authors: [{ name: "Harbour Desk", url: "https://news.example/desk" }, { name: "Nellie Bly" }],
      tags: ["tides", "2026", "no", "ferries"],
      summary: "High water at noon",
      image: {
        url: "https://news.example/q.png",
        alt: "A quay",
        width: 1600,
        height: 900,
        caption: null,
        credit: "Archive",
      },
      language: "de-AT",
      contentHtml: "<p>a</p>",
    });
    expect(dropped).toEqual([
      { rule: "unknown-field", detail: "layout" },
      { rule: "time-zone-missing", detail: "date_modified was read as UTC" },
    ]);
  });

  it("outranks what the request says", () => {
    const said = { address: "https://n.example/x", language: "fr" };
    expect(readText("---\nurl: https://n.example/y\nlang: de\n---\na", said).draft).toMatchObject({
      sourceUrl: "https://n.example/y",
      language: "de",
    });
  });

  it.each(["---\n\na", "---\nno colon here\n---\na", "a\n---\ntitle: T\n---\n"])("is none in %j", (text) => {
    expect(readText(text).draft.title).toBeNull();
  });

  it("ends at a line of its own, and not at a value that ends alike", () => {
    const { draft } = readText("---\ntitle: Wait for it...\nsummary: A tale ---\nid: art-7\n---\nBody");
    expect(draft).toMatchObject({
      title: "Wait for it...",
      summary: "A tale ---",
      sourceId: "art-7",
      contentHtml: "<p>Body</p>",
    });
  });

  it("is not a text between two lines that has colons in it", () => {
    const { draft } = readText("---\n\nA paragraph: with a colon.\n\n---\n\nMore.");
    expect(draft.contentHtml).toBe("<hr />\n<p>A paragraph: with a colon.</p>\n<hr />\n<p>More.</p>");
  });

  it("takes YAML's words for nothing as nothing", () => {
    const { draft, dropped } = readText(
      "---\ntitle: T\nimage: false\nsummary: null\ndate:\nid: ~\npublished: true\n---\na",
    );
    expect(draft).toMatchObject({
      title: "T",
      image: null,
      summary: null,
      publishedAt: null,
      sourceId: null,
    });
    expect(dropped).toEqual([]);
  });

  it("resolves addresses without a host, or leaves them out and says so", () => {
    const text = "---\ntitle: T\nurl: /2026/perma/\nimage: /q.png\n---\na";
    expect(readText(text, { address: "https://n.example/x", language: null }).draft).toMatchObject({
      sourceUrl: "https://n.example/2026/perma/",
      image: { url: "https://n.example/q.png" },
    });
    const { draft, dropped } = readText(text);
    expect(draft).toMatchObject({ sourceUrl: null, image: null });
    expect(dropped.map(({ rule }) => rule)).toEqual(["field-not-usable", "field-not-usable"]);
  });

  it("says which of two names for one field it did not take, and what a picture says of itself", () => {
    const { draft, dropped } = readText(
      "---\ntitle: T\ndescription: One\nsubtitle: Two\ncover: {image: https://n.example/q.png, alt: A quay, caption: Noon}\n---\na",
    );
    expect(draft).toMatchObject({ summary: "One", image: { alt: "A quay", caption: "Noon" } });
    expect(dropped).toEqual([{ rule: "duplicate-field", detail: "subtitle" }]);
  });

  it.each([
    ["draft: true", true],
    ["published: false", true],
    ["draft: false", false],
    ["published: true", false],
  ])("with %s: whether it is a draft is %s", (line, isHeldBack) => {
    expect(readText(`---\ntitle: a\n${line}\n---\nx`)).toMatchObject({ isHeldBack });
  });

  it("may be empty of text", () => {
    expect(readText("---\ntitle: T\n---").draft).toMatchObject({ title: "T", contentHtml: "" });
  });

  it.each([
    ["that is no YAML", "---\ntitle: [a\n---\nx", /YAML/],
    ["that says a field twice", "---\ntitle: a\ntitle: b\n---\nx", /YAML.*duplicated/],
    ["with a list for a title", "---\ntitle: [a, b]\n---\nx", /title/],
    ["without an end to it", `---\ntitle: T\n${"a: b\n".repeat(20_000)}---\nx`, /65536/],
    ["as a bomb", "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\nx", /title/],
    ["nested without end", `---\ntitle: ${"[".repeat(5_000)}\n---\nx`, /YAML/],
  ])("%s is refused, and says why", (_, text, why) => {
    const made = outcomeOf(text);
    expect(made).toMatchObject({
      ok: false,
      error: { kind: "fields_invalid", fields: [{ pointer: "", detail: expect.stringMatching(why) }] },
    });
  });

  it.each(["__proto__", "constructor", "toString"])("has no field named %s", (name) => {
    expect(readText(`---\ntitle: T\n${name}: {x: 1}\n---\na`).dropped).toEqual([
      { rule: "unknown-field", detail: name.toLowerCase() },
    ]);
    expect("x" in {}).toBe(false);
  });
});
