// Asking an element of a feed what it says.

import { isVisible } from "../text.ts";
import type { Vocabulary } from "./vocabularies.ts";
import type { XmlElement, XmlNode } from "./xml-tree.ts";

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== "string";

export const elementsOf = (parent: XmlElement): readonly XmlElement[] => parent.children.filter(isElement);

/** The children of a name, in the document's order. @param local lower case */
export const childrenOf = (
  parent: XmlElement,
  vocabulary: Vocabulary,
  local: string,
): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.vocabulary === vocabulary && child.local === local);

export const childOf = (parent: XmlElement, vocabulary: Vocabulary, local: string): XmlElement | null =>
  childrenOf(parent, vocabulary, local)[0] ?? null;

/** All text in an element, also that of elements in it. */
export const wholeText = (node: XmlNode): string =>
  isElement(node) ? node.children.map(wholeText).join("") : node;

/** The same, trimmed; null for nothing that can be seen. */
export function textOf(element: XmlElement | null): string | null {
  const text = element === null ? "" : wholeText(element).trim();
  return isVisible(text) ? text : null;
}

/** The text of the first child of a name that has any. */
export function textAt(parent: XmlElement, vocabulary: Vocabulary, local: string): string | null {
  for (const child of childrenOf(parent, vocabulary, local)) {
    const text = textOf(child);
    if (text !== null) return text;
  }
  return null;
}

/** An attribute, trimmed; null for none and for an empty one. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  const value = element?.attributes[name]?.trim() ?? "";
  return value === "" ? null : value;
}

/** A number that a size may be; null for all else. */
export function sizeOf(text: string | null): number | null {
  const size = text !== null && /^\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null;
  return size;
}

/** Every element below one for which something holds, in the document's order. */
export function findBelow(
  parent: XmlElement,
  holds: (element: XmlElement) => boolean,
): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => [
    ...(holds(child) ? [child] : []),
    ...findBelow(child, holds),
  ]);
}
