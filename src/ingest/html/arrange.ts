// Sanitized HTML → the one form in which an article's text is kept, whatever
// wrappers, indentation and habits it came with: paragraphs, headings, lists and
// figures, one block a line. Doing it again changes nothing.

import { arrangeLine, isInline, isMedium, isSeen } from "./arrange-line.ts";
import { arrangeEmbed, isEmbed, withoutMark } from "./embeds.ts";
import { anElement, type Element, isElement, type Node, openTree, writeTree } from "./html-tree.ts";
import { isSettled } from "./settled.ts";

export type Arranged = {
  readonly html: string;
  readonly isSettled: boolean; // whether cleaning it again would change nothing
};

/** Bring sanitized HTML into its one form. */
export function arrange(html: string): Arranged {
  const tree = arrangeFlow(openTree(html), "paragraphs");
  return { html: writeTree(tree, "\n"), isSettled: isSettled(tree) };
}

/** What loose text becomes: paragraphs; or, in a cell or a list's item, it stays loose while it stands alone. */
type Manner = "paragraphs" | "item";

/** Blocks, and between them runs of inline nodes. */
type Part = { readonly block: Element } | { readonly run: readonly Node[] };

const FLOWS = ["blockquote", "details", "div"];
// Nothing but certain elements may stand in these.
const STRUCTURES = ["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup"];
const KEPT_EMPTY = ["td", "th", "hr", "col", "colgroup"];

function arrangeFlow(nodes: readonly Node[], manner: Manner): Node[] {
  const parts = partsOf(nodes).flatMap((part) => arrangePart(part, manner));
  const loose = parts.filter((part) => "run" in part).length;
  return parts.flatMap((part): Node[] => {
    if ("block" in part) return [part.block];
    return manner === "item" && loose === 1 ? [...part.run] : [anElement("p", "", [...part.run])];
  });
}

function partsOf(nodes: readonly Node[]): Part[] {
  const parts: Part[] = [];
  let run: Node[] = [];
  const endRun = () => {
    if (run.length > 0) parts.push({ run });
    run = [];
  };
  for (const node of nodes) {
    if (node.kind === "text" || isInline(node)) run.push(node);
    else {
      endRun();
      // A wrapper says nothing but where a paragraph begins and ends.
      if (isWrapper(node)) parts.push(...partsOf(node.children));
      else parts.push({ block: node });
    }
  }
  endRun();
  return parts;
}

const isWrapper = ({ name, attributes, children }: Element): boolean =>
  (name === "div" && attributes === "") || (name === "p" && !children.every(isInline));

function arrangePart(part: Part, manner: Manner): Part[] {
  if ("run" in part) return linesOf(unwrapUnseen(part.run)).flatMap((line) => arrangeRun(line, manner));
  const { block } = part;
  if (block.name !== "p")
    // A link around a block that was a wrapper is a link in a line.
    return arrangeBlock(block).flatMap((made): Part[] => {
      if (isInline(made)) return arrangeRun([made], manner);
      return manner === "item" && made.name === "p" ? [{ run: made.children }] : [{ block: made }];
    });
  const parts = arrangePart({ run: block.children }, manner);
  // The only paragraph of a list's item is its text.
  if (manner === "item" && block.attributes === "") return parts;
  return parts.map((made) => ("run" in made ? { block: { ...block, children: [...made.run] } } : made));
}

function arrangeRun(run: readonly Node[], manner: Manner): Part[] {
  const line = arrangeLine(run);
  if (line.length === 0) return [];
  const pictures = line.filter((node) => node.kind === "element" || isSeen(node));
  if (manner === "item" || !pictures.every(isPicture)) return [{ run: line }];
  return pictures.map((picture) => ({ block: anElement("figure", "", [picture]) }));
}

/** A picture or a player, on its own or as a link. */
const isPicture = (node: Node): boolean =>
  isMedium(node) ||
  (node.kind === "element" &&
    node.name === "a" &&
    node.children.length === 1 &&
    node.children.every(isMedium));

/** Elements that show nothing go before lines are told apart: they may hide a break, or stand beside one. */
const unwrapUnseen = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) =>
    node.kind === "text" || isSeen(node) || isElement(node, "br", "wbr")
      ? [node]
      : unwrapUnseen(node.children),
  );

/** Two line breaks in a row are how some editors write a paragraph. */
function linesOf(run: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  let gap: Node[] = []; // line breaks, and white space between
  for (const node of run) {
    const isGap = isElement(node, "br") || (node.kind === "text" && !isSeen(node) && gap.length > 0);
    if (isGap) {
      gap.push(node);
      continue;
    }
    if (gap.filter((one) => isElement(one, "br")).length > 1) lines.push([]);
    else lines.at(-1)?.push(...gap);
    gap = [];
    lines.at(-1)?.push(node);
  }
  return lines;
}

function arrangeBlock(marked: Element): Element[] {
  const block = isEmbed(marked) ? arrangeEmbed(marked) : marked;
  const arranged = block.isVoid ? block : { ...block, children: arrangeInside(block) };
  return isSeen(arranged) || KEPT_EMPTY.includes(block.name) ? [arranged] : [];
}

function arrangeInside({ name, children }: Element): Node[] {
  if (name === "pre") return children.map(asItStands);
  if (name === "figure")
    return arrangeFlow(children, "item").flatMap((child) =>
      child.kind === "element" && isPlainFigure(child) ? child.children : [child],
    );
  if (!STRUCTURES.includes(name)) return arrangeFlow(children, FLOWS.includes(name) ? "paragraphs" : "item");
  return children.flatMap((child): Node[] => {
    if (child.kind === "text" || isInline(child)) return arrangeLine([child]);
    return arrangeBlock(child);
  });
}

/** An embed is a figure, and may stand in one already. */
const isPlainFigure = (node: Element): boolean =>
  isElement(node, "figure") &&
  node.attributes === "" &&
  !node.children.some((child) => isElement(child, "figcaption"));

/** Preformatted: every space counts. */
const asItStands = (node: Node): Node => {
  if (node.kind === "text") return node;
  const element = isEmbed(node) ? arrangeEmbed(node) : node;
  return {
    ...element,
    attributes: withoutMark(element.attributes),
    children: element.children.map(asItStands),
  };
};
