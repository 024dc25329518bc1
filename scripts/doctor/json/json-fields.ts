// What a field of JSON Feed may hold, and where a fault is.

import { error, type Finding, shown, warning } from "../finding.ts";
import { type Check, mediaType } from "../values/check.ts";
import { isoDate } from "../values/iso-date.ts";
import { languageTag } from "../values/languages.ts";
import { plainTextFault } from "../values/markup.ts";
import { anyUrl, webUrl } from "../values/urls.ts";
import { isList, isObject, type Json, type JsonObject, kindOf, pointerTo } from "./json-value.ts";

type Shape = { readonly holds: (value: Json) => boolean; readonly wanted: string };

const SHAPES = {
  text: { holds: (value) => typeof value === "string", wanted: "a string" },
  number: { holds: (value) => typeof value === "number" && value >= 0, wanted: "a number, 0 or more" },
  flag: { holds: (value) => typeof value === "boolean", wanted: "true or false" },
  object: { holds: isObject, wanted: "an object" },
  "list of texts": {
    holds: (value) => isList(value) && value.every((one) => typeof one === "string"),
    wanted: "a list of strings",
  },
  "list of objects": {
    holds: (value) => isList(value) && value.every(isObject),
    wanted: "a list of objects",
  },
} satisfies Readonly<Record<string, Shape>>;

const TEXTS = {
  "web address": { rule: "json-url", check: webUrl },
  address: { rule: "json-url", check: anyUrl },
  date: { rule: "json-date", check: isoDate },
  language: { rule: "json-language", check: languageTag },
  "media type": { rule: "json-media-type", check: mediaType },
  "plain text": { rule: "json-plain-text", check: plainTextFault },
} satisfies Readonly<Record<string, { readonly rule: string; readonly check: Check }>>;

type Kind = keyof typeof SHAPES | keyof typeof TEXTS;

export type Fields = Readonly<Record<string, Kind>>;

/** A part of https://www.jsonfeed.org/version/1.1/ */
export const JSON_FEED = (part: string): string => `JSON Feed 1.1, ${part}`;

const EXTENSION = /^_[a-z]/i;

/** Fields that are there, and hold the wrong thing; fields that JSON Feed hasn't. */
export function checkFields(object: JsonObject, fields: Fields, at: string, section: string): Finding[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const kind = fields[key];
    const where = pointerTo(at, key);
    if (kind !== undefined) return checkField(kind, value, where, section);
    if (key.startsWith("_")) return checkExtension(key, value, where);
    return [
      warning(
        "json-unknown-field",
        where,
        `Take ${shown(key)} out, or put it into an object of yours whose name begins with _: JSON Feed has no such field there.`,
        JSON_FEED("Extensions"),
      ),
    ];
  });
}

function checkField(kind: Kind, value: Json, where: string, section: string): Finding[] {
  const { holds, wanted }: Shape = isText(kind) ? SHAPES.text : SHAPES[kind];
  if (!holds(value))
    return [error("json-type", where, `Write ${wanted} here: it is ${kindOf(value)}.`, JSON_FEED(section))];
  if (!isText(kind)) return [];
  const { rule, check } = TEXTS[kind];
  const change = check(String(value));
  if (change === null) return [];
  return kind === "plain text"
    ? [
        warning(
          rule,
          where,
          `${shown(String(value))}: ${change}; HTML goes into content_html and nowhere else.`,
          JSON_FEED(section),
        ),
      ]
    : [error(rule, where, `${shown(String(value))}: ${change}.`, JSON_FEED(section))];
}

const isText = (kind: Kind): kind is keyof typeof TEXTS => kind in TEXTS;

// Names of extensions begin with _ and a letter, and no key in them has a dot or begins with _.
function checkExtension(key: string, value: Json, where: string): Finding[] {
  const wrong = (at: string, change: string): Finding =>
    error("json-extension", at, change, JSON_FEED("Extensions"));
  if (!EXTENSION.test(key) || key.includes("."))
    return [wrong(where, `Name the extension ${shown(key)} with _, a letter, and no dot.`)];
  if (!isObject(value)) return [wrong(where, `Make ${key} an object: extensions are.`)];
  return Object.keys(value)
    .filter((member) => member.includes(".") || member.startsWith("_"))
    .map((member) =>
      wrong(pointerTo(where, member), `Name ${shown(member)} without a dot, and without _ in front.`),
    );
}
