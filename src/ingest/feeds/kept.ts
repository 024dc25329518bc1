// What is kept of an entry: a feed with this entry alone, which, read again, says the
// same. E-mail addresses are no part of it.

import { escapeHtml } from "../text.ts";
import { nameIn, PEOPLE } from "./people.ts";
import { isElement } from "./xml-read.ts";
import type { XmlElement, XmlNode } from "./xml-tree.ts";

/**
 * Write a feed of one entry.
 *
 * @param channel of RSS; null in Atom, whose feed has the entries itself
 * @param shared what the entry takes from its feed
 */
export function writeKept(
  root: XmlElement,
  channel: XmlElement | null,
  shared: readonly XmlElement[],
  entry: XmlElement,
): string {
  if (channel === null) return writeNode({ ...root, children: [...shared, entry] });
  const isInside = channel.children.includes(entry);
  const about = { ...channel, children: isInside ? [...shared, entry] : shared };
  return writeNode({ ...root, children: isInside ? [about] : [about, entry] });
}

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
