// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/

import type { Delivery, JsonFeed } from "../feed.ts";
import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { sameAddress } from "../values/urls.ts";
import { checkFields, type Fields, JSON_FEED } from "./json-fields.ts";
import { checkItem, checkItemsTogether } from "./json-item.ts";
import { checkAuthors, checkHubs } from "./json-parts.ts";
import { isList, isObject, type Json, type JsonObject, textAt } from "./json-value.ts";

const VERSION = "https://jsonfeed.org/version/1.1";
const SECTION = "Top-level";

const FIELDS: Fields = {
  version: "text",
  title: "plain text",
  home_page_url: "web address",
  feed_url: "web address",
  description: "plain text",
  user_comment: "text",
  next_url: "web address",
  icon: "web address",
  favicon: "web address",
  author: "object",
  authors: "list of objects",
  language: "language",
  expired: "flag",
  hubs: "list of objects",
  items: "list of objects",
};

/** Deeper than any feed: who walks a value walks it by calls. */
const MAX_DEPTH = 64;

/** @returns the feed; the fault that no reader gets past; or null when it is some other JSON */
export function readJsonFeed(
  text: string,
):
  | { readonly ok: true; readonly value: JsonFeed }
  | { readonly ok: false; readonly findings: Findings | null } {
  let root: Json;
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const line = /\(line (\d+) column \d+\)/.exec(reason)?.[1];
    return {
      ok: false,
      findings: [
        error(
          "json-syntax",
          line === undefined ? "the feed" : `line ${line}`,
          `Mend the JSON, of which readers use no part as it is: ${reason}.`,
          JSON_FEED("Suggestions for Feed Readers"),
        ),
      ],
    };
  }
  if (!isObject(root) || !isFeed(root)) return { ok: false, findings: null };
  if (depthOf(root) > MAX_DEPTH)
    return {
      ok: false,
      findings: [
        error("json-depth", "the feed", `Nest it ${MAX_DEPTH} deep at most: readers give up.`, "RFC 8259 §9"),
      ],
    };
  const items = isList(root["items"]) ? root["items"] : [];
  return {
    ok: true,
    value: {
      format: "json",
      root,
      items: items.flatMap((item, at) => (isObject(item) ? [{ item, pointer: `/items/${at}` }] : [])),
    },
  };
}

const isFeed = (root: JsonObject): boolean =>
  (textAt(root, "version") ?? "").includes("jsonfeed.org") ||
  (root["items"] !== undefined && root["title"] !== undefined);

function depthOf(root: Json): number {
  let level: readonly Json[] = [root];
  let depth = 0;
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((value): readonly Json[] =>
      isList(value) ? value : isObject(value) ? Object.values(value) : [],
    );
  }
  return depth;
}

export const checkJsonFeed = ({ root, items }: JsonFeed & Delivery): Findings => [
  ...checkFields(root, FIELDS, "", SECTION),
  ...checkRequired(root),
  ...checkWished(root),
  ...checkNext(root),
  ...checkAuthors(root, "", SECTION),
  ...checkHubs(root),
  ...items.flatMap(({ item, pointer }) => checkItem(item, pointer)),
  ...checkItemsTogether(items),
];

function checkRequired(root: JsonObject): Finding[] {
  const findings: Finding[] = [];
  const version = root["version"];
  if (version === "https://jsonfeed.org/version/1")
    findings.push(
      warning(
        "json-version",
        "/version",
        `Write ${shown(VERSION)}: version 1 has no authors and no language.`,
        JSON_FEED(SECTION),
      ),
    );
  else if (version !== VERSION)
    findings.push(error("json-version", "/version", `Write ${shown(VERSION)}.`, JSON_FEED(SECTION)));
  if (root["title"] === undefined || textAt(root, "title")?.trim() === "")
    findings.push(error("json-title", "/title", "Give the feed a title.", JSON_FEED(SECTION)));
  if (root["items"] === undefined)
    findings.push(error("json-items", "/items", "Add items, if only an empty list.", JSON_FEED(SECTION)));
  return findings;
}

function checkWished(root: JsonObject): Finding[] {
  const missing = (name: string): boolean => root[name] === undefined;
  return [
    ...["home_page_url", "feed_url"]
      .filter(missing)
      .map((name) =>
        warning(
          `json-${name.replaceAll("_", "-")}`,
          `/${name}`,
          `Add ${name}: on the public web it is considered required.`,
          JSON_FEED(SECTION),
        ),
      ),
    ...["icon", "favicon"]
      .filter(missing)
      .map((name) =>
        advice(
          `json-${name}`,
          `/${name}`,
          `Add ${name}: readers that miss it go and look for one on the home page.`,
          JSON_FEED("Suggestions for Publishers"),
        ),
      ),
    ...(missing("language")
      ? [
          advice(
            "json-language-missing",
            "/language",
            'Say the language, as in "language": "en-GB": readers sort, hyphenate and read aloud by it.',
            JSON_FEED(SECTION),
          ),
        ]
      : []),
  ];
}

function checkNext(root: JsonObject): Finding[] {
  const [next, own] = [textAt(root, "next_url"), textAt(root, "feed_url")];
  return next !== null && own !== null && sameAddress(next, own)
    ? [
        error(
          "json-next-url",
          "/next_url",
          "Let next_url be another address than feed_url, or leave it out: readers would go round for ever.",
          JSON_FEED(SECTION),
        ),
      ]
    : [];
}
