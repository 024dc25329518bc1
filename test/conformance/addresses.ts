// Every address that a document holds, wherever it stands: in an attribute, as an
// element's text, as a JSON value, and inside the content's HTML.

import { parse } from "parse5";
import { attributeOf, elementsIn } from "../html.ts";
import { type Node, parseXml } from "../xml.ts";
import type { Read } from "./magazine.ts";

const HTML_ATTRIBUTES = ["href", "src", "poster", "cite", "srcset", "data", "action"];
const XML_ATTRIBUTES = ["href", "url", "src", "image"];
const XML_TEXTS = ["url", "uri", "icon", "logo", "webfeeds:icon", "comments", "docs"];
const XML_CONTENTS = ["content:encoded", "content"];
const JSON_NAMES = /^(?:.*_url|url|image|icon|favicon|avatar|about)$/;

export const addressesIn = ({ format, text }: Pick<Read, "format" | "text">): readonly string[] =>
  format === "json" ? addressesInJson(JSON.parse(text)) : addressesInXml(parseXml(text));

export const addressesInHtml = (html: string): readonly string[] =>
  elementsIn(parse(html)).flatMap((element) =>
    HTML_ATTRIBUTES.flatMap((name) => attributeOf(element, name) ?? []),
  );

function addressesInXml(node: Node): readonly string[] {
  const { name, attributes, children, text } = node;
  const isText = XML_TEXTS.includes(name) || (name === "link" && attributes["href"] === undefined);
  return [
    ...XML_ATTRIBUTES.flatMap((attribute) => attributes[attribute] ?? []),
    ...(isText || attributes["isPermaLink"] === "true" ? [text] : []),
    ...(XML_CONTENTS.includes(name) ? addressesInHtml(text) : []),
    ...children.flatMap(addressesInXml),
  ];
}

function addressesInJson(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner !== "string") return addressesInJson(inner);
    if (name === "content_html") return addressesInHtml(inner);
    return JSON_NAMES.test(name) ? [inner] : [];
  });
}
