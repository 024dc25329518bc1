// What is in an element of a feed, as HTML: escaped, in CDATA, as XHTML, or just
// written into the XML.

import { VOID_ELEMENTS } from "../page/page-tree.ts";
import { escapeHtml, isVisible } from "../text.ts";
import { isElement, wholeText } from "./xml-read.ts";
import type { XmlElement, XmlNode } from "./xml-tree.ts";

/** The HTML in an element; null for nothing. */
export function htmlIn(element: XmlElement | null): string | null {
  if (element === null) return null;
  const html = element.children.some(isElement) ? writeHtml(element.children) : wholeText(element);
  return html.trim() === "" ? null : html;
}

/** The same of XHTML in Atom, without the div that has to be around it (RFC 4287 §3.1.1.3). */
export function htmlInDiv(element: XmlElement): string | null {
  const [first, ...others] = element.children.filter((child) => isElement(child) || isVisible(child));
  const isDiv = first !== undefined && isElement(first) && first.local === "div" && others.length === 0;
  if (!isDiv) return htmlIn(element);
  // Text alone is no escaped HTML here: it is in HTML already.
  const html = writeHtml(first.children);
  return html.trim() === "" ? null : html;
}

const writeHtml = (nodes: readonly XmlNode[]): string => nodes.map(writeNode).join("");

function writeNode(node: XmlNode): string {
  if (!isElement(node)) return escapeHtml(node).replace(REFERENCE, "&$1;");
  const { local, attributes, children } = node;
  const written = Object.entries(attributes)
    .filter(([name]) => !/^xmlns(?::|$)/.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const tag = `<${local}${written.join("")}>`;
  return VOID_ELEMENTS.has(local) ? tag : `${tag}${writeHtml(children)}</${local}>`;
}

/** One of HTML's that XML doesn't know, and so left as it was. */
const REFERENCE = /&amp;([a-z]{2,8}\d{0,2});/gi;
