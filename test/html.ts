// A page as parse5 reads it, the parser of the HTML standard.

import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Every element below a node, in the order of the document. */
export const elementsIn = (node: Node): readonly Element[] =>
  "childNodes" in node
    ? node.childNodes.flatMap((child) => ["tagName" in child ? [child] : [], elementsIn(child)].flat())
    : [];

/** Every element of a page with this name. */
export const allOf = (html: string, name: string): readonly Element[] =>
  elementsIn(parse(html)).filter(({ tagName }) => tagName === name);

/** @returns null when it hasn't this attribute */
export const attributeOf = ({ attrs }: Element, name: string): string | null =>
  attrs.find((attribute) => attribute.name === name)?.value ?? null;

/** Elements of a page with this class. */
export const classedOf = (html: string, name: string): readonly Element[] =>
  elementsIn(parse(html)).filter((element) =>
    (attributeOf(element, "class") ?? "").split(" ").includes(name),
  );

/** All that an element says. */
export const wordsIn = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(wordsIn).join("") : "";

/** What a page offers as its feeds: title, type and address of each, in their order. */
export const feedsOfferedBy = (html: string): readonly (string | null)[][] =>
  allOf(html, "link")
    .filter((link) => attributeOf(link, "rel") === "alternate")
    .map((link) => ["title", "type", "href"].map((name) => attributeOf(link, name)));
