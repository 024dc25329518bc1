// What Atom's elements hold: text constructs (RFC 4287 §3.1), persons (§3.2),
// dates (§3.3) and the rest of §4.2.

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { type Check, email } from "../values/check.ts";
import { isoDate } from "../values/iso-date.ts";
import { languageTag } from "../values/languages.ts";
import { plainTextFault } from "../values/markup.ts";
import { absoluteIri, iriReference } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";

const CHECKS: Readonly<
  Record<string, { readonly rule: string; readonly check: Check; readonly section: string }>
> = {
  id: { rule: "atom-id", check: absoluteIri, section: "RFC 4287 §4.2.6" },
  updated: { rule: "atom-date", check: isoDate, section: "RFC 4287 §3.3" },
  published: { rule: "atom-date", check: isoDate, section: "RFC 4287 §3.3" },
  icon: { rule: "atom-iri", check: iriReference, section: "RFC 4287 §4.2.5" },
  logo: { rule: "atom-iri", check: iriReference, section: "RFC 4287 §4.2.8" },
};

const TEXTS = ["title", "subtitle", "summary", "rights"];
const PERSONS = ["author", "contributor"];

export function checkAtomValues(parent: XmlElement): Findings {
  const language = parent.attributes["xml:lang"];
  const change = language === undefined || language === "" ? null : languageTag(language);
  const base = parent.attributes["xml:base"];
  const badBase = base === undefined ? null : iriReference(base);
  return [
    ...(change === null
      ? []
      : [
          error(
            "atom-language",
            lineOf(parent),
            `xml:lang ${shown(language ?? "")}: ${change}.`,
            "RFC 4287 §2, BCP 47",
          ),
        ]),
    ...(badBase === null
      ? []
      : [error("atom-base", lineOf(parent), `xml:base ${shown(base ?? "")}: ${badBase}.`, "RFC 4287 §2")]),
    ...parent.children.filter(({ namespace }) => namespace === NAMESPACES.atom).flatMap(checkValue),
  ];
}

function checkValue(element: XmlElement): Finding[] {
  const { local, text } = element;
  if (TEXTS.includes(local)) return checkText(element);
  if (PERSONS.includes(local)) return checkPerson(element);
  if (local === "category") return checkCategory(element);
  if (local === "generator") return checkGenerator(element);
  const asked = CHECKS[local];
  const change = asked?.check(text) ?? null;
  if (asked === undefined || change === null) return [];
  return [error(asked.rule, lineOf(element), `<${local}> ${shown(text)}: ${change}.`, asked.section)];
}

/** §4.1.1.1 asks it of an entry; a feed without a title is as bad off. */
export const checkTitleSaid = (parent: XmlElement): Finding[] =>
  childrenOf(parent, NAMESPACES.atom, "title")
    .filter(({ text, children }) => text.trim() === "" && children.length === 0)
    .map((title) =>
      warning("atom-title-empty", lineOf(title), "Write something into <title>.", "RFC 4287 §4.1.1.1"),
    );

/** A text construct: text, html, or xhtml in one <div>. */
export function checkText(element: XmlElement): Finding[] {
  const { local, attributes, children, text } = element;
  const type = attributes["type"] ?? "text";
  const section = "RFC 4287 §3.1.1";
  const wrong = (message: string): Finding[] => [error("atom-text", lineOf(element), message, section)];
  if (type === "xhtml") {
    const [div] = children;
    return children.length === 1 && div?.local === "div" && div.namespace === NAMESPACES.xhtml
      ? []
      : wrong(`Put the XHTML of <${local}> into one <div xmlns="${NAMESPACES.xhtml}">.`);
  }
  if (type !== "text" && type !== "html")
    return wrong(`type ${shown(type)} of <${local}>: write text, html or xhtml.`);
  const [child] = children;
  if (child !== undefined)
    return wrong(`Escape the < of <${child.name}> in <${local}>, or write type="xhtml" and a <div>.`);
  const fault = type === "text" ? plainTextFault(text) : null;
  if (fault === null) return [];
  return [
    warning(
      "atom-plain-text",
      lineOf(element),
      `<${local}> ${shown(text)}: ${fault}, or write type="html".`,
      `${section}.1`,
    ),
  ];
}

function checkPerson(person: XmlElement): Finding[] {
  const wrong = (change: string): Finding => error("atom-person", lineOf(person), change, "RFC 4287 §3.2");
  const findings =
    textOf(person, NAMESPACES.atom, "name") === "" ? [wrong(`Give <${person.local}> a <name>.`)] : [];
  for (const name of ["name", "uri", "email"])
    if (childrenOf(person, NAMESPACES.atom, name).length > 1)
      findings.push(wrong(`Keep one <${name}> in <${person.local}>: one person is one <${person.local}>.`));
  for (const { name, check } of [
    { name: "uri", check: iriReference },
    { name: "email", check: email },
  ])
    for (const part of childrenOf(person, NAMESPACES.atom, name).slice(0, 1)) {
      const change = check(part.text);
      if (change !== null) findings.push(wrong(`<${name}> ${shown(part.text)}: ${change}.`));
    }
  return findings;
}

function checkCategory({ attributes, line }: XmlElement): Finding[] {
  const scheme = attributes["scheme"];
  const change = scheme === undefined ? null : absoluteIri(scheme);
  const wrong = (message: string): Finding =>
    error("atom-category", `line ${line}`, message, "RFC 4287 §4.2.2");
  return [
    ...((attributes["term"] ?? "").trim() === ""
      ? [wrong("Add term to <category>: its text isn't read.")]
      : []),
    ...(change === null ? [] : [wrong(`scheme ${shown(scheme ?? "")} of <category>: ${change}.`)]),
  ];
}

function checkGenerator(generator: XmlElement): Finding[] {
  const uri = generator.attributes["uri"];
  const change = uri === undefined ? null : iriReference(uri);
  return change === null
    ? []
    : [
        error(
          "atom-generator",
          lineOf(generator),
          `uri ${shown(uri ?? "")} of <generator>: ${change}.`,
          "RFC 4287 §4.2.4",
        ),
      ];
}
