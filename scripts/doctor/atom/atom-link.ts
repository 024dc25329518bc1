// <link>, RFC 4287 §4.2.7; in RSS, <atom:link>.

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { type Check, mediaType, wholeNumber } from "../values/check.ts";
import { languageTag } from "../values/languages.ts";
import { absoluteIri, iriReference, isAbsolute } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";

const SECTION = "RFC 4287 §4.2.7";

export const relOf = ({ attributes }: XmlElement): string => attributes["rel"] ?? "alternate";

/** The links of a feed, a channel, an entry or an item. */
export function checkAtomLinks(parent: XmlElement): Findings {
  const links = childrenOf(parent, NAMESPACES.atom, "link");
  return [...links.flatMap((link) => checkLink(link, parent)), ...checkAlternates(links, parent)];
}

function checkLink(link: XmlElement, parent: XmlElement): Finding[] {
  const { attributes, name } = link;
  const href = attributes["href"];
  const isRss = parent.namespace === "";
  if (href === undefined) return [error("atom-link", lineOf(link), `Add href to <${name}>.`, SECTION)];
  const checks = [
    // RSS has no base that an address could be relative to.
    { attribute: "href", check: isRss ? absoluteIri : linkTarget },
    { attribute: "type", check: mediaType },
    { attribute: "hreflang", check: languageTag },
    { attribute: "length", check: wholeNumber },
  ];
  const findings = checks.flatMap(({ attribute, check }) => {
    const value = attributes[attribute];
    const change = value === undefined ? null : check(value);
    return value === undefined || change === null
      ? []
      : [error("atom-link", lineOf(link), `${attribute} ${shown(value)} of <${name}>: ${change}.`, SECTION)];
  });
  if (/^$|\s/.test(attributes["rel"] ?? "alternate"))
    findings.push(
      error("atom-link", lineOf(link), `Write one relation into rel of <${name}>, or leave it out.`, SECTION),
    );
  if (findings.length === 0 && !isRss && relOf(link) !== "self" && !isAbsolute(href) && !hasBase(parent))
    findings.push(
      warning(
        "atom-relative-url",
        lineOf(link),
        `href ${shown(href)} of <${name}>: write the whole address; many readers resolve it against the wrong one.`,
        "RFC 4287 §2",
      ),
    );
  return findings;
}

// "" is this document, RFC 3986 §4.4: no fault, and nothing that anyone means.
const linkTarget: Check = (address) => (address === "" ? null : iriReference(address));

const hasBase = ({ attributes }: XmlElement): boolean => attributes["xml:base"] !== undefined;

function checkAlternates(links: readonly XmlElement[], parent: XmlElement): Finding[] {
  if (parent.namespace === "") return []; // RSS's page is in its own <link>
  const seen = new Set<string>();
  return links
    .filter((link) => relOf(link) === "alternate")
    .filter(({ attributes }) => {
      const kind = `${attributes["type"] ?? ""} ${attributes["hreflang"] ?? ""}`;
      const isSecond = seen.has(kind);
      seen.add(kind);
      return isSecond;
    })
    .map((link) =>
      error(
        "atom-alternates",
        lineOf(link),
        `Keep one <link rel="alternate"> of one type and hreflang in <${parent.local}>.`,
        parent.local === "entry" ? "RFC 4287 §4.1.2" : "RFC 4287 §4.1.1",
      ),
    );
}
