// Sanitized HTML as a tree, and back to the same bytes.
//
// The sanitizer closes what it opens, writes attributes in one way and escapes
// every "<", ">" and "&", so a tag ends at the first ">" and this needs no parser
// of HTML. It must never be given anything else.

import { attributeIn } from "../../model/sanitized-html.ts";

export type Text = { readonly kind: "text"; text: string }; // escaped, as it is written
export type Element = {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: string; // as they are written, with the space before them; "" for none
  readonly isVoid: boolean; // written as `<br />`
  children: Node[];
};
export type Node = Text | Element;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*?)( \/)?>|[^<]+/g;

/** Read sanitized HTML. */
export function openTree(html: string): Node[] {
  const root: Node[] = [];
  const open: Element[] = [];
  for (const [token, slash, name, attributes = "", isVoid] of html.matchAll(TOKEN)) {
    const siblings = open.at(-1)?.children ?? root;
    if (name === undefined) siblings.push({ kind: "text", text: token });
    else if (slash === "/") open.pop();
    else {
      const node = anElement(name, attributes, [], isVoid !== undefined);
      siblings.push(node);
      if (!node.isVoid) open.push(node);
    }
  }
  return root;
}

export const anElement = (name: string, attributes: string, children: Node[], isVoid = false): Element => ({
  kind: "element",
  name,
  attributes,
  isVoid,
  children,
});

/** Write a tree as the sanitizer would. */
export function writeTree(nodes: readonly Node[], between = ""): string {
  return nodes.map(writeNode).join(between);
}

const writeNode = (node: Node): string => {
  if (node.kind === "text") return node.text;
  const { name, attributes, children, isVoid } = node;
  return isVoid ? `<${name}${attributes} />` : `<${name}${attributes}>${writeTree(children)}</${name}>`;
};

export const isElement = (node: Node | undefined, ...names: readonly string[]): boolean =>
  node?.kind === "element" && names.includes(node.name);

/** The value of an attribute, as it is written; null without. */
export const attributeOf = ({ attributes }: Element, name: string): string | null =>
  attributeIn(attributes, name);
