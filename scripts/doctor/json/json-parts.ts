// Objects within a feed or an item: authors, attachments, hubs.

import { advice, error, type Finding } from "../finding.ts";
import { checkFields, type Fields, JSON_FEED } from "./json-fields.ts";
import { isList, isObject, type JsonObject, pointerTo } from "./json-value.ts";

const ATTACHMENT: Fields = {
  url: "web address",
  mime_type: "media type",
  title: "plain text",
  size_in_bytes: "number",
  duration_in_seconds: "number",
};

const AUTHOR: Fields = { name: "plain text", url: "address", avatar: "web address" };

/** The authors of a feed or of an item. */
export function checkAuthors(owner: JsonObject, at: string, section: string): Finding[] {
  const authors = isList(owner["authors"]) ? owner["authors"] : [];
  const former = owner["author"];
  const named = [
    ...authors.map((author, index) => ({ author, where: pointerTo(pointerTo(at, "authors"), index) })),
    ...(former === undefined ? [] : [{ author: former, where: pointerTo(at, "author") }]),
  ];
  return [
    ...named.flatMap(({ author, where }) =>
      isObject(author)
        ? [
            ...(["name", "url", "avatar"].some((name) => author[name] !== undefined)
              ? []
              : [
                  error(
                    "json-author",
                    where,
                    "Give the author a name, a url or an avatar.",
                    JSON_FEED(section),
                  ),
                ]),
            ...checkFields(author, AUTHOR, where, section),
          ]
        : [],
    ),
    ...(former !== undefined && owner["authors"] === undefined
      ? [
          advice(
            "json-author-former",
            pointerTo(at, "author"),
            "Add authors, a list; author is of version 1 and may stay beside it.",
            JSON_FEED("Deprecations"),
          ),
        ]
      : []),
  ];
}

export function checkAttachments(item: JsonObject, at: string): Finding[] {
  const attachments = isList(item["attachments"]) ? item["attachments"] : [];
  return attachments.flatMap((attachment, index) => {
    if (!isObject(attachment)) return [];
    const where = pointerTo(pointerTo(at, "attachments"), index);
    return [
      ...["url", "mime_type"]
        .filter((name) => attachment[name] === undefined)
        .map((name) =>
          error(
            "json-attachment",
            pointerTo(where, name),
            `Add ${name} to the attachment.`,
            JSON_FEED("Attachments"),
          ),
        ),
      ...checkFields(attachment, ATTACHMENT, where, "Attachments"),
    ];
  });
}

export function checkHubs(root: JsonObject): Finding[] {
  const hubs = isList(root["hubs"]) ? root["hubs"] : [];
  return hubs.flatMap((hub, at) =>
    isObject(hub)
      ? [
          ...["type", "url"]
            .filter((name) => hub[name] === undefined)
            .map((name) =>
              error(
                "json-hub",
                `/hubs/${at}/${name}`,
                `Add ${name} to the hub.`,
                JSON_FEED("Subscribing to Real-time Notifications"),
              ),
            ),
          ...checkFields(
            hub,
            { type: "text", url: "web address" },
            `/hubs/${at}`,
            "Subscribing to Real-time Notifications",
          ),
        ]
      : [],
  );
}
