// <item>: one article.

import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { mediaType, wholeNumber } from "../values/check.ts";
import { relativeAddressIn } from "../values/markup.ts";
import { webUrl } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkValues, checkVocabulary } from "./rss-elements.ts";
import { checkGuid } from "./rss-guid.ts";
import { PROFILE, SPECIFICATION } from "./rss-source.ts";

const ONCE = ["title", "link", "description", "author", "comments", "guid", "pubDate", "source"];
const KNOWN = [...ONCE, "category", "enclosure"];

export const checkItem = (item: XmlElement): Findings => [
  ...checkVocabulary(item, { known: KNOWN, once: ONCE }),
  ...checkPresence(item),
  ...checkValues(item),
  ...childrenOf(item, "", "guid").slice(0, 1).flatMap(checkGuid),
  ...checkEnclosures(item),
  ...childrenOf(item, "", "source").flatMap(checkSource),
  ...checkContent(item),
];

function checkPresence(item: XmlElement): Finding[] {
  const findings: Finding[] = [];
  const isSaid = ["title", "description"].some((name) => childOf(item, "", name) !== undefined);
  const text = ["title", "description"].map((name) => textOf(item, "", name)).join("");
  if (!isSaid || (text === "" && textOf(item, NAMESPACES.content, "encoded") === ""))
    findings.push(
      (isSaid ? warning : error)(
        "rss-item-empty",
        lineOf(item),
        "Give <item> a <title> or a <description> with something in it.",
        SPECIFICATION("Elements of <item>"),
      ),
    );
  if (childOf(item, "", "guid") === undefined)
    findings.push(
      warning(
        "rss-guid-missing",
        lineOf(item),
        "Give <item> a <guid> that never changes: without one, readers show an edited article as a new one.",
        PROFILE("<guid>"),
      ),
    );
  if (childOf(item, "", "pubDate") === undefined && childOf(item, NAMESPACES.dc, "date") === undefined)
    findings.push(
      advice(
        "rss-pubdate-missing",
        lineOf(item),
        "Give <item> a <pubDate>: without one, readers take the time at which they found it.",
        SPECIFICATION("<pubDate>"),
      ),
    );
  return findings;
}

function checkEnclosures(item: XmlElement): Finding[] {
  const enclosures = childrenOf(item, "", "enclosure");
  const source = SPECIFICATION("<enclosure>");
  return enclosures.flatMap((enclosure, at) => {
    const { attributes } = enclosure;
    const findings = [
      { name: "url", check: webUrl },
      { name: "length", check: wholeNumber },
      { name: "type", check: mediaType },
    ].flatMap(({ name, check }) => {
      const value = attributes[name];
      if (value === undefined)
        return [error("rss-enclosure", lineOf(enclosure), `Add ${name} to <enclosure>.`, source)];
      const change = check(value);
      return change === null
        ? []
        : [
            error(
              "rss-enclosure",
              lineOf(enclosure),
              `${name} ${shown(value)} of <enclosure>: ${change}.`,
              source,
            ),
          ];
    });
    if (at === 1)
      findings.push(
        warning(
          "rss-enclosures",
          lineOf(enclosure),
          "Keep one <enclosure> in <item>: some readers take the first, some the last. <media:content> may be many.",
          PROFILE("<enclosure>"),
        ),
      );
    return findings;
  });
}

function checkSource(origin: XmlElement): Finding[] {
  const url = origin.attributes["url"];
  const change = url === undefined ? "add it" : webUrl(url);
  return change === null
    ? []
    : [error("rss-source", lineOf(origin), `url of <source>: ${change}.`, SPECIFICATION("<source>"))];
}

function checkContent(item: XmlElement): Finding[] {
  const bodies = childrenOf(item, NAMESPACES.content, "encoded");
  const [body] = bodies;
  const description = childOf(item, "", "description");
  const findings = bodies
    .slice(1)
    .map((other) =>
      error(
        "content-duplicate",
        lineOf(other),
        `Keep one <${other.name}> in <item>.`,
        PROFILE("<content:encoded>"),
      ),
    );
  const isBefore =
    description !== undefined &&
    body !== undefined &&
    item.children.indexOf(description) < item.children.indexOf(body);
  if (body !== undefined && !isBefore)
    findings.push(
      warning(
        "content-order",
        lineOf(body),
        `Put a <description> before <${body.name}>: some readers take the last of the two for the text.`,
        PROFILE("<content:encoded>"),
      ),
    );
  for (const element of [description, body]) {
    const address = element === undefined ? null : relativeAddressIn(element.text);
    if (element !== undefined && address !== null)
      findings.push(
        warning(
          "content-relative-url",
          lineOf(element),
          `Make the address ${shown(address)} in <${element.name}> absolute: readers don't know what it is relative to.`,
          PROFILE("Uniform Resource Locators"),
        ),
      );
  }
  return findings;
}
