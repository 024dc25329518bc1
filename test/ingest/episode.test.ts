// What a submission says of itself as an episode, in JSON and above Markdown.

import { describe, expect, it } from "vitest";
import { outcomeOf, readText } from "../markdown.ts";
import { draftOf, pointersOf, with_ } from "../submissions.ts";

const EPISODE = {
  number: 7,
  season: 2,
  type: "bonus",
  explicit: false,
  transcripts: [
    { url: "https://news.example/7.vtt", mediaType: "text/vtt", language: "de-AT" },
    { url: "https://news.example/7.html", mediaType: "text/html", language: null },
  ],
  chapters: { url: "https://news.example/7.json", mediaType: "application/json+chapters" },
};
const NOTHING = { number: null, season: null, type: null, explicit: null, transcripts: [], chapters: null };

describe("as JSON", () => {
  it("is read with all its fields, and addresses against the article's own", () => {
    const { draft, dropped } = draftOf({
      title: "T",
      url: "https://news.example/a",
      episode: 7,
      season: 2,
      episode_type: "Bonus",
      explicit: false,
      transcripts: [
        { url: "7.vtt", mime_type: "text/VTT; charset=utf-8", language: "de-at" },
        { url: "7.html", mime_type: "text/html" },
      ],
      chapters: { url: "/7.json", mime_type: "application/json+chapters" },
    });
    expect(draft.episode).toEqual(EPISODE);
    expect(dropped).toEqual([]);
  });

  it("is none where nothing is said, and one where anything is", () => {
    const nothing = { episode: null, transcripts: [], chapters: null, episode_type: "" };
    expect(draftOf({ title: "T", ...nothing }).draft.episode).toBeNull();
    expect(draftOf({ title: "T", explicit: false }).draft.episode).toEqual({ ...NOTHING, explicit: false });
  });

  const transcript = { url: "https://a.example/1", mime_type: "text/vtt" };
  it.each([
    ["/episode", with_("episode", "7")],
    ["/episode", with_("episode", 0)],
    ["/episode", with_("episode", 1.5)],
    ["/season", with_("season", -1)],
    ["/episode_type", with_("episode_type", "pilot")],
    ["/episode_type", with_("episode_type", 1)],
    ["/explicit", with_("explicit", "yes")],
    ["/transcripts", with_("transcripts", transcript)],
    [
      "/transcripts",
      with_(
        "transcripts",
        Array.from({ length: 21 }, () => transcript),
      ),
    ],
    ["/transcripts/0", with_("transcripts", ["https://a.example/1"])],
    ["/transcripts/0/url", with_("transcripts", [{ mime_type: "text/vtt" }])],
    ["/transcripts/1/url", with_("transcripts", [transcript, { ...transcript, url: "ftp://a.example/" }])],
    ["/transcripts/0/mime_type", with_("transcripts", [{ url: "https://a.example/1" }])],
    ["/transcripts/0/language", with_("transcripts", [{ ...transcript, language: "in German" }])],
    ["/chapters", with_("chapters", "https://a.example/1")],
    ["/chapters", with_("chapters", [])],
    ["/chapters/url", with_("chapters", { mime_type: "application/json+chapters" })],
    ["/chapters/mime_type", with_("chapters", { url: "https://a.example/1" })],
  ])("is refused for %s", (pointer, item) => {
    expect(pointersOf(item)).toEqual([pointer]);
  });

  it("says which fields of its parts nobody knows", () => {
    const item = {
      title: "T",
      transcripts: [{ ...transcript, rel: "captions" }],
      chapters: { url: "https://a.example/2", mime_type: "application/json+chapters", title: "C" },
    };
    expect(draftOf(item).dropped).toEqual([
      { rule: "unknown-field", detail: "transcripts/0/rel" },
      { rule: "unknown-field", detail: "chapters/title" },
    ]);
  });
});

describe("above Markdown", () => {
  it("is read under the same names, with its sound", () => {
    const { draft, dropped } = readText(
      [
        "---",
        "title: T",
        "url: https://news.example/a",
        "episode: 7",
        "season: 2",
        "episode_type: bonus",
        "explicit: no",
        "transcripts:",
        "  - {url: 7.vtt, mime_type: text/vtt, language: de-at}",
        "  - {url: 7.html, mime_type: text/html}",
        "chapters: /7.json",
        "attachments:",
        "  - url: 7.mp3",
        "    mime_type: audio/mpeg",
        "    title: The sound of it",
        "    size_in_bytes: 1234",
        "    duration_in_seconds: 61.4",
        "  - {url: 7.ogg, mime_type: audio/ogg, size_in_bytes: large}",
        "---",
        "a",
      ].join("\n"),
    );
    expect(draft.episode).toEqual(EPISODE);
    expect(draft.attachments).toEqual([
      {
        url: "https://news.example/7.mp3",
        mediaType: "audio/mpeg",
        title: "The sound of it",
        lengthBytes: 1234,
        durationSeconds: 61.4,
      },
      {
        url: "https://news.example/7.ogg",
        mediaType: "audio/ogg",
        title: null,
        lengthBytes: null,
        durationSeconds: null,
      },
    ]);
    expect(dropped).toEqual([]);
  });

  it("is none where it says nothing, in any of YAML's words", () => {
    const text = "---\ntitle: T\nepisode:\nseason: ~\nexplicit: null\ntranscripts:\nchapters: false\n---\na";
    expect(readText(text).draft.episode).toBeNull();
  });

  it.each([
    ["/episode", "episode: seven"],
    ["/season", "season: 0"],
    ["/season", "season: [1]"],
    ["/episode_type", "episode_type: pilot"],
    ["/explicit", "explicit: perhaps"],
    ["/transcripts", `transcripts: [${Array.from({ length: 21 }, () => "{url: a}").join()}]`],
    ["/transcripts/0/mime_type", "transcripts: https://a.example/1"],
    ["/chapters/url", "chapters: {mime_type: application/json+chapters}"],
    ["/attachments/0/mime_type", "attachments: [{url: https://a.example/1}]"],
    ["/attachments", `attachments: [${Array.from({ length: 51 }, () => "{url: a}").join()}]`],
  ])("is refused for %s", (pointer, line) => {
    const made = outcomeOf(`---\ntitle: T\n${line}\n---\na`);
    expect(made).toMatchObject({ ok: false, error: { kind: "fields_invalid" } });
    if (!made.ok && made.error.kind === "fields_invalid") expect(made.error.fields[0]?.pointer).toBe(pointer);
  });
});
