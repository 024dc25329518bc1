// JSON Feed 1.1: feeds with one fault each.

import { expect, it } from "vitest";
import { changed, examined, JSON_FEED, said, saidWhere } from "./feeds.ts";

it.each<[string, string, string, string]>([
  ["another version", "version/1.1", "version/2", "error json-version, /version"],
  ["the version before", "version/1.1", "version/1", "warning json-version, /version"],
  ["no title", '"title": "Harbour Desk",', "", "error json-title, /title"],
  ["an empty title", '"title": "Harbour Desk",', '"title": "",', "error json-title, /title"],
  ["a title of no text", '"title": "Harbour Desk",', '"title": 7,', "error json-type, /title"],
  [
    "HTML in a title",
    '"The tide is in"',
    '"The <b>tide</b> is in"',
    "warning json-plain-text, /items/0/title",
  ],
  [
    "HTML in a plain text",
    '"Mind the mud."',
    '"<p>Mind the mud.</p>"',
    "warning json-plain-text, /items/1/content_text",
  ],
  [
    "no home page",
    '"home_page_url": "https://news.example/harbour",',
    "",
    "warning json-home-page-url, /home_page_url",
  ],
  [
    "no address of its own",
    '"feed_url": "https://news.example/harbour/feed.json",',
    "",
    "warning json-feed-url, /feed_url",
  ],
  ["no icon", '"icon": "https://news.example/icon.png",', "", "advice json-icon, /icon"],
  ["no favicon", '"favicon": "https://news.example/favicon.png",', "", "advice json-favicon, /favicon"],
  ["a relative icon", '"https://news.example/icon.png"', '"/icon.png"', "error json-url, /icon"],
  [
    "a next page that is this one",
    '"language"',
    '"next_url": "https://news.example/harbour/feed.json#2", "language"',
    "error json-next-url, /next_url",
  ],
  ["no language", '"language": "en-GB",', "", "advice json-language-missing, /language"],
  ["a language that is none", '"en-GB"', '"british"', "error json-language, /language"],
  [
    "an author of nothing",
    '{ "name": "Harbour Desk", "url": "mailto:desk@news.example" }',
    "{}",
    "error json-author, /authors/0",
  ],
  [
    "the author of 1.0 alone",
    '"authors": [{ "name": "Harbour Desk", "url": "mailto:desk@news.example" }]',
    '"author": { "name": "Desk" }',
    "advice json-author-former, /author",
  ],
  [
    "authors that are no list",
    '[{ "name": "Harbour Desk", "url": "mailto:desk@news.example" }]',
    '"Desk"',
    "error json-type, /authors",
  ],
  [
    "an expiry that is no truth value",
    '"language"',
    '"expired": "yes", "language"',
    "error json-type, /expired",
  ],
  ["a hub without a type", '"type": "WebSub", ', "", "error json-hub, /hubs/0/type"],
  ["a hub on no address", '"https://hub.example/"', '"hub"', "error json-url, /hubs/0/url"],
  [
    "a field that JSON Feed hasn't",
    '"language"',
    '"copyright": "Desk", "language"',
    "warning json-unknown-field, /copyright",
  ],
  [
    "a field with a slash in it",
    '"language"',
    '"a/b~c": 1, "language"',
    "warning json-unknown-field, /a~1b~0c",
  ],
  [
    "an extension that is no object",
    '{ "about": "https://news.example/extension", "pier": 7 }',
    "7",
    "error json-extension, /_harbour",
  ],
  ["an extension named with a dot", '"_harbour"', '"_harbour.pier"', "error json-extension, /_harbour.pier"],
  ["an extension named with a digit", '"_harbour"', '"_7"', "error json-extension, /_7"],
  ["a dot in an extension's key", '"pier"', '"pier.no"', "error json-extension, /_harbour/pier.no"],
  ["an item without an id", '"id": "tag:news.example,2026:tide",', "", "error json-id, /items/0/id"],
  ["an empty id", '"id": "tag:news.example,2026:tide",', '"id": " ",', "error json-id, /items/0/id"],
  ["a number for an id", '"tag:news.example,2026:tide"', "7", "error json-id, /items/0/id"],
  [
    "an id twice",
    '"id": "https://news.example/ebb"',
    '"id": "tag:news.example,2026:tide"',
    "error json-id-duplicate, /items/1/id",
  ],
  ["an item without a URL", ', "url": "https://news.example/ebb"', "", "advice json-item-url, /items/1"],
  ["an item without a text", ', "content_text": "Mind the mud."', "", "error json-content, /items/1"],
  [
    "a relative picture in HTML",
    "<p>Mind",
    "<img src='a.png'>Mind",
    "warning content-relative-url, /items/0/content_html",
  ],
  [
    "a date without a zone",
    '"date_published": "2026-11-24T10:08:40Z"',
    '"date_published": "2026-11-24T10:08:40"',
    "error json-date, /items/0/date_published",
  ],
  [
    "a change before it came out",
    '"date_modified": "2026-11-24T10:08:40Z"',
    '"date_modified": "2026-11-23T10:08:40Z"',
    "warning json-modified-early, /items/0/date_modified",
  ],
  ["tags that are no list", '["Weather"]', '"Weather"', "error json-type, /items/0/tags"],
  [
    "an attachment without a type",
    ' "mime_type": "audio/mpeg",',
    "",
    "error json-attachment, /items/0/attachments/0/mime_type",
  ],
  [
    "an attachment of no type",
    '"audio/mpeg"',
    '"audio"',
    "error json-media-type, /items/0/attachments/0/mime_type",
  ],
  ["an attachment of no size", "1801", '"1801"', "error json-type, /items/0/attachments/0/size_in_bytes"],
])("finds %s", (_, from, to, finding) => {
  expect(saidWhere(changed(JSON_FEED, from, to))).toEqual([finding]);
});

it("finds that there are no items", () => {
  const feed = JSON_FEED.replace(/,\s+"items": \[[\s\S]*\]/, "");
  expect(saidWhere(feed)).toEqual(["error json-items, /items"]);
});

it("says where JSON is broken, and nothing else of what no reader reads", () => {
  const feed = changed(JSON_FEED, '"icon"', "icon");
  expect(examined(feed).format).toBe("json");
  expect(saidWhere(feed)).toEqual(["error json-syntax, line 6"]);
});

it("doesn't follow what is nested deeper than any feed", () => {
  const deep = `{"_a":${"[".repeat(50_000)}${"]".repeat(50_000)},`;
  expect(said(JSON_FEED.replace("{", deep))).toEqual(["error json-depth"]);
});
