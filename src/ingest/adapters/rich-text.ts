// Contentful's rich text, https://www.contentful.com/developers/docs/concepts/rich-text/,
// as HTML that isn't safe yet: by its own library, which takes a well-formed
// document for granted.
//
// A webhook sends no entry and no asset that a text embeds, only where it is.

import { documentToHtmlString, type Options } from "@contentful/rich-text-html-renderer";
import { isRecord } from "../../model/check-fields.ts";
import type { Dropped } from "../../model/receipt.ts";
import { escapeHtml, shorten } from "../text.ts";
import { isPlainName, listAt, textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";

export type RichText = Parameters<typeof documentToHtmlString>[0];

/** Whether it is a document through and through: the library looks into every node without asking. */
export const isRichText = (value: unknown): value is RichText =>
  valueAt(value, "/nodeType") === "document" && isNode(value);

function isNode(node: unknown): boolean {
  if (!isRecord(node) || !isPlainName(node["nodeType"])) return false;
  if (node["nodeType"] === "text")
    return (
      typeof node["value"] === "string" &&
      Array.isArray(node["marks"]) &&
      node["marks"].every((mark) => isPlainName(textAt(mark, "/type")))
    );
  return Array.isArray(node["content"]) && isRecord(node["data"]) && node["content"].every(isNode);
}

const KNOWN =
  /^(?:document|text|paragraph|heading-[1-6]|(?:un)?ordered-list|list-item|blockquote|hr|table|table-row|table-cell|table-header-cell|hyperlink)$/;

/** Render a document. What it embeds is left out and said; of a link to an entry or an asset the words stay. */
export function renderRichText(document: RichText): { html: string; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const renderNode: NonNullable<Options["renderNode"]> = {
    // The library's own leaves "&copy=" in an address for a parser to guess at.
    hyperlink: (node, next) => {
      const uri = textAt(node.data, "/uri");
      const words = next(node.content);
      return uri === null ? words : `<a href="${escapeHtml(uri)}">${words}</a>`;
    },
  };
  for (const nodeType of new Set(nodeTypesIn(document)))
    if (!KNOWN.test(nodeType))
      renderNode[nodeType] = (node, next) => {
        if (!nodeType.endsWith("-hyperlink")) dropped.push(droppedOf(nodeType, node));
        return next(node.content);
      };
  // It writes a line break only where it is told to keep every space as well.
  const html = documentToHtmlString(document, { renderNode, preserveWhitespace: true });
  return { html: html.replace(/(?:&nbsp;)+/g, " "), dropped };
}

const nodeTypesIn = (node: unknown): string[] => [
  textAt(node, "/nodeType") ?? "",
  ...listAt(node, "/content").flatMap(nodeTypesIn),
];

const droppedOf = (nodeType: string, node: unknown): Dropped => ({
  rule: nodeType.startsWith("embedded-asset")
    ? "embedded-asset"
    : nodeType.startsWith("embedded-")
      ? "embedded-entry"
      : "unknown-block",
  detail: shorten(textAt(node, "/data/target/sys/id") ?? nodeType, 100),
});
