// JSON submissions field by field: what is taken, what is refused, and in which words.

import { describe, expect, it } from "vitest";
import { readJsonArticle } from "../../src/ingest/json-article.ts";
import { normalize } from "../../src/ingest/normalize.ts";

const NOW = Date.UTC(2026, 10, 24, 6);

function read(item: unknown) {
  const submission = readJsonArticle(typeof item === "string" ? item : JSON.stringify(item));
  return submission.ok ? normalize(submission.value, NOW) : submission;
}
function draftOf(item: unknown) {
  const normalized = read(item);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.error));
  return normalized.value;
}
function pointersOf(item: unknown): string[] {
  const normalized = read(item);
  if (normalized.ok || normalized.error.kind !== "fields_invalid")
    throw new Error("was not refused for its fields");
  return normalized.error.fields.map(({ pointer }) => pointer);
}
const with_ = (field: string, value: unknown) => ({ title: "T", content_html: "<p>x</p>", [field]: value });

describe("a field of the wrong type is named", () => {
  it.each([
    ["/title", with_("title", 7)],
    ["/content_html", with_("content_html", ["<p>"])],
    ["/id", with_("id", { a: 1 })],
    ["/tags", with_("tags", "news")],
    ["/tags/1", with_("tags", ["a", 2])],
    ["/authors", with_("authors", "Jo")],
    ["/authors/0", with_("authors", ["Jo"])],
    ["/authors/0/name", with_("authors", [{ name: 1 }])],
    ["/attachments/0/url", with_("attachments", [{ mime_type: "a/b" }])],
    ["/attachments/0/mime_type", with_("attachments", [{ url: "https://a.example/", mime_type: "audio" }])],
    [
      "/attachments/0/size_in_bytes",
      with_("attachments", [{ url: "https://a.example/", mime_type: "a/b", size_in_bytes: -1 }]),
    ],
    ["/date_published", with_("date_published", 1_795_000_000)],
    ["", [with_("title", "in a list")]],
    ["", '"text"'],
    ["", "null"],
    ["", "7"],
  ])("as %s", (pointer, item) => {
    expect(pointersOf(item)).toEqual([pointer]);
  });

  it("together with every other", () => {
    expect(pointersOf({ title: 1, tags: 2, authors: 3 })).toEqual(["/title", "/authors", "/tags"]);
  });
});

describe("a value that can't be meant is named", () => {
  it.each([
    ["/title", with_("title", "x".repeat(501))],
    ["/id", with_("id", "")],
    ["/id", with_("id", "a\u0000b")],
    ["/id", with_("id", "a\ud800")],
    ["/url", with_("url", "/relative")],
    ["/url", with_("url", "javascript:alert(1)")],
    ["/url", with_("url", "https://user:secret@a.example/")],
    ["/url", with_("url", `https://a.example/${"x".repeat(2_000)}`)],
    ["/image", with_("image", "data:image/png;base64,AA")],
    ["/language", with_("language", "english language")],
    [
      "/tags",
      with_(
        "tags",
        Array.from({ length: 101 }, (_, at) => `t${at}`),
      ),
    ],
    ["/content_html", with_("content_html", "<b>".repeat(40_001))],
    ["/content_html", with_("content_html", "</p>".repeat(40_001))],
    ["/url", with_("url", "https://:secret@a.example/")],
    ["/language", with_("language", `en-x${"-abcdefgh".repeat(4)}`)],
    ["/id", with_("id", 2 ** 53)],
    ["/id", with_("id", 1.5)],
    ["/attachments/0/mime_type", with_("attachments", [{ url: "https://a.example/1" }])],
    ["/attachments/0/url", with_("attachments", [{ mime_type: "audio/mpeg" }])],
    ["", {}],
    ["", { title: " ", content_html: "<script>1</script>" }],
    ["", { tags: ["only"] }],
    ["", { title: "\u200b", content_html: "<p>&nbsp;</p><hr>" }],
    ["", []],
    ["", [{ title: "T" }]],
    ["/author", with_("author", [])],
  ])("as %s", (pointer, item) => {
    expect(pointersOf(item)).toEqual([pointer]);
  });
});

describe("dates", () => {
  it.each([
    ["2026-11-20T10:05:00Z", Date.UTC(2026, 10, 20, 10, 5)],
    ["2026-11-20t10:05:00z", Date.UTC(2026, 10, 20, 10, 5)],
    ["2026-11-20T10:05:00.123456+01:30", Date.UTC(2026, 10, 20, 8, 35, 0, 123)],
    ["2026-11-20T10:05-08:00", Date.UTC(2026, 10, 20, 18, 5)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["1909-03-03T12:00:00Z", Date.UTC(1909, 2, 3, 12)],
    ["2027-11-24T06:00:00Z", Date.UTC(2027, 10, 24, 6)],
  ])("%s is read", (text, at) => {
    expect(draftOf(with_("date_published", text)).draft.publishedAt).toBe(at);
  });

  it.each([
    "2027-11-26T06:00:00Z", // more than a year ahead
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-11-20T25:00:00Z",
    "2026-11-20T10:05:00+99:00",
    "0999-01-01T00:00:00Z",
    "99999-01-01T00:00:00Z",
    "275760-09-13T00:00:00Z",
    "Fri, 20 Nov 2026 10:05:00 GMT",
    "tomorrow",
    "1795000000",
    `2026-11-20T10:05:00.${"1".repeat(5_000)}Z`,
  ])("%s is refused", (text) => {
    expect(pointersOf(with_("date_published", text))).toEqual(["/date_published"]);
    expect(pointersOf(with_("date_modified", text))).toEqual(["/date_modified"]);
  });

  it.each([
    ["2026-11-20T10:05:00", Date.UTC(2026, 10, 20, 10, 5)],
    ["2026-11-20 10:05:00", Date.UTC(2026, 10, 20, 10, 5)],
    ["2026-11-20", Date.UTC(2026, 10, 20)],
  ])("%s, without a zone, is read as UTC and the receipt says so", (text, at) => {
    const { draft, dropped } = draftOf(with_("date_published", text));
    expect(draft.publishedAt).toBe(at);
    expect(dropped).toEqual([{ rule: "time-zone-missing", detail: "date_published was read as UTC" }]);
  });
});

describe("text", () => {
  it("loses the characters that XML 1.0 forbids, and the receipt counts them", () => {
    const { draft, dropped } = draftOf({
      title: "a\u0000b\u001fc\ud800d",
      content_html: "<p>\uffff&#1;x</p>",
    });
    expect(draft.title).toBe("abcd");
    expect(draft.contentHtml).toBe("<p>x</p>");
    expect(dropped).toEqual([
      { rule: "forbidden-characters", detail: "3 in title that XML 1.0 forbids" },
      { rule: "forbidden-characters", detail: "1 in content_html that XML 1.0 forbids" },
    ]);
  });

  it("is one line where it is a title, a summary or a name", () => {
    const { draft } = draftOf({
      title: " a\n b\u00a0\tc ",
      summary: "x\r\ny",
      authors: [{ name: " Jo \n B " }],
    });
    expect(draft).toMatchObject({ title: "a b c", summary: "x y", authors: [{ name: "Jo B" }] });
  });

  it("of a soft break or a page break is white space", () => {
    const { draft, dropped } = draftOf({ title: "Storm\u000bhits", content_html: "<p>One\u000ctwo</p>" });
    expect([draft.title, draft.contentHtml, dropped]).toEqual(["Storm hits", "<p>One two</p>", []]);
  });

  it("is plain where it came as HTML, and the receipt says so", () => {
    const { draft, dropped } = draftOf({
      title: "<b>Fog</b> &amp; rain",
      summary: "R&amp;D",
      tags: ["<i>sea</i>"],
    });
    expect(draft).toMatchObject({ title: "Fog & rain", summary: "R&D", tags: ["sea"] });
    expect(dropped).toEqual([
      { rule: "markup-in-text", detail: "title: <b>Fog</b> &amp; rain" },
      { rule: "markup-in-text", detail: "tags/0: <i>sea</i>" },
    ]);
  });

  it("is counted in characters, not in UTF-16 units", () => {
    expect(draftOf({ title: "🌊".repeat(500) }).draft.title).toHaveLength(1_000);
  });

  it("in content_text becomes paragraphs, and nothing of it is dropped", () => {
    const { draft } = draftOf({ title: "T", content_text: "Share on Facebook\nnow\n\n<b>2</b>" });
    expect(draft.contentHtml).toBe("<p>Share on Facebook<br />now</p>\n<p>&lt;b&gt;2&lt;/b&gt;</p>");
  });
});

describe("content", () => {
  it.each([
    ["", "Real."],
    ["  ", "Real."],
    ["<p></p>", "Real."],
    ["<script>1</script>", "Real."],
  ])("%j leaves the text to content_text", (content_html, content_text) => {
    expect(draftOf({ title: "T", content_html, content_text }).draft.contentHtml).toBe("<p>Real.</p>");
  });

  it("in both dresses is the HTML", () => {
    const { draft } = draftOf({ title: "T", content_html: "<p><b>Real</b>.</p>", content_text: "Real." });
    expect(draft.contentHtml).toBe("<p><b>Real</b>.</p>");
  });

  it("wrapped in CDATA is unwrapped, and CDATA inside is text", () => {
    expect(draftOf({ content_html: "<![CDATA[<p>Whole.</p>]]>" }).draft.contentHtml).toBe("<p>Whole.</p>");
    expect(draftOf({ content_html: "<p>A</p><![CDATA[ and <b> ]]>" }).draft.contentHtml).toBe(
      "<p>A</p> and &lt;b&gt;",
    );
  });

  it("that is only a picture or an attachment is enough", () => {
    expect(draftOf({ content_html: '<img src="https://a.example/1.png">' }).draft.title).toBeNull();
    const attachments = [{ url: "https://a.example/1.mp3", mime_type: "audio/mpeg" }];
    expect(draftOf({ attachments }).draft.attachments).toHaveLength(1);
  });
});

describe("what is too much to say is counted", () => {
  it("of errors, in a moment and in an answer of a readable size", () => {
    const attachments = Array.from({ length: 100_000 }, () => ({}));
    expect(pointersOf({ title: "T", attachments })).toEqual(["/attachments"]);
    expect(pointersOf({ title: "T", tags: Array.from({ length: 100 }, () => 1) })).toHaveLength(100);
  });

  it("of losses", () => {
    const links = Array.from({ length: 500 }, (_, at) => `<a href="ftp://x/${at}">x</a>`).join("");
    const { dropped } = draftOf({ title: "T", content_html: links });
    expect(dropped).toHaveLength(100);
    expect(dropped.at(-1)).toEqual({ rule: "and-more", detail: "401 more" });
  });
});

describe("the rest of the vocabulary", () => {
  it("takes a modification from the future for now, or no later one would count", () => {
    const { draft, dropped } = draftOf(with_("date_modified", "2027-01-01T00:00:00Z"));
    expect(draft.sourceUpdatedAt).toBe(NOW);
    expect(dropped).toEqual([{ rule: "date-ahead", detail: "date_modified was taken for now" }]);
  });

  it("has a language without its calendar", () => {
    expect(draftOf(with_("language", "en-u-ca-buddhist")).draft.language).toBe("en");
  });

  it("takes a number for the id that it spells", () => {
    expect(draftOf(with_("id", 42)).draft.sourceId).toBe("42");
  });

  it("takes null for absent", () => {
    expect(draftOf({ title: "T", url: null, tags: null, authors: null, image: null }).draft.tags).toEqual([]);
  });

  it("reads the author of JSON Feed 1.0", () => {
    expect(draftOf(with_("author", { name: "Jo" })).draft.authors).toEqual([
      { name: "Jo", url: null, avatar: null },
    ]);
  });

  it("calls an author without a name by the URL", () => {
    expect(draftOf(with_("authors", [{ url: "https://jo.example/" }])).draft.authors[0]?.name).toBe(
      "https://jo.example/",
    );
  });

  it("has each tag once", () => {
    expect(draftOf(with_("tags", ["a", " a ", "", "b"])).draft.tags).toEqual(["a", "b"]);
  });

  it("resolves an image against the article's own URL", () => {
    const { draft } = draftOf({
      title: "T",
      url: "https://n.example/a/b",
      image: "c.jpg",
      image_credit: "AFP",
    });
    expect(draft.image).toEqual({ url: "https://n.example/a/c.jpg", alt: "", caption: null, credit: "AFP" });
  });

  it("writes a language as BCP 47 does", () => {
    expect(draftOf(with_("language", "EN-gb")).draft.language).toBe("en-GB");
  });

  it("names a misspelt field instead of losing it in silence, and lets extensions pass", () => {
    expect(draftOf({ title: "T", conten_html: "<p>", _ours: 1 }).dropped).toEqual([
      { rule: "unknown-field", detail: "conten_html" },
    ]);
  });

  it("names a misspelt field inside a field, too", () => {
    const { dropped } = draftOf({ title: "T", authors: [{ name: "A", email: "a@b.example" }] });
    expect(dropped).toEqual([{ rule: "unknown-field", detail: "authors/0/email" }]);
  });

  it("isn't moved by keys that name prototypes", () => {
    const json = '{"title":"T","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect(read(json).ok).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("JSON", () => {
  it.each(["{", '{"title":}', "[1,", "{'title':'T'}", '{"title":"T"}x', "\u0000"])(
    "%j is refused as such",
    (text) => {
      expect(read(text)).toMatchObject({ ok: false, error: { kind: "json_invalid" } });
    },
  );

  it("is refused when it is nested deeper than 64, and brackets in a text don't count", () => {
    const nested = (depth: number) => `{"title":"T","_x":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(read(nested(63)).ok).toBe(true);
    expect(read(nested(64))).toMatchObject({ error: { kind: "json_too_deep", maxDepth: 64 } });
    expect(read(nested(100_000))).toMatchObject({ error: { kind: "json_too_deep" } });
    expect(read({ title: '["\\['.repeat(70) }).ok).toBe(true);
  });
});
