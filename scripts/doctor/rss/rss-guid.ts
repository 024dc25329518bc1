// <guid>: what a reader knows an article by.

import { advice, error, type Finding, type Findings, shown } from "../finding.ts";
import { webUrl } from "../values/urls.ts";
import { childOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { SPECIFICATION } from "./rss-source.ts";

export function checkGuid(guid: XmlElement): Finding[] {
  const value = guid.text.trim();
  const isPermaLink = guid.attributes["isPermaLink"];
  const source = SPECIFICATION("<guid>");
  if (value === "")
    return [error("rss-guid-missing", lineOf(guid), "Write an id into <guid>, or leave it out.", source)];
  const misspelt = Object.keys(guid.attributes).find(
    (name) => /^ispermalink$/i.test(name) && name !== "isPermaLink",
  );
  if (misspelt !== undefined)
    return [
      error(
        "rss-guid-permalink",
        lineOf(guid),
        `Write isPermaLink for ${misspelt} on <guid>: case matters.`,
        source,
      ),
    ];
  if (isPermaLink !== undefined && isPermaLink !== "true" && isPermaLink !== "false")
    return [
      error(
        "rss-guid-permalink",
        lineOf(guid),
        `isPermaLink=${shown(isPermaLink)} of <guid>: write true or false.`,
        source,
      ),
    ];
  if (isPermaLink !== "false" && !/^https?:\/\//i.test(value))
    return [
      error(
        "rss-guid-permalink",
        lineOf(guid),
        `Write isPermaLink="false" on <guid> ${shown(value)}: without it, readers open the guid as a URL.`,
        source,
      ),
    ];
  const change = isPermaLink === "false" ? null : webUrl(value);
  if (change !== null)
    return [error("rss-guid-permalink", lineOf(guid), `<guid> ${shown(value)}: ${change}.`, source)];
  if (/^\d{1,8}$/.test(value))
    return [
      advice(
        "rss-guid-short",
        lineOf(guid),
        `Put your domain into <guid> ${shown(value)}: a number alone is another feed's id too.`,
        source,
      ),
    ];
  return [];
}

/** Two items with one guid are one article to a reader, which then shows one of them. */
export function checkGuidsTogether(items: readonly XmlElement[]): Findings {
  const seen = new Map<string, XmlElement>();
  return items.flatMap((item) => {
    const guid = childOf(item, "", "guid");
    const value = guid?.text.trim() ?? "";
    if (guid === undefined || value === "") return [];
    const earlier = seen.get(value);
    if (earlier === undefined) {
      seen.set(value, guid);
      return [];
    }
    return [
      error(
        "rss-guid-duplicate",
        lineOf(guid),
        `Give each item a <guid> of its own: ${shown(value)} is that of ${lineOf(earlier)} too.`,
        SPECIFICATION("<guid>"),
      ),
    ];
  });
}
