// Whether a text is as plain as nearly every article is: then every parser reads
// it as it is written, and cleaning it once more would change nothing.
//
// Where the sanitizer took something out from between two elements, a parser may
// close them otherwise the next time: a <p> in a <p>, a link in a link. Nothing of
// what is plain can be closed by what is in it (htmlparser2's openImpliesClose).

import { isElement, type Node } from "./html-tree.ts";

const LINES = new Set(["p", "h2", "h3", "h4", "h5", "h6"]);
const IN_LINE = new Set(
  "a abbr b br cite code del em i ins kbd mark q s small strong sub sup time u".split(" "),
);
const MOST_LIST_DEPTH = 16;

export const isSettled = (blocks: readonly Node[]): boolean => blocks.every(isPlainBlock);

function isPlainBlock(node: Node): boolean {
  if (node.kind === "text") return false;
  const { name, children } = node;
  if (LINES.has(name)) return isLine(children, true);
  if (name === "ul" || name === "ol") return isPlainList(children, 1);
  if (name === "blockquote") return children.every((child) => isElement(child, "p") && isPlainBlock(child));
  if (name === "pre")
    return children.every(
      (child) => child.kind === "text" || (child.name === "code" && isText(child.children)),
    );
  if (name === "figure") return isPlainFigure(children);
  return name === "hr";
}

const isText = (nodes: readonly Node[]): boolean => nodes.every(({ kind }) => kind === "text");

const isLine = (nodes: readonly Node[], mayLink: boolean): boolean =>
  nodes.every(
    (node) =>
      node.kind === "text" ||
      (IN_LINE.has(node.name) &&
        (mayLink || node.name !== "a") &&
        isLine(node.children, mayLink && node.name !== "a")),
  );

// An item's text, and at its end perhaps a list.
const isPlainList = (items: readonly Node[], depth: number): boolean =>
  depth <= MOST_LIST_DEPTH &&
  items.every((item) => {
    if (item.kind === "text" || item.name !== "li") return false;
    const last = item.children.at(-1);
    if (last?.kind !== "element" || (last.name !== "ul" && last.name !== "ol"))
      return isLine(item.children, true);
    return isLine(item.children.slice(0, -1), true) && isPlainList(last.children, depth + 1);
  });

function isPlainFigure([picture, legend, ...more]: readonly Node[]): boolean {
  if (picture?.kind !== "element" || more.length > 0) return false;
  const [linked, ...others] = picture.name === "a" ? picture.children : [picture];
  const isLegend =
    legend === undefined ||
    (legend.kind === "element" && legend.name === "figcaption" && isLine(legend.children, true));
  return isElement(linked, "img") && others.length === 0 && isLegend;
}
