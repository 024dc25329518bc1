// What <channel> and <item> have in common: which elements they may have, how
// often, and what each of them holds.

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { type Check, email, positiveNumber } from "../values/check.ts";
import { languageTag } from "../values/languages.ts";
import { plainTextFault } from "../values/markup.ts";
import { readRssDate } from "../values/rss-date.ts";
import { anyUrl, webUrl } from "../values/urls.ts";
import { childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { PROFILE, SPECIFICATION } from "./rss-source.ts";

export type Vocabulary = {
  readonly known: readonly string[];
  readonly once: readonly string[];
};

/** Elements without a prefix: RSS has no others than its own, and most of them once. */
export function checkVocabulary(parent: XmlElement, { known, once }: Vocabulary): Findings {
  const own = parent.children.filter(({ namespace }) => namespace === "");
  const stray = parent.text.trim();
  const unknown = own.filter(({ local }) => !known.includes(local));
  return [
    ...(stray === ""
      ? []
      : [
          warning(
            "rss-stray-text",
            lineOf(parent),
            `Take the text ${shown(stray)} out of <${parent.local}>: only its elements are read.`,
            SPECIFICATION(`<${parent.local}>`),
          ),
        ]),
    ...unknown.map((element) => {
      const meant = known.find((name) => name.toLowerCase() === element.local.toLowerCase());
      return error(
        "rss-unknown-element",
        lineOf(element),
        meant === undefined
          ? `Take <${element.local}> out of <${parent.local}>, or put it in a namespace: RSS has no such element there.`
          : `Write <${meant}> for <${element.local}>: case matters.`,
        SPECIFICATION("Extending RSS"),
      );
    }),
    ...once.flatMap((name) =>
      childrenOf(parent, "", name)
        .filter(({ attributes }) => attributes["href"] === undefined) // Atom's link, of which checkLinkAttributes speaks
        .slice(1)
        .map((element) =>
          error(
            "rss-duplicate",
            lineOf(element),
            `Keep one <${name}> in <${parent.local}>.`,
            PROFILE(`<${parent.local}>`),
          ),
        ),
    ),
  ];
}

const CHECKS: Readonly<Record<string, { readonly rule: string; readonly check: Check }>> = {
  link: { rule: "rss-url", check: anyUrl },
  docs: { rule: "rss-url", check: webUrl },
  comments: { rule: "rss-url", check: webUrl },
  url: { rule: "rss-url", check: webUrl },
  language: { rule: "rss-language", check: languageTag },
  ttl: { rule: "rss-ttl", check: positiveNumber },
  author: { rule: "rss-email", check: personalEmail },
  managingEditor: { rule: "rss-email", check: personalEmail },
  webMaster: { rule: "rss-email", check: personalEmail },
};

const DATES = ["pubDate", "lastBuildDate"];
// Everything else that holds text holds plain text; an item's description is HTML.
const PLAIN_TEXTS = ["title", "copyright", "generator", "category", "description"];

/** An address, and a name behind it in parentheses. */
function personalEmail(value: string): string | null {
  const [, address] = /^(\S+)(?: \([^()]+\))?$/.exec(value) ?? [];
  const change = email(address ?? "");
  return change === null
    ? null
    : `${change}, as in desk@news.example (World Desk); names go into <dc:creator>`;
}

export function checkValues(parent: XmlElement): Findings {
  const own = parent.children.filter(({ namespace }) => namespace === "");
  return own.flatMap((element) => [
    ...checkValue(element),
    ...(DATES.includes(element.local) ? checkDate(element) : []),
    ...(PLAIN_TEXTS.includes(element.local) ? checkText(element, parent) : []),
  ]);
}

function checkValue(element: XmlElement): Finding[] {
  const { local, text } = element;
  const value = text.trim();
  const asked = CHECKS[local];
  if (asked === undefined || (local === "link" && value === "")) return []; // an empty link is a missing one
  const change = asked.check(value);
  if (change === null) return [];
  return [
    error(asked.rule, lineOf(element), `<${local}> ${shown(value)}: ${change}.`, SPECIFICATION(`<${local}>`)),
  ];
}

function checkDate(element: XmlElement): Finding[] {
  const { fault } = readRssDate(element.text);
  if (fault === null) return [];
  const message = `<${element.local}> ${shown(element.text)}: ${fault.change}.`;
  const make = fault.level === "error" ? error : warning;
  return [make("rss-date", lineOf(element), message, PROFILE("Dates and Times"))];
}

function checkText(element: XmlElement, parent: XmlElement): Finding[] {
  const [child] = element.children;
  if (child !== undefined)
    return [
      error(
        "rss-unescaped",
        lineOf(child),
        `Escape the < of <${child.name}> in <${element.local}>: as it is, readers lose it or all of the text.`,
        PROFILE("Character Data"),
      ),
    ];
  if (element.local === "description" && parent.local === "item") return [];
  const fault = plainTextFault(element.text);
  if (fault === null) return [];
  return [
    warning(
      "rss-plain-text",
      lineOf(element),
      `<${element.local}> ${shown(element.text)}: ${fault}.`,
      PROFILE("Character Data"),
    ),
  ];
}
