// XML → a tree whose elements know their line. saxes parses: it is strict about
// well-formedness and namespaces, and goes on after a fault.

import { SaxesParser } from "saxes";

export type XmlElement = {
  readonly name: string; // as it is written: "media:content"
  readonly local: string; // "content"
  readonly namespace: string; // "" for none
  readonly attributes: Readonly<Record<string, string>>; // by name as written, without xmlns
  readonly children: readonly XmlElement[];
  readonly text: string; // its own, without that of its children
  readonly line: number; // where its tag begins
};

export type XmlFault = { readonly line: number; readonly reason: string };

export type XmlDocument = {
  readonly root: XmlElement | null;
  readonly faults: readonly XmlFault[]; // none: it is well-formed
  readonly version: string;
  readonly hasDoctype: boolean;
  readonly namespaces: readonly { readonly namespace: string; readonly line: number }[]; // as declared
};

/** Deeper than any feed: whoever walks the tree walks it by calls, and saxes takes minutes over 100,000 levels. */
const MAX_DEPTH = 200;

/** Nobody reads more of them. */
const MAX_FAULTS = 100;

/** Parsed at once; whether to go on is looked at in between. */
const CHUNK_LENGTH = 65_536;

const XMLNS = "http://www.w3.org/2000/xmlns/";

type OpenElement = Omit<XmlElement, "children" | "text"> & {
  readonly children: XmlElement[];
  text: string;
};

export function readXml(xml: string): XmlDocument {
  const parser = new SaxesParser({ xmlns: true });
  const faults: XmlFault[] = [];
  const namespaces: { namespace: string; line: number }[] = [];
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let [version, hasDoctype, startLine] = ["1.0", false, 1];

  parser.on("error", ({ message }) => {
    const [, line, reason] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    faults.push({ line: Number(line ?? 1), reason: reason ?? message });
  });
  parser.on("xmldecl", (declaration) => {
    version = declaration.version ?? "1.0";
  });
  parser.on("doctype", () => {
    hasDoctype = true;
  });
  parser.on("opentagstart", () => {
    startLine = parser.line;
  });
  parser.on("opentag", ({ name, local, uri, attributes }) => {
    const written = Object.values(attributes);
    for (const attribute of written)
      if (attribute.uri === XMLNS) namespaces.push({ namespace: attribute.value, line: startLine });
    const own = written.filter((attribute) => attribute.uri !== XMLNS);
    const element: OpenElement = {
      name,
      local,
      namespace: uri,
      attributes: Object.fromEntries(own.map((attribute) => [attribute.name, attribute.value])),
      children: [],
      text: "",
      line: startLine,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  for (
    let at = 0;
    at < xml.length && open.length <= MAX_DEPTH && faults.length < MAX_FAULTS;
    at += CHUNK_LENGTH
  )
    parser.write(xml.slice(at, at + CHUNK_LENGTH));
  if (open.length > MAX_DEPTH)
    faults.push({ line: startLine, reason: `elements are nested more than ${MAX_DEPTH} deep` });
  else if (faults.length < MAX_FAULTS) parser.close();
  return { root, faults, version, hasDoctype, namespaces };
}

export const lineOf = ({ line }: XmlElement): string => `line ${line}`;

export const childrenOf = (parent: XmlElement, namespace: string, local: string): readonly XmlElement[] =>
  parent.children.filter((child) => child.local === local && child.namespace === namespace);

export const childOf = (parent: XmlElement, namespace: string, local: string): XmlElement | undefined =>
  parent.children.find((child) => child.local === local && child.namespace === namespace);

/** Its text without the white space around it; "" when there is no such child. */
export const textOf = (parent: XmlElement, namespace: string, local: string): string =>
  childOf(parent, namespace, local)?.text.trim() ?? "";

/** Every element of a namespace below one, in the document's order, each with its parent. */
export const elementsIn = (
  parent: XmlElement,
  namespace: string,
): readonly { readonly element: XmlElement; readonly parent: XmlElement }[] =>
  parent.children.flatMap((element) => [
    ...(element.namespace === namespace ? [{ element, parent }] : []),
    ...elementsIn(element, namespace),
  ]);
