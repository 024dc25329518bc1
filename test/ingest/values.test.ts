// What becomes of a submission's values: dates, texts, content.

import { describe, expect, it } from "vitest";
import { draftOf, pointersOf, with_ } from "../submissions.ts";

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
      "<p>A</p>\n<p>and &lt;b&gt;</p>",
    );
  });

  it("that is only a picture or an attachment is enough", () => {
    expect(draftOf({ content_html: '<img src="https://a.example/1.png">' }).draft.title).toBeNull();
    const attachments = [{ url: "https://a.example/1.mp3", mime_type: "audio/mpeg" }];
    expect(draftOf({ attachments }).draft.attachments).toHaveLength(1);
  });
});
