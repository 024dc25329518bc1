// An item of JSON Feed: one article.

import type { JsonFeed } from "../feed.ts";
import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { readIsoDate } from "../values/iso-date.ts";
import { relativeAddressIn } from "../values/markup.ts";
import { checkFields, type Fields, JSON_FEED } from "./json-fields.ts";
import { checkAttachments, checkAuthors } from "./json-parts.ts";
import { type JsonObject, pointerTo, textAt } from "./json-value.ts";

const SECTION = "Items";

const FIELDS: Fields = {
  id: "text",
  url: "web address",
  external_url: "web address",
  title: "plain text",
  content_html: "text",
  content_text: "plain text",
  summary: "plain text",
  image: "web address",
  banner_image: "web address",
  date_published: "date",
  date_modified: "date",
  author: "object",
  authors: "list of objects",
  tags: "list of texts",
  language: "language",
  attachments: "list of objects",
};

export const checkItem = (item: JsonObject, at: string): Findings => [
  ...checkFields(withoutNumberAsId(item), FIELDS, at, SECTION),
  ...checkId(item, at),
  ...checkContent(item, at),
  ...checkTimes(item, at),
  ...checkAuthors(item, at, SECTION),
  ...checkAttachments(item, at),
];

// checkId says of a number what to do; that it is no string needn't be said twice.
const withoutNumberAsId = (item: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(item).filter(([key, value]) => key !== "id" || typeof value === "string"),
  );

function checkId(item: JsonObject, at: string): Finding[] {
  const where = pointerTo(at, "id");
  const { id } = item;
  if (typeof id === "string" && id.trim() !== "") return [];
  if (typeof id === "number")
    return [error("json-id", where, `Write the id as a string, "${id}".`, JSON_FEED(SECTION))];
  return [
    error(
      "json-id",
      where,
      "Give the item an id: readers must throw away an item without one.",
      JSON_FEED("Suggestions for Feed Readers"),
    ),
  ];
}

function checkContent(item: JsonObject, at: string): Finding[] {
  const findings: Finding[] = [];
  if (item["content_html"] === undefined && item["content_text"] === undefined)
    findings.push(
      error("json-content", at, "Give the item a content_html or a content_text.", JSON_FEED(SECTION)),
    );
  if (item["url"] === undefined)
    findings.push(
      advice(
        "json-item-url",
        at,
        "Give the item a url, even if it is its id: readers open that.",
        JSON_FEED(SECTION),
      ),
    );
  const address = relativeAddressIn(textAt(item, "content_html") ?? "");
  if (address !== null)
    findings.push(
      warning(
        "content-relative-url",
        pointerTo(at, "content_html"),
        `Make the address ${shown(address)} absolute: JSON Feed has no base that it could be relative to.`,
        JSON_FEED(SECTION),
      ),
    );
  return findings;
}

function checkTimes(item: JsonObject, at: string): Finding[] {
  const publishedAt = readIsoDate(textAt(item, "date_published") ?? "");
  const modifiedAt = readIsoDate(textAt(item, "date_modified") ?? "");
  return publishedAt !== null && modifiedAt !== null && modifiedAt < publishedAt
    ? [
        warning(
          "json-modified-early",
          pointerTo(at, "date_modified"),
          "Let date_modified be no earlier than date_published.",
          JSON_FEED(SECTION),
        ),
      ]
    : [];
}

/** Two items with one id are one article to a reader. */
export function checkItemsTogether(items: JsonFeed["items"]): Findings {
  const seen = new Map<string, string>();
  return items.flatMap(({ item, pointer }) => {
    const id = textAt(item, "id") ?? "";
    const earlier = seen.get(id);
    if (id === "" || earlier === undefined) {
      seen.set(id, pointer);
      return [];
    }
    return [
      error(
        "json-id-duplicate",
        pointerTo(pointer, "id"),
        `Give each item an id of its own: ${shown(id)} is that of ${earlier} too.`,
        JSON_FEED(SECTION),
      ),
    ];
  });
}
