// Which elements an Atom element may have, and how often.

import { error, type Findings, shown, warning } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";

export type AtomVocabulary = {
  readonly exactlyOnce: readonly string[];
  readonly atMostOnce: readonly string[];
  readonly many: readonly string[];
  readonly section: string;
};

export function checkAtomVocabulary(parent: XmlElement, vocabulary: AtomVocabulary): Findings {
  const { exactlyOnce, atMostOnce, many, section } = vocabulary;
  const missing = exactlyOnce.filter((name) => childrenOf(parent, NAMESPACES.atom, name).length === 0);
  const known = [...exactlyOnce, ...atMostOnce, ...many];
  const stray = parent.text.trim();
  return [
    ...(stray === ""
      ? []
      : [
          warning(
            "atom-stray-text",
            lineOf(parent),
            `Take the text ${shown(stray)} out of <${parent.local}>: only its elements are read.`,
            section,
          ),
        ]),
    ...missing.map((name) =>
      error(`atom-${name}-missing`, lineOf(parent), `Give <${parent.local}> an <${name}>.`, section),
    ),
    ...[...exactlyOnce, ...atMostOnce].flatMap((name) =>
      childrenOf(parent, NAMESPACES.atom, name)
        .slice(1)
        .map((element) =>
          error("atom-duplicate", lineOf(element), `Keep one <${name}> in <${parent.local}>.`, section),
        ),
    ),
    ...parent.children
      .filter(({ namespace, local }) => namespace === NAMESPACES.atom && !known.includes(local))
      .map((element) =>
        error(
          "atom-unknown-element",
          lineOf(element),
          `Take <${element.local}> out of <${parent.local}>: Atom has no such element there.`,
          section,
        ),
      ),
    ...parent.children
      .filter(({ namespace }) => namespace === "")
      .map((element) =>
        warning(
          "atom-no-namespace",
          lineOf(element),
          `Put <${element.local}> into a namespace: without one it belongs to nobody.`,
          "RFC 4287 §6.4",
        ),
      ),
  ];
}
