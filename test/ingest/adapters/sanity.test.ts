// Sanity: the life of a document, through the projection that its page says to
// paste, as Sanity's own evaluator of GROQ reads it.

import { evaluate, parse } from "groq-js";
import { describe, expect, it } from "vitest";
import page from "../../../docs/connect/sanity.md?raw";
import { readSanity } from "../../../src/ingest/adapters/sanity.ts";
import { normalize } from "../../../src/ingest/normalize.ts";
import life from "../../lives/sanity.json" with { type: "json" };
import { replaced } from "./replaced.ts";

const NOW = Date.parse("2026-11-24T20:00:00Z");
const ID = "5f2c1c0e-2b7a-4c3e-9a65-0d6f2a3c9b11";

const OPTIONS = { types: ["post"] };
const read = (json: unknown, options: { readonly types?: readonly string[] } = OPTIONS) =>
  readSanity({ json, header: () => null }, options);

const delivered = (step: string) => {
  const found = life.deliveries.find((delivery) => delivery.step === step);
  if (found === undefined) throw new Error(`no such step: ${step}`);
  return JSON.parse(found.body);
};

function draftOf(json: unknown) {
  const event = read(json);
  if (!event.ok || event.value.kind !== "article") throw new Error(JSON.stringify(event));
  const normalized = normalize(event.value.submission, NOW);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}

const withBody = (body: unknown) => ({ ...delivered("published"), body });
const span = (text: string, marks?: readonly unknown[]) => ({ _type: "span", text, ...(marks && { marks }) });
const block = (children: readonly unknown[], more: object = {}) => ({ _type: "block", children, ...more });

describe("the projection of docs/connect/sanity.md", () => {
  it("is the one that the life was made with", () => {
    expect(/```groq\n(.*?)\n```/s.exec(page)?.[1]).toBe(life.projection);
  });

  it.each(life.deliveries)("gives what is delivered: $step", async ({ body, before, after }) => {
    const whole = (changes: object | null) =>
      changes === null || "_type" in changes ? changes : { ...life.document, ...changes };
    const [was, is] = [whole(before), whole(after)];
    const tree = parse(life.projection, { mode: "delta" });
    const value = await evaluate(tree, { before: was, after: is, root: is ?? was, dataset: life.dataset });
    expect(JSON.stringify(await value.get())).toBe(body);
  });
});

describe("the life of a document", () => {
  it("is, delivery by delivery, what happened to it", () => {
    const told = life.deliveries.map(({ step, body }) => {
      const event = read(JSON.parse(body));
      if (!event.ok) return [step, event.error.kind];
      const { value } = event;
      if (value.kind === "article")
        return [step, value.submission.id, value.submission.title, value.submission.dateModified];
      return value.kind === "withdrawal" ? [step, value.id, value.lastUpdatedAt] : [step, value.reason];
    });
    expect(told).toEqual([
      ["draft", "a draft, or a version in a release"],
      ["published", ID, "The tide tables", "2026-11-24T09:05:10Z"],
      ["draft-gone", "a draft, or a version in a release"],
      ["edited", ID, "The tide tables, corrected", "2026-11-24T09:20:00Z"],
      ["version", "a draft, or a version in a release"],
      ["unpublished", ID, "2026-11-24T09:20:00Z"],
      ["published-again", ID, "The tide tables, corrected", "2026-11-24T10:10:00Z"],
      ["deleted", ID, "2026-11-24T10:10:00Z"],
      ["author", "documents of type author are not articles"],
      ["asset", "documents of type sanity.imageAsset are not articles"],
    ]);
  });

  it("gives an article with everything that the projection said", () => {
    const { draft, dropped } = draftOf(delivered("published"));
    expect(draft).toMatchObject({
      sourceId: ID,
      sourceUrl: "https://news.example/posts/the-tide-tables",
      slug: "the-tide-tables",
      title: "The tide tables",
      summary: "What the harbour reads each morning.",
      publishedAt: Date.parse("2026-11-24T09:05:00Z"),
      authors: [{ name: "Harbour Desk", url: null }],
      tags: ["Tides"],
      image: {
        url: "https://cdn.sanity.io/images/zp7mbokg/production/pier-1200x800.png",
        alt: "The pier at low water",
        width: 1200,
        height: 800,
      },
    });
    expect(draft.contentHtml).toBe(
      [
        '<p>High water is at <strong>six</strong>. Read the <a href="https://news.example/tables?a=1&amp;b=2">tables</a>.</p>',
        "<h2>Springs</h2>",
        "<ul><li>At new moon</li><li>At full moon</li></ul>",
        '<figure><img src="https://cdn.sanity.io/images/zp7mbokg/production/chart-1200x800.png" alt="A chart" width="1200" height="800" /><figcaption>Heights at the pier</figcaption></figure>',
      ].join("\n"),
    );
    expect(dropped).toEqual([{ rule: "unknown-block", detail: "poll" }]);
  });

  it("is kept without what isn't read, and without an author's e-mail address", () => {
    const authors = [{ name: "Harbour Desk", email: "desk@news.example" }];
    const event = read({ ...delivered("published"), authors, notes: "for the desk alone" });
    const kept = JSON.stringify(event.ok && event.value.kind === "article" ? event.value.kept : null);
    expect(kept).toContain("The tide tables");
    expect(kept).not.toMatch(/desk@|alone/);
  });
});

describe("a document", () => {
  it.each([`drafts.${ID}`, `versions.rSpring.${ID}`, "members.post-1"])(
    "called %s is never published",
    (_id) => {
      for (const operation of ["create", "update", "delete"])
        expect(read({ ...delivered("published"), _id, operation })).toMatchObject({
          value: { kind: "ignored" },
        });
    },
  );

  it("of any type is an article when no types are named, but for Sanity's own", () => {
    expect(read(delivered("author"), {})).toMatchObject({ value: { kind: "article" } });
    expect(read(delivered("asset"), {})).toMatchObject({ value: { kind: "ignored" } });
  });

  it.each(["_id", "_type", "_updatedAt", "operation"])(
    "without its %s is refused, with where to look",
    (name) => {
      expect(read({ ...delivered("published"), [name]: undefined })).toMatchObject({
        error: {
          fields: [{ pointer: `/${name}`, detail: expect.stringContaining("docs/connect/sanity.md") }],
        },
      });
    },
  );

  it("that was deleted is withdrawn, although its last state comes along", () => {
    expect(read({ ...delivered("published"), operation: "delete" })).toEqual({
      ok: true,
      value: {
        kind: "withdrawal",
        id: ID,
        withdrawnAt: null,
        lastUpdatedAt: "2026-11-24T09:05:10Z",
      },
    });
  });

  it("may have its text as Markdown", () => {
    expect(draftOf(withBody("# Springs\n\nAt *new* moon.")).draft).toMatchObject({
      contentHtml: "<h2>Springs</h2>\n<p>At <em>new</em> moon.</p>",
      markdown: "# Springs\n\nAt *new* moon.",
    });
  });

  it("skips authors whose reference leads nowhere", () => {
    const authors = [null, "Harbour Desk", { name: "Night Desk", url: "https://news.example/night" }, {}];
    expect(draftOf({ ...delivered("published"), authors }).draft.authors).toMatchObject([
      { name: "Harbour Desk", url: null },
      { name: "Night Desk", url: "https://news.example/night" },
    ]);
  });
});

describe("Portable Text", () => {
  it.each([
    ["a line break", [block([span("one\ntwo")])], "<p>one<br />two</p>"],
    ["what looks like markup", [block([span("a < b & c")])], "<p>a &lt; b &amp; c</p>"],
    ["doubled spaces", [block([span("a.  b")])], "<p>a. b</p>"],
    ["underlining", [block([span("x", ["underline"])])], "<p><u>x</u></p>"],
    ["a numbered list", [block([span("x")], { listItem: "number" })], "<ol><li>x</li></ol>"],
    ["code", [{ _type: "code", code: "a < b\nc" }], "<pre><code>a &lt; b\nc</code></pre>"],
    ["an unknown style", [block([span("x")], { style: "lede" })], "<p>x</p>"],
    ["nothing between", [null, block([span("x")])], "<p>x</p>"],
    [
      "a link inside",
      [block([span("x", ["k"])], { markDefs: [{ _type: "internalLink", _key: "k", href: "/posts/a" }] })],
      '<p><a href="https://news.example/posts/a">x</a></p>',
    ],
    [
      "a link to nowhere",
      [block([span("x", ["k"])], { markDefs: [{ _type: "link", _key: "k", href: 7 }] })],
      "<p>x</p>",
    ],
    [
      "a script for an address",
      [block([span("x", ["k"])], { markDefs: [{ _type: "link", _key: "k", href: "javascript:alert(1)" }] })],
      "<p>x</p>",
    ],
  ])("keeps %s", (_, body, html) => {
    expect(draftOf(withBody(body)).draft.contentHtml).toBe(html);
  });

  it.each([
    ["an unknown block", [{ _type: "poll" }], { rule: "unknown-block", detail: "poll" }],
    ["an unknown thing in a line", [block([{ _type: "stock" }])], { rule: "unknown-block", detail: "stock" }],
    ["a broken block", [block([7])], { rule: "unknown-block", detail: "block" }],
    ["a span without text", [block([{ _type: "span" }])], { rule: "unknown-block", detail: "block" }],
    ["an unknown mark", [block([span("x", ["glow"])])], { rule: "unknown-mark", detail: "glow" }],
    [
      "a picture without address",
      [{ _type: "image", asset: { _ref: "image-a" } }],
      { rule: "embedded-asset", detail: "image-a" },
    ],
  ])("loses %s, and says so", (_, body, dropped) => {
    expect(draftOf(withBody([block([span("text")]), ...body])).dropped).toContainEqual(dropped);
  });

  it.each([
    ["a number", 7],
    ["an object without a type", [{ children: [] }]],
    ["the library's own types", [{ _type: "@list", children: 7 }]],
    ["a block with too many spans", [block(Array(2_001).fill(span("x")))]],
    ["a block with too many line breaks", [block([span("\n".repeat(2_001))])]],
    ["eleven blocks with as many spans as one may have", Array(11).fill(block(Array(2_000).fill(span("x"))))],
    ["a span with too many marks", [block([span("x", Array(2_001).fill("em"))])]],
  ])("is refused when it is %s", (_, body) => {
    expect(read(withBody(body))).toMatchObject({ error: { fields: [{ pointer: "/body" }] } });
  });

  const EVERY_OBJECTS = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  it.each(EVERY_OBJECTS)("takes %s for no name that it knows", (name) => {
    const hostile = [
      block([{ _type: name }]),
      block([span("x", [name])]),
      block([span("x", ["k"])], { markDefs: [{ _type: name, _key: "k" }] }),
      block([span("x")], { style: name }),
      block([span("x")], { style: [name] }),
      block([span("x")], { listItem: name }),
      block([{ _type: "stock", children: [null] }]),
    ];
    expect(draftOf(withBody([block([span("text")]), ...hostile])).draft.contentHtml).toBe("<p>text</p>");
    expect(read(withBody([{ _type: name }]))).toMatchObject({ error: { fields: [{ pointer: "/body" }] } });
  });

  it("is read however deep its lists go", () => {
    const body = Array.from({ length: 3_000 }, (_, at) =>
      block([span("x")], { listItem: "bullet", level: at }),
    );
    expect(draftOf(withBody(body)).draft.contentHtml.match(/<li>x/g)).toHaveLength(3_000);
  });
});

describe("hostile shapes", () => {
  it("are never an exception, and never publish what isn't public", () => {
    let articles = 0;
    for (const { step, body } of life.deliveries)
      for (const { at, json } of replaced(JSON.parse(body))) {
        const event = read(json);
        if (!event.ok || event.value.kind !== "article") continue;
        articles += 1;
        // Of another id it is another document.
        if (!at.startsWith("_id ")) expect(step, at).toMatch(/^(?:published|edited|published-again)$/);
        if (step === "published") normalize(event.value.submission, NOW);
      }
    expect(articles).toBeGreaterThan(1_000);
  });
});
