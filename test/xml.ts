// XML read by a parser that nobody here wrote: saxes, which is strict about
// well-formedness and namespaces. It throws at the first fault.

import { SaxesParser } from "saxes";

export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string; // its own, without that of its children
};

export function parseXml(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open: Node[] = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node: Node = { name, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.write(xml).close();
  const [top] = root.children;
  if (top === undefined) throw new Error("no element");
  return top;
}

/** Every element of that name below, in the document's order. */
export const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The children of that name. */
export const childrenOf = (node: Node, name: string): Node[] =>
  node.children.filter((child) => child.name === name);

export const textOf = (node: Node | undefined, name: string): string | undefined =>
  node === undefined ? undefined : childrenOf(node, name)[0]?.text;
