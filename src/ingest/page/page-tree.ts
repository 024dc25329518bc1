// A web page as a tree: of HTML as it came, so nothing here is safe to serve.

import { Parser } from "htmlparser2";
import { INLINE_ELEMENTS } from "../../model/allowed-html.ts";
import { escapeHtml, oneLine } from "../text.ts";

export type PageElement = {
  readonly name: string; // lower case
  readonly attributes: Readonly<Record<string, string>>;
  children: PageNode[];
};
export type PageNode = PageElement | string; // text, without references

// Deeper than any page, and shallow enough to walk by recursion; what is deeper
// hangs from here.
const MOST_DEPTH = 200;

/** Elements that have nothing in them and no end. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** Parse a page or a fragment of one. @returns an element of no name around all of it */
export function openPage(html: string): PageElement {
  const root: PageElement = { name: "", attributes: {}, children: [] };
  const open: PageElement[] = [root];
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > MOST_DEPTH) {
          tooDeep += 1;
          return;
        }
        const element: PageElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag: () => {
        if (tooDeep > 0) tooDeep -= 1;
        else open.pop();
      },
      ontext: (text) => {
        const siblings = open.at(-1)?.children ?? [];
        const last = siblings.at(-1);
        // The parser gives text in pieces: of a million "<" it makes a million.
        if (typeof last === "string") siblings[siblings.length - 1] = last + text;
        else siblings.push(text);
      },
    },
    { recognizeCDATA: true },
  );
  parser.end(html);
  return root;
}

/** Write what is inside of an element as HTML again, for the sanitizer. */
export const writeInside = ({ children }: PageElement): string => children.map(writeNode).join("");

function writeNode(node: PageNode): string {
  if (typeof node === "string") return escapeHtml(node);
  const { name, attributes } = node;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  const tag = `<${name}${written.join("")}>`;
  // The text of a script would be read as markup, and that of a frame is for nobody.
  const inside = RAW.has(name) ? "" : writeInside(node);
  return VOID_ELEMENTS.has(name) ? tag : `${tag}${inside}</${name}>`;
}

const RAW = new Set(["iframe", "noembed", "noframes", "plaintext", "script", "style", "title", "xmp"]);

/** Every element below one for which something holds, in the page's order. */
export function findAll(root: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const look = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (test(child)) found.push(child);
      look(child);
    }
  };
  look(root);
  return found;
}

/** The same, but none that is in another of them. */
export function findOutermost(root: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  return root.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return test(child) ? [child] : findOutermost(child, test);
  });
}

export const named =
  (...names: readonly string[]) =>
  ({ name }: PageElement): boolean =>
    names.includes(name);

/** Take elements out of a tree. */
export function removeAll(root: PageElement, unwanted: ReadonlySet<PageElement>): void {
  root.children = root.children.filter((child) => typeof child === "string" || !unwanted.has(child));
  for (const child of root.children) if (typeof child !== "string") removeAll(child, unwanted);
}

/** What a person reads in an element, on one line. @param but an element to leave out */
export function wordsOf(node: PageNode, but: PageElement | null = null): string {
  const words: string[] = [];
  const read = (one: PageNode): void => {
    if (typeof one === "string") words.push(one);
    else if (isRead(one) && one !== but) {
      const space = isInLine(one) ? "" : " ";
      words.push(space);
      for (const child of one.children) read(child);
      words.push(space);
    }
  };
  read(node);
  return oneLine(words.join(""));
}

const UNREAD = new Set([...RAW, "head", "noscript", "template", "svg", "select", "textarea"]);
const IN_LINE = new Set([...INLINE_ELEMENTS, "big", "font", "img", "label", "picture", "span", "tt"]);

/** Whether what is in an element is there to be read. */
export const isRead = ({ name }: PageElement): boolean => !UNREAD.has(name);

/** Whether an element stands in a line of text. */
export const isInLine = ({ name }: PageElement): boolean => IN_LINE.has(name);
