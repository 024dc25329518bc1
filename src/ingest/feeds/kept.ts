// What is kept of an entry: a feed with this entry alone, which, read again, says the
// same. E-mail addresses are no part of it.

import { escapeHtml } from "../text.ts";
import { nameIn, PEOPLE } from "./people.ts";
import { isElement } from "./xml-read.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Write an element. @param node a feed of which everything was taken out but one entry, and what that takes from its feed */
export function writeNode(node: XmlNode): string {
  if (!isElement(node)) return escapeHtml(node);
  const { name, local, attributes, children } = node;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  const inside = children.flatMap((child) => withoutAddress(child, local)).map(writeNode);
  return `<${name}${written.join("")}>${inside.join("")}</${name}>`;
}

function withoutAddress(node: XmlNode, parent: string): readonly XmlNode[] {
  if (isElement(node)) return node.local === "email" ? [] : [node];
  return PEOPLE.has(parent) && node.includes("@") ? [nameIn(node) ?? ""] : [node];
}
