// Contentful: the life of an entry, and what an entry can be otherwise.

import { describe, expect, it } from "vitest";
import { readContentful } from "../../../src/ingest/adapters/contentful.ts";
import type { ContentfulOptions } from "../../../src/ingest/adapters/contentful-fields.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import life from "../../lives/contentful.json" with { type: "json" };
import { replaced } from "./replaced.ts";

const NOW = Date.parse("2026-11-24T20:00:00Z");
const ID = "2mQk7VZ1yCAsOUk0Mq8iW4";

const OPTIONS: ContentfulOptions = {
  contentTypes: ["article"],
  locale: "en-US",
  articleUrl: "https://news.example/{slug}",
};

const read = (json: unknown, topic: string | null, options: ContentfulOptions = OPTIONS) =>
  readContentful({ json, header: (name) => (name === "x-contentful-topic" ? topic : null) }, options);

const delivered = (step: string) => {
  const found = life.deliveries.find((delivery) => delivery.step === step);
  if (found === undefined) throw new Error(`no such step: ${step}`);
  return { json: JSON.parse(found.body), topic: found.headers["x-contentful-topic"] };
};

const PUBLISH = "ContentManagement.Entry.publish";

function draftOf(json: unknown, options?: ContentfulOptions) {
  const event = read(json, PUBLISH, options);
  if (!event.ok || event.value.kind !== "article") throw new Error(JSON.stringify(event));
  const normalized = normalize(event.value.submission, NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}

/** The published entry with other fields. */
function entry(fields: object, sys: object = {}) {
  const { json } = delivered("published");
  return { ...json, fields: { ...json.fields, ...fields }, sys: { ...json.sys, ...sys } };
}

const en = (value: unknown) => ({ "en-US": value });
const text = (value: string, ...marks: readonly string[]) => ({
  nodeType: "text",
  value,
  marks: marks.map((type) => ({ type })),
  data: {},
});
const node = (nodeType: string, content: readonly unknown[], data: object = {}) => ({
  nodeType,
  content,
  data,
});
const withBody = (...content: readonly unknown[]) => entry({ body: en(node("document", content)) });

describe("the life of an entry", () => {
  const told = (isTopicProved: boolean) =>
    life.deliveries.map(({ step, headers, body }) => {
      const event = read(JSON.parse(body), isTopicProved ? headers["x-contentful-topic"] : null);
      if (!event.ok) return [step, event.error.kind];
      const { value } = event;
      if (value.kind === "article")
        return [step, value.submission.id, value.submission.title, value.submission.dateModified];
      return value.kind === "withdrawal" ? [step, value.id, value.withdrawnAt] : [step, "ignored"];
    });

  it("is, delivery by delivery, what happened to it", () => {
    expect(told(true)).toEqual([
      ["created", "ignored"],
      ["draft", "ignored"],
      ["published", ID, "The tide tables", "2026-11-24T09:05:10.354Z"],
      ["published-twice", ID, "The tide tables", "2026-11-24T09:05:10.354Z"],
      ["draft-again", "ignored"],
      ["edited", ID, "The tide tables, corrected", "2026-11-24T09:20:00.402Z"],
      ["unpublished", ID, "2026-11-24T10:00:00.555Z"],
      ["published-again", ID, "The tide tables, corrected", "2026-11-24T10:10:00.666Z"],
      ["untranslated", ID, "2026-11-24T10:20:00.666Z"],
      ["translated", ID, "The tide tables, corrected", "2026-11-24T10:30:00.666Z"],
      ["unpublished-again", ID, "2026-11-24T11:00:00.555Z"],
      ["archived", ID, "2026-11-24T11:01:00.100Z"],
      ["unarchived", "ignored"],
      ["deleted", ID, "2026-11-24T11:05:00.777Z"],
      ["author", "ignored"],
      ["asset", "ignored"],
      ["type", "ignored"],
    ]);
  });

  it("is the same by the bodies alone, where no scheme proves the event's name", () => {
    // An archived entry was unpublished before that: nothing is left to withdraw.
    const expected = told(true).map((line) => (line[0] === "archived" ? ["archived", "ignored"] : line));
    expect(told(false)).toEqual(expected);
  });

  it("gives an article with its text as HTML", () => {
    const { draft, dropped } = draftOf(delivered("published").json);
    expect(draft).toMatchObject({
      sourceId: ID,
      sourceUrl: "https://news.example/the-tide-tables",
      slug: "the-tide-tables",
      title: "The tide tables",
      summary: "What the harbour reads each morning.",
      tags: ["Tides", "Harbour"],
      language: "en-US",
      publishedAt: Date.parse("2026-11-24T09:00:00Z"),
      sourceUpdatedAt: Date.parse("2026-11-24T09:05:10.354Z"),
      authors: [],
      image: null,
    });
    expect(draft.contentHtml).toBe(
      [
        '<p>High water is at <b>six</b>.<br />Read the <a href="https://news.example/tables?a=1&amp;copy=2">tables</a> and the log.</p>',
        "<h2>Springs</h2>",
        "<ul><li>At new moon</li><li>At full moon</li></ul>",
        "<table><tr><th>Pier</th><td>4.1 m</td></tr></table>",
      ].join("\n"),
    );
    expect(dropped).toEqual([
      { rule: "embedded-asset", detail: "chartAsset1" },
      { rule: "embedded-entry", detail: "pollEntry1" },
      { rule: "embedded-asset", detail: "heroImage: pierAsset1" },
      { rule: "embedded-entry", detail: "author: authorEntry1" },
    ]);
  });

  it("keeps neither another language, nor a private tag, nor a field that isn't read", () => {
    const event = read(entry({ notes: en("for the desk alone") }), PUBLISH);
    const kept = JSON.stringify(event.ok && event.value.kind === "article" ? event.value : null);
    expect(kept).toContain("The tide tables");
    expect(kept).not.toMatch(/Gezeiten|embargo|desk alone|4FLrUHftHW3v2BLi9fzfjU/);
  });
});

describe("an entry", () => {
  it.each(["save", "auto_save", "create", "unarchive", "Save"])("is not published by Entry.%s", (action) => {
    expect(read(delivered("published").json, `ContentManagement.Entry.${action}`)).toMatchObject({
      value: { kind: "ignored" },
    });
  });

  it.each(["unpublish", "archive", "delete"])("is withdrawn by Entry.%s, whatever comes along", (action) => {
    expect(read(delivered("published").json, `ContentManagement.Entry.${action}`)).toEqual({
      ok: true,
      value: { kind: "withdrawal", id: ID, withdrawnAt: null, lastUpdatedAt: "2026-11-24T09:05:10.354Z" },
    });
  });

  it.each([
    "ContentManagement.Task.Create",
    "ContentManagement.Release.save",
    "ContentManagement.ReleaseEntry.save",
    "ContentManagement.Asset.delete",
    "ContentManagement.BulkAction.execute",
  ])("is nothing that %s is about", (topic) => {
    expect(read(delivered("published").json, topic)).toMatchObject({ value: { kind: "ignored" } });
  });

  it("of no type is withdrawn when it is deleted: older deletions say none", () => {
    const { json, topic } = delivered("deleted");
    const { contentType, ...sys } = json.sys;
    expect(contentType).toBeDefined();
    expect(read({ sys }, topic)).toMatchObject({ value: { kind: "withdrawal", id: ID } });
    expect(read({ sys: { ...sys, contentType: { sys: { id: "author" } } } }, topic)).toMatchObject({
      value: { kind: "ignored" },
    });
  });

  it("of another environment changes nothing, if the definition names one", () => {
    const options = { ...OPTIONS, environment: "master" };
    const staged = entry({}, { environment: { sys: { id: "staging" } } });
    expect(read(staged, PUBLISH, options)).toMatchObject({ value: { kind: "ignored" } });
    expect(read(delivered("published").json, PUBLISH, options)).toMatchObject({ value: { kind: "article" } });
  });

  it.each([
    ["published", "article"],
    ["draft", "withdrawal"],
    ["changed", "ignored"],
  ])("that is %s in this language is: %s", (status, kind) => {
    const json = entry({}, { fieldStatus: { "*": { "en-US": status, "de-DE": "published" } } });
    expect(read(json, PUBLISH)).toMatchObject({ value: { kind } });
  });

  it("is withdrawn in a language in which it has neither title nor text", () => {
    const empty = node("document", [node("paragraph", [text("")])]);
    expect(read(entry({ title: { "de-DE": "x" }, body: en(empty) }), PUBLISH)).toEqual({
      ok: true,
      value: {
        kind: "withdrawal",
        id: ID,
        withdrawnAt: "2026-11-24T09:05:10.354Z",
        lastUpdatedAt: "2026-11-24T09:05:10.354Z",
      },
    });
    expect(read(entry({ body: en(empty) }), PUBLISH)).toMatchObject({ value: { kind: "article" } });
  });

  it("has in another language its own title, and what is the same in all of them", () => {
    const { draft } = draftOf(delivered("published").json, { ...OPTIONS, locale: "de-DE" });
    expect(draft).toMatchObject({
      title: "Die Gezeiten",
      contentHtml: "",
      summary: null,
      sourceUrl: "https://news.example/the-tide-tables",
      tags: ["Tides", "Harbour"],
    });
  });

  it("is read by the names that the definition gives its fields", () => {
    const json = entry({
      title: {},
      kopf: en("A"),
      "a/b~c": en("**B**"),
      bild: en("https://cdn.example/a.png"),
    });
    const { draft } = draftOf(json, {
      ...OPTIONS,
      fields: { title: "kopf", content: "a/b~c", image: "bild" },
    });
    expect(draft).toMatchObject({
      title: "A",
      contentHtml: "<p><strong>B</strong></p>",
      markdown: "**B**",
      image: { url: "https://cdn.example/a.png" },
    });
  });

  it.each([
    ["https://news.example/{slug}", en("a b?c"), "https://news.example/a%20b%3Fc"],
    ["https://news.example/{slug}", en(true), null],
    ["https://news.example/{nothing}", en("a"), null],
    ["https://news.example/{slug}/{slug}", en("a"), "https://news.example/a/a"],
  ])("has its address by %s", (articleUrl, slug, url) => {
    const event = read(entry({ slug }), PUBLISH, { ...OPTIONS, articleUrl });
    expect(event).toMatchObject({ value: { submission: { url } } });
  });

  it.each([
    ["sys.type", { sys: { id: ID } }, "/sys/type"],
    ["sys.id", { sys: { type: "Entry" } }, "/sys/id"],
    ["sys.updatedAt", entry({}, { updatedAt: null }), "/sys/updatedAt"],
    ["a text", entry({ body: en({ nodeType: "document" }) }), "/fields/body/en-US"],
    ["a Markdown that can be read", entry({ body: en("| a |\n|-|\n\n".repeat(300)) }), "/fields/body/en-US"],
  ])("without %s is refused, with where to look", (_, json, pointer) => {
    expect(read(json, PUBLISH)).toMatchObject({ error: { fields: [{ pointer }] } });
  });
});

describe("rich text", () => {
  it.each([
    [
      "marks",
      [node("paragraph", [text("x", "italic", "underline", "code")])],
      "<p><code><u><i>x</i></u></code></p>",
    ],
    ["what looks like markup", [node("paragraph", [text("a < b & c")])], "<p>a &lt; b &amp; c</p>"],
    ["doubled spaces", [node("paragraph", [text("a.  b")])], "<p>a. b</p>"],
    [
      "a quotation",
      [node("blockquote", [node("paragraph", [text("x")])])],
      "<blockquote><p>x</p></blockquote>",
    ],
    [
      "a rule",
      [node("paragraph", [text("x")]), node("hr", []), node("paragraph", [text("y")])],
      "<p>x</p>\n<hr />\n<p>y</p>",
    ],
    [
      "the words of a link without an address",
      [node("paragraph", [node("hyperlink", [text("x")])])],
      "<p>x</p>",
    ],
    [
      "the words of a link to an asset",
      [node("paragraph", [node("asset-hyperlink", [text("x")])])],
      "<p>x</p>",
    ],
  ])("keeps %s", (_, content, html) => {
    expect(draftOf(withBody(...content)).draft.contentHtml).toBe(html);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "of which a part is called %s is refused: no library knows such a part",
    (name) => {
      for (const part of [node(name, []), node("paragraph", [text("x", name)])])
        expect(read(withBody(part), PUBLISH)).toMatchObject({
          error: { fields: [{ pointer: "/fields/body/en-US" }] },
        });
    },
  );

  it.each([
    [
      "an entry in a line",
      node("embedded-entry-inline", [], { target: { sys: { id: "e1" } } }),
      "embedded-entry",
      "e1",
    ],
    [
      "something of another space",
      node("embedded-resource-block", []),
      "embedded-entry",
      "embedded-resource-block",
    ],
    ["what nobody here knows", node("callout", [text("kept")]), "unknown-block", "callout"],
  ])("loses %s, and says so", (_, lost, rule, detail) => {
    const { draft, dropped } = draftOf(withBody(node("paragraph", [text("words "), lost])));
    expect(dropped).toContainEqual({ rule, detail });
    expect(draft.contentHtml).toMatch(/^<p>words(?: kept)?<\/p>$/);
  });
});

describe("hostile shapes", () => {
  it("are never an exception, and never publish what isn't public", () => {
    let articles = 0;
    for (const { step, headers, body } of life.deliveries.filter(({ step }) => !/twice|again/.test(step)))
      for (const topic of [headers["x-contentful-topic"], null])
        for (const { at, json } of replaced(JSON.parse(body))) {
          const event = read(json, topic);
          if (!event.ok || event.value.kind !== "article") continue;
          articles += 1;
          expect(step, at).toMatch(/^(?:published|edited|translated)$/);
          if (step === "published" && topic === null) normalize(event.value.submission, NOW);
        }
    expect(articles).toBeGreaterThan(1_000);
  });
});
