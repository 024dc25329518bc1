// Extensions are many elements with few rules each, so their rules are tables:
// what an element's text and attributes may be, where it may stand, how often.

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import type { Check } from "../values/check.ts";
import { childOf, elementsIn, lineOf, type XmlElement } from "../xml/xml-tree.ts";

export type ElementRule = {
  readonly text?: Check;
  readonly required?: readonly string[]; // attributes
  readonly attributes?: Readonly<Record<string, Check>>; // when they are there
  readonly parents?: readonly string[]; // local names
  readonly once?: true; // in one parent
  readonly discouraged?: Check; // what the text should not be any more: a warning
};

export type Extension = {
  readonly prefix: string; // of the findings' rules: "media" gives "media-content"
  readonly namespace: string;
  readonly source: string;
  readonly elements: Readonly<Record<string, ElementRule>>; // by local name; all that there are
};

export const checkExtension = (root: XmlElement, extension: Extension): Findings =>
  elementsIn(root, extension.namespace).flatMap(({ element, parent }) => {
    const rule = extension.elements[element.local];
    return rule === undefined
      ? [
          warning(
            `${extension.prefix}-unknown`,
            lineOf(element),
            `Take <${element.name}> out, or look at its spelling: its namespace has no such element.`,
            extension.source,
          ),
        ]
      : checkElement(element, parent, rule, extension);
  });

function checkElement(
  element: XmlElement,
  parent: XmlElement,
  rule: ElementRule,
  { prefix, namespace, source }: Extension,
): Finding[] {
  const { name, local, attributes, line } = element;
  const say = (make: typeof error, message: string): Finding =>
    make(`${prefix}-${local}`, `line ${line}`, message, source);
  const findings = (rule.required ?? [])
    .filter((attribute) => attributes[attribute] === undefined)
    .map((attribute) => say(error, `Add ${attribute} to <${name}>.`));
  for (const [attribute, check] of Object.entries(rule.attributes ?? {})) {
    const value = attributes[attribute];
    const change = value === undefined ? null : check(value);
    if (value !== undefined && change !== null)
      findings.push(say(error, `${attribute} ${shown(value)} of <${name}>: ${change}.`));
  }
  const text = element.text.trim();
  const change = rule.text?.(text) ?? null;
  if (change !== null) findings.push(say(error, `<${name}> ${shown(text)}: ${change}.`));
  const better = change === null ? (rule.discouraged?.(text) ?? null) : null;
  if (better !== null) findings.push(say(warning, `<${name}> ${shown(text)}: ${better}.`));
  if (rule.parents !== undefined && !rule.parents.includes(parent.local))
    findings.push(
      say(error, `Move <${name}> out of <${parent.name}>: it belongs into ${listed(rule.parents)}.`),
    );
  if (rule.once === true && childOf(parent, namespace, local) !== element)
    findings.push(say(error, `Keep one <${name}> in <${parent.name}>.`));
  return findings;
}

const listed = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(" or ");
