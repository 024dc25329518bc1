// XML → a tree whose elements know their line and their vocabulary.
//
// htmlparser2 parses, which is in the Worker already. It goes on after a fault, as
// whoever reads feeds must: an element that nothing closes says so, and only the
// entry that it is in is lost. It knows the five references of XML and numbers;
// any other stays as it is written, and is HTML's to read.

import { Parser } from "htmlparser2";
import { fail, ok, type Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import { type Vocabulary, vocabularyOf } from "./vocabularies.ts";

export type XmlElement = {
  readonly name: string; // as it is written: "media:content"
  readonly vocabulary: Vocabulary;
  readonly local: string; // lower case: "content", "pubdate"
  readonly attributes: Readonly<Record<string, string>>; // as they are written, xmlns too
  readonly children: readonly XmlNode[];
  readonly line: number; // where its tag begins
  readonly isClosed: boolean; // by a tag of its own
};
export type XmlNode = XmlElement | string; // text, without references

export const MAX_XML_DEPTH = 64;

type OpenElement = Omit<XmlElement, "children" | "isClosed"> & {
  readonly children: XmlNode[];
  isClosed: boolean;
  readonly prefixes: Prefixes | null;
};
/** What an element declares; "" is the default. A hostile one may declare thousands, so nothing is copied. */
type Prefixes = { readonly own: ReadonlyMap<string, string>; readonly outer: Prefixes | null };

/**
 * Parse XML.
 *
 * @returns its root, or why it is refused as a whole: it has none, declares entities, or is too deep
 */
export function openXml(xml: string): Result<XmlElement, IngestError> {
  const lineAt = lineCounter(xml);
  const open: OpenElement[] = [];
  let root: OpenElement | null = null;
  let refusal: IngestError | null = null;
  const refuse = (reason: string): void => {
    refusal ??= { kind: "xml_invalid", line: lineAt(parser.startIndex), reason };
    parser.pause(); // at once: what comes may be endless
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (refusal !== null) return;
        if (open.length >= MAX_XML_DEPTH)
          return refuse(`elements are nested more than ${MAX_XML_DEPTH} deep`);
        if (open.length === 0 && root !== null) return; // after the end
        const parent = open.at(-1) ?? null;
        const element = openElement(name, attributes, parent, root, lineAt(parser.startIndex));
        parent?.children.push(element);
        root ??= element;
        open.push(element);
      },
      onclosetag: (_name, isImplied) => {
        const element = open.pop();
        // To the parser the slash of <br/> is an implied end too.
        if (element !== undefined) element.isClosed = !isImplied || xml[parser.endIndex - 1] === "/";
      },
      ontext: (text) => {
        const siblings = open.at(-1)?.children;
        if (siblings === undefined) return;
        const last = siblings.at(-1);
        // The parser gives text in pieces: of a million "&" it makes a million.
        if (typeof last === "string") siblings[siblings.length - 1] = last + text;
        else siblings.push(text);
      },
      onprocessinginstruction: (name, text) => {
        if (root !== null || !name.startsWith("!")) return;
        // Entities, that is. Without them a document type says nothing that is read.
        if (name.toLowerCase() !== "!doctype" || text.includes("["))
          refuse("a document type must not declare anything");
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (refusal === null) parser.end();
  if (refusal !== null) return fail(refusal);
  return root === null ? fail({ kind: "xml_invalid", line: 1, reason: "there is no element" }) : ok(root);
}

function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: OpenElement | null,
  root: OpenElement | null,
  line: number,
): OpenElement {
  const prefixes = prefixesIn(attributes, parent?.prefixes ?? null);
  const colon = name.indexOf(":");
  const prefix = name.slice(0, Math.max(colon, 0));
  const local = name.slice(colon + 1).toLowerCase();
  const home = { root: root?.local ?? local, namespace: namespaceOf("", root?.prefixes ?? null) };
  const vocabulary = vocabularyOf(prefix.toLowerCase(), namespaceOf(prefix, prefixes), home);
  return { name, vocabulary, local, attributes, children: [], line, isClosed: false, prefixes };
}

function prefixesIn(attributes: Readonly<Record<string, string>>, outer: Prefixes | null): Prefixes | null {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return outer;
  return { own: new Map(declared.map(([name, uri]) => [name.slice(6), uri])), outer };
}

const namespaceOf = (prefix: string, scope: Prefixes | null): string | null =>
  scope === null ? null : (scope.own.get(prefix) ?? namespaceOf(prefix, scope.outer));

/** Which line a place is in; asked for in the document's order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    return line;
  };
}
