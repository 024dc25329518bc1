// <content>, RFC 4287 §4.1.3: text, a document of another type, or the address of one.

import { error, type Finding, shown, warning } from "../finding.ts";
import { mediaType } from "../values/check.ts";
import { relativeAddressIn } from "../values/markup.ts";
import { iriReference } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkText } from "./atom-values.ts";

export function checkContent(content: XmlElement, entry: XmlElement): Finding[] {
  const { attributes, children, text } = content;
  const type = attributes["type"] ?? "text";
  const isOut = attributes["src"] !== undefined;
  const wrong = (change: string): Finding =>
    error("atom-content", lineOf(content), change, "RFC 4287 §4.1.3");
  if (isOut) {
    const isEmpty = text.trim() === "" && children.length === 0;
    const change = iriReference(attributes["src"] ?? "");
    return [
      ...(change === null ? [] : [wrong(`src ${shown(attributes["src"] ?? "")} of <content>: ${change}.`)]),
      ...(attributes["type"] === undefined
        ? [
            warning(
              "atom-content",
              lineOf(content),
              "Add type to <content>: it is elsewhere (src), and readers choose by it what to do.",
              "RFC 4287 §4.1.3.2",
            ),
          ]
        : []),
      ...(isEmpty ? [] : [wrong("Leave <content> empty, or leave its src out.")]),
      ...(hasSummary(entry) ? [] : [wrong("Add a <summary>: the content is elsewhere (src).")]),
      ...(["text", "html", "xhtml"].includes(type) && attributes["type"] !== undefined
        ? [wrong(`type ${shown(type)} of <content> with src: write a media type.`)]
        : []),
    ];
  }
  if (["text", "html", "xhtml"].includes(type))
    return [...checkText(content), ...checkAddresses(content, entry)];
  if (mediaType(type) !== null)
    return [wrong(`type ${shown(type)} of <content>: write text, html, xhtml or a media type.`)];
  if (/^(?:multipart|message)\//i.test(type))
    return [wrong(`type ${shown(type)} of <content>: write the type of one thing.`)];
  const isReadable = /[+/]xml\b|^text\//i.test(type);
  if (isReadable) return [];
  return [
    ...(hasSummary(entry) ? [] : [wrong("Add a <summary>: the content is in Base64.")]),
    ...(/^[a-z0-9+/\s]*={0,2}\s*$/i.test(text)
      ? []
      : [wrong(`Write the content, which is ${type}, in Base64.`)]),
  ];
}

const hasSummary = (entry: XmlElement): boolean => childOf(entry, NAMESPACES.atom, "summary") !== undefined;

function checkAddresses(content: XmlElement, entry: XmlElement): Finding[] {
  const address = content.attributes["type"] === "html" ? relativeAddressIn(content.text) : null;
  const hasBase = [content, entry].some(({ attributes }) => attributes["xml:base"] !== undefined);
  return address === null || hasBase
    ? []
    : [
        warning(
          "content-relative-url",
          lineOf(content),
          `Make the address ${shown(address)} in <content> absolute: readers resolve it against the wrong one.`,
          "RFC 4287 §2",
        ),
      ];
}
