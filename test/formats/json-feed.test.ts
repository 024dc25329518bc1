// What JSON Feed says of an article, clause by clause.

import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/formats/json-feed.ts";
import { aFullArticle, anArticle, anEpisode, aSnapshot } from "../articles.ts";
import { jsonOf } from "../rendered.ts";

describe("JSON Feed 1.1", () => {
  it("says what an article knows in its own words", () => {
    expect(jsonOf(aFullArticle())).toEqual({
      id: "https://news.example/?p=42",
      url: "https://news.example/2026/tide?a=1&b=2",
      external_url: "https://tides.example/table",
      title: "The tide is in",
      content_html:
        '<figure><img src="https://news.example/tide.jpg?w=1&amp;h=2" alt="A quay under water" width="1600" height="900"/><figcaption>The quay at noon Foto: Harbour Archive</figcaption></figure>\n<h2>Noon</h2>\n<p>Mind the <em>step</em> &amp; the <a href="https://quay.example/?a=1&amp;b=2">quay</a>.</p>\n<p><a href="https://tides.example/table">tides.example/table</a></p>',
      summary: "High water at noon & again at midnight.",
      image: "https://news.example/tide.jpg?w=1&h=2",
      date_published: "2026-11-20T10:05:00Z",
      date_modified: "2026-11-20T10:06:00Z",
      authors: [
        { name: "Harbour Desk", url: "https://news.example/desk", avatar: "https://news.example/desk.png" },
        { name: "Night Desk" },
      ],
      tags: ["tides", "R&D", "<quay>"],
      language: "de-DE",
      attachments: [
        {
          url: "https://news.example/tide.mp3",
          mime_type: "audio/mpeg",
          title: "The sound of it",
          size_in_bytes: 1234,
          duration_in_seconds: 61.4,
        },
        { url: "https://news.example/table.pdf", mime_type: "application/pdf" },
      ],
      _edgewire: {
        image_alt: "A quay under water",
        image_caption: "The quay at noon",
        image_credit: "Harbour Archive",
        image_width: 1600,
        image_height: 900,
      },
    });
  });

  it("says of an episode under _edgewire what it was submitted with", () => {
    expect(jsonOf(anEpisode()).attachments).toHaveLength(2);
    expect(jsonOf(anEpisode())._edgewire).toEqual({
      episode: 7,
      season: 2,
      episode_type: "full",
      explicit: true,
      transcripts: [
        { url: "https://news.example/7.vtt", mime_type: "text/vtt", language: "de-DE" },
        { url: "https://news.example/7.html", mime_type: "text/html" },
      ],
      chapters: { url: "https://news.example/7.json", mime_type: "application/json+chapters" },
    });
  });

  it("has content_text where there is no content, since one of the two must be there", () => {
    expect(jsonOf(anArticle({ contentHtml: "" })).content_text).toBe("The tide is in");
  });

  it("is valid when there is no article at all", () => {
    expect(JSON.parse(renderJson(aSnapshot({ articles: [] }))).items).toEqual([]);
  });
});
