// Documents that are broken, mislabelled, or meant to do harm.

import { describe, expect, it } from "vitest";
import { decodeFeed, readFeed } from "../../../src/ingest/feeds/read-feed.ts";
import { feedOf, LIMITS, rss } from "./read.ts";

const BOMB = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n${rss("<title>&b;</title>")}`;

describe("a document that can't be read as a whole", () => {
  it.each([
    ["declares entities", BOMB, { kind: "xml_invalid", line: 1 }],
    ["declares them later", `\n<!ENTITY x "y">${rss("")}`, { kind: "xml_invalid", line: 2 }],
    [
      "asks for a file",
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<title>&x;</title>")}`,
      { kind: "xml_invalid" },
    ],
    ["is too deep", `<rss>\n${"<a>".repeat(100_000)}`, { kind: "xml_invalid", line: 2 }],
    ["has no element", "Feed not found", { kind: "xml_invalid", line: 1 }],
    [
      "is a page",
      "<!doctype html><html><body>Not found</body></html>",
      { kind: "feed_unknown", found: "<html>" },
    ],
    ["is an outline", "<opml><body/></opml>", { kind: "feed_unknown", found: "<opml>" }],
    [
      "is JSON of something else",
      '{"ok":false}',
      { kind: "feed_unknown", found: "JSON without a list of items" },
    ],
    ["is broken JSON", '{"items":[', { kind: "json_invalid" }],
    ["is deep JSON", `{"items":${"[".repeat(100)}`, { kind: "json_too_deep", maxDepth: 64 }],
  ])("%s", (_, text, error) => {
    expect(readFeed(text, null, LIMITS)).toMatchObject({ ok: false, error });
  });

  it("has more entries than are taken at once", () => {
    const text = `<rss><channel>${"<item/>".repeat(3)}</channel></rss>`;
    expect(readFeed(text, null, { ...LIMITS, maxEntries: 2 })).toEqual({
      ok: false,
      error: { kind: "batch_size_invalid", pointer: "", articles: 3, maxArticles: 2 },
    });
    expect(readFeed(text, null, { ...LIMITS, maxEntries: 3 }).ok).toBe(true);
  });

  it("is longer than allowed", () => {
    expect(decodeFeed(new Uint8Array(11), null, { ...LIMITS, maxBytes: 10 })).toEqual({
      ok: false,
      error: { kind: "body_too_large", maxBytes: 10 },
    });
  });

  it("is empty", () => {
    expect(decodeFeed(new TextEncoder().encode(" \n"), null, LIMITS)).toEqual({
      ok: false,
      error: { kind: "body_empty" },
    });
  });
});

const titlesOf = (text: string) =>
  feedOf(text).entries.map((entry) => (entry.ok ? entry.value.submission.title : entry.error));

describe("an entry that can't be read is said, with its line, and the others are kept", () => {
  it.each([
    [
      "a title that nothing closes",
      "<rss><channel>\n<item><title>One</title></item>\n<item><title>Two</item>\n<item><title>Three</title></item></channel></rss>",
      ["One", { kind: "entry_unusable", place: "line 3", reason: "<title> is not closed" }, "Three"],
    ],
    [
      "an end that is missing",
      "<rss><channel>\n<item><title>One</title></item>\n<item>\n<title>Tw",
      ["One", { kind: "entry_unusable", place: "line 4", reason: "<title> is not closed" }],
    ],
    [
      "an end between two entries",
      "<rss><channel>\n<item><title>One</title></item>",
      ["One", { kind: "entry_unusable", place: "line 1", reason: "<rss> is not closed" }],
    ],
    [
      "a private post of an export",
      rss("<title>One</title><wp:status>private</wp:status>"),
      [{ kind: "entry_unusable", place: "line 1", reason: 'has the status "private"' }],
    ],
    [
      "a post with a password",
      rss("<title>One</title><wp:status>publish</wp:status><wp:post_password>open</wp:post_password>"),
      [{ kind: "entry_unusable", place: "line 1", reason: "has a password" }],
    ],
    [
      "a file of an export",
      rss("<title>One</title><wp:post_type>attachment</wp:post_type>"),
      [{ kind: "entry_unusable", place: "line 1", reason: 'is no article, but of the type "attachment"' }],
    ],
    [
      "a comment of an export",
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#comment"/></entry></feed>',
      [{ kind: "entry_unusable", place: "line 1", reason: 'is no article, but of the kind "comment"' }],
    ],
    [
      "an item that is none",
      '{"items":[{"title":"One"},"Two",{"title":"Three"}]}',
      ["One", { kind: "entry_unusable", place: "/items/1", reason: "must be an object" }, "Three"],
    ],
  ])("%s", (_, text, expected) => {
    expect(titlesOf(text)).toEqual(expected);
  });

  it.each([
    ["HTML without its ends", rss("<title>One</title><description><p>Mind<br>the step</description>")],
    ["an ampersand", rss("<title>One</title><description>Q & A</description>")],
    ["what is written after the end", `${rss("<title>One</title>")}<!-- 0.1 s --><p>`],
    ["what is written before the beginning", `\n\n<!-- 0.1 s -->${rss("<title>One</title>")}`],
    [
      "a published post",
      rss("<title>One</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"),
    ],
  ])("%s harms nobody", (_, text) => {
    expect(titlesOf(text)).toEqual(["One"]);
  });
});

describe("what is kept", () => {
  it("has no e-mail address", () => {
    const [entry] = feedOf(
      rss(
        "<title>One</title><author>jo@quay.example (Jo Berg)</author><a:author><a:name>Jo</a:name><a:email>jo@quay.example</a:email></a:author>",
      ),
    ).entries;
    expect(entry?.ok && entry.value.kept).toContain("<author>Jo Berg</author>");
    expect(JSON.stringify(entry)).not.toContain("jo@quay.example");
  });

  it("doesn't grow with what a feed says of itself", () => {
    const declared = Array.from({ length: 20_000 }, (_, at) => `xmlns:p${at}="urn:${at}"`).join(" ");
    const { entries } = feedOf(
      `<rss ${declared}><channel>${"<item><title>One</title></item>".repeat(5_000)}</channel></rss>`,
    );
    const [last] = entries.slice(-1);
    expect(entries).toHaveLength(5_000);
    expect(last?.ok && last.value.kept).toBe("<rss><item><title>One</title></item></rss>");
  });
});

describe("names that objects have of themselves", () => {
  it("are names as any other", () => {
    const text = rss(
      '<title>One</title><__proto__ x="1">a</__proto__><constructor>b</constructor><toString __proto__="y"/>',
      'xmlns:__proto__="urn:x" xmlns:constructor="constructor"',
    );
    expect(titlesOf(text)).toEqual(["One"]);
    expect(titlesOf('{"items":[{"title":"One","__proto__":{"id":"x"}}]}')).toEqual(["One"]);
  });
});
