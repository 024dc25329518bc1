// What stands in one line of text: white space as a browser shows it, empty
// elements out.

import { INLINE_ELEMENTS } from "../../model/allowed-html.ts";
import { isVisible } from "../text.ts";
import { isEmbed } from "./embeds.ts";
import { type Element, isElement, type Node, type Text } from "./html-tree.ts";

const MEDIA = ["img", "video", "audio"];
const INLINE = new Set([...INLINE_ELEMENTS, ...MEDIA, "br", "source"]);

/** Whether a node stands in a line, with all that is in it. */
export const isInline = (node: Node): boolean =>
  node.kind === "text" ||
  isMedium(node) ||
  (INLINE.has(node.name) && !isEmbed(node) && node.children.every(isInline));

export const isMedium = (node: Node): boolean => isElement(node, ...MEDIA);

/** Whether a node shows anything. */
export const isSeen = (node: Node): boolean =>
  node.kind === "text"
    ? isVisible(node.text.replace(/&nbsp;/g, ""))
    : isMedium(node) || node.name === "hr" || node.children.some(isSeen);

/** The line's state from left to right. */
type Line = { last: Text | null; afterSpace: boolean };

/** Bring one run of inline nodes into its one form; [] when there is nothing to see. */
export function arrangeLine(nodes: readonly Node[]): Node[] {
  const line: Line = { last: null, afterSpace: true };
  const arranged = walk(nodes, line);
  trimEnd(line);
  if (!arranged.some(isSeen)) return [];
  const isEdge = (node: Node) => isElement(node, "br", "wbr") || (node.kind === "text" && node.text === "");
  const first = arranged.findIndex((node) => !isEdge(node));
  const last = arranged.findLastIndex((node) => !isEdge(node));
  return withoutEmpty(arranged.slice(first, last + 1));
}

// Trimming leaves text that says nothing any more.
const withoutEmpty = (nodes: readonly Node[]): Node[] =>
  nodes
    .filter((node) => node.kind === "element" || node.text !== "")
    .map((node) => (node.kind === "text" ? node : { ...node, children: withoutEmpty(node.children) }));

function walk(nodes: readonly Node[], line: Line): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === "text") return walkText(node.text, line);
    if (node.name === "br") {
      trimEnd(line);
      line.afterSpace = true;
      return [node];
    }
    if (isMedium(node)) return walkMedium(node, line);
    if (node.name === "wbr") return [node];
    const children = walk(node.children, line);
    return children.some(isSeen) ? [{ ...node, children }] : children;
  });
}

const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, " ");

function walkText(text: string, line: Line): Node[] {
  const collapsed = collapse(text);
  const written = line.afterSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
  if (written === "") return [];
  const node: Text = { kind: "text", text: written };
  line.last = node;
  line.afterSpace = written.endsWith(" ");
  return [node];
}

function walkMedium(node: Element, line: Line): Node[] {
  line.last = null;
  line.afterSpace = false;
  return [{ ...node, children: fallbackOf(node.children) }];
}

/** What a player plays, and what it says to browsers that can't. */
const fallbackOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node): Node[] => {
    if (isElement(node, "source")) return [node];
    if (node.kind === "element") return fallbackOf(node.children);
    return isSeen(node) ? [{ kind: "text", text: collapse(node.text) }] : [];
  });

function trimEnd(line: Line): void {
  if (line.last !== null && line.afterSpace) line.last.text = line.last.text.replace(/ $/, "");
  line.last = null;
}
