// Complete, paged and archived feeds: RFC 5005. In RSS its links are <atom:link>.

import { relOf } from "../atom/atom-link.ts";
import { error, type Finding, type Findings, warning } from "../finding.ts";
import { sameAddress } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";

const RELATIONS = ["first", "last", "previous", "next", "prev-archive", "next-archive", "current"];
const NEIGHBOURS = ["previous", "next", "prev-archive", "next-archive"];

/** @param head the <feed> or the <channel>; @param articles its entries or items */
export function checkHistory(head: XmlElement, articles: readonly XmlElement[]): Findings {
  const links = childrenOf(head, NAMESPACES.atom, "link");
  const self = addressOf(links, "self");
  return [
    ...checkOnce(links),
    ...checkNeighbours(links, self),
    ...checkArchive(head, links, self),
    ...checkComplete(head, links),
    ...articles.flatMap(checkPlace),
  ];
}

const addressOf = (links: readonly XmlElement[], rel: string): string | null =>
  links.find((link) => relOf(link) === rel)?.attributes["href"] ?? null;

const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && sameAddress(one, other);

const checkOnce = (links: readonly XmlElement[]): Finding[] =>
  RELATIONS.flatMap((rel) =>
    links
      .filter((link) => relOf(link) === rel)
      .slice(1)
      .map((link) =>
        error("history-link-duplicate", lineOf(link), `Keep one link with rel="${rel}".`, "RFC 5005 §3, §4"),
      ),
  );

// A reader that follows these until there are no more would go round for ever.
function checkNeighbours(links: readonly XmlElement[], self: string | null): Finding[] {
  const findings = links
    .filter((link) => NEIGHBOURS.includes(relOf(link)) && isSame(link.attributes["href"] ?? null, self))
    .map((link) =>
      error(
        "history-loop",
        lineOf(link),
        `Let rel="${relOf(link)}" lead to another document: it leads to this one, and a reader that follows it never ends.`,
        relOf(link).endsWith("archive") ? "RFC 5005 §4" : "RFC 5005 §3",
      ),
    );
  for (const [before, after] of [
    ["prev-archive", "next-archive"],
    ["previous", "next"],
  ] as const) {
    const link = links.find((one) => relOf(one) === after);
    const address = addressOf(links, before);
    if (link !== undefined && isSame(address, addressOf(links, after)) && !isSame(address, self))
      findings.push(
        error(
          "history-loop",
          lineOf(link),
          `Let rel="${after}" lead elsewhere than rel="${before}".`,
          "RFC 5005 §3, §4",
        ),
      );
  }
  return findings;
}

function checkArchive(head: XmlElement, links: readonly XmlElement[], self: string | null): Finding[] {
  const archive = childOf(head, NAMESPACES.history, "archive");
  const isComplete = childOf(head, NAMESPACES.history, "complete") !== undefined;
  if (archive === undefined || isComplete) return []; // then it is all there is
  const current = links.find((link) => relOf(link) === "current");
  if (current === undefined)
    return [
      warning(
        "history-current-missing",
        lineOf(archive),
        'Add a link with rel="current": who finds an archive looks for the feed it belongs to.',
        "RFC 5005 §4",
      ),
    ];
  return isSame(current.attributes["href"] ?? null, self)
    ? [
        error(
          "history-current",
          lineOf(current),
          'Let rel="current" lead to the document that readers subscribe to: an archive is never that.',
          "RFC 5005 §4",
        ),
      ]
    : [];
}

function checkComplete(head: XmlElement, links: readonly XmlElement[]): Finding[] {
  const complete = childOf(head, NAMESPACES.history, "complete");
  if (complete === undefined) return [];
  const others = links.filter((link) => RELATIONS.includes(relOf(link)) && relOf(link) !== "current");
  return others.map((link) =>
    error(
      "history-complete",
      lineOf(link),
      `Leave out <${complete.name}>, or this: a complete feed has all of its entries here and no other documents.`,
      "RFC 5005 §2",
    ),
  );
}

const checkPlace = (article: XmlElement): Finding[] =>
  childrenOf(article, NAMESPACES.atom, "link")
    .filter((link) => RELATIONS.includes(relOf(link)))
    .map((link) =>
      warning(
        "history-link-place",
        lineOf(link),
        `Move rel="${relOf(link)}" out of <${article.local}>: it is a link of the feed.`,
        "RFC 5005 §3, §4",
      ),
    );
