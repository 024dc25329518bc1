// JSON submissions field by field: what is taken, what is refused, and in which words.

import { describe, expect, it } from "vitest";
import { draftOf, NOW, pointersOf, read, with_ } from "../submissions.ts";

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
    expect(draft.image).toMatchObject({ url: "https://n.example/a/c.jpg", alt: "", credit: "AFP" });
  });

  it.each([
    [1600, 900, { width: 1600, height: 900 }],
    [1600.4, 900, { width: 1600, height: 900 }],
    [1600, null, { width: null, height: null }],
    [0, 900, { width: null, height: null }],
    [1e9, 900, { width: null, height: null }],
  ])("takes an image of %s by %s pixels for %j", (image_width, image_height, sizes) => {
    const { draft } = draftOf({ title: "T", image: "https://n.example/c.jpg", image_width, image_height });
    expect(draft.image).toMatchObject(sizes);
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
