// <at:deleted-entry>: what a reader should forget. RFC 6721

import { error, type Finding, type Findings, shown } from "../finding.ts";
import { isoDate, readIsoDate } from "../values/iso-date.ts";
import { readRssDate } from "../values/rss-date.ts";
import { absoluteIri } from "../values/urls.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, elementsIn, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";

const SOURCE = "RFC 6721 §3";

/** When an article that is in the feed was last updated, by its id; ms since 1970 UTC. */
type Living = ReadonlyMap<string, number | null>;

/** @param head the <feed> or the <channel>; @param articles its entries or items */
export function checkTombstones(head: XmlElement, articles: readonly XmlElement[]): Findings {
  const stones = childrenOf(head, NAMESPACES.tombstones, "deleted-entry");
  const isAtom = head.namespace === NAMESPACES.atom;
  const living: Living = new Map(articles.map(isAtom ? livingEntry : livingItem));
  return [
    ...stones.flatMap((stone) => [...checkStone(stone, isAtom), ...checkLiving(stone, living)]),
    ...checkTwice(stones),
    ...checkPlace(head, stones),
  ];
}

const livingEntry = (entry: XmlElement): [string, number | null] => [
  textOf(entry, NAMESPACES.atom, "id"),
  readIsoDate(textOf(entry, NAMESPACES.atom, "updated")),
];

// RSS has no time of the last change, so unless <atom:updated> says it, the pubDate must do.
const livingItem = (item: XmlElement): [string, number | null] => [
  textOf(item, "", "guid"),
  readIsoDate(textOf(item, NAMESPACES.atom, "updated")) ?? readRssDate(textOf(item, "", "pubDate")).at,
];

function checkStone(stone: XmlElement, isAtom: boolean): Finding[] {
  const { ref, when } = stone.attributes;
  const wrong = (change: string): Finding => error("deleted-entry", lineOf(stone), change, SOURCE);
  const findings: Finding[] = [];
  if (ref === undefined) findings.push(wrong(`Add ref to <${stone.name}>: the id of what was deleted.`));
  if (when === undefined)
    findings.push(wrong(`Add when to <${stone.name}>: the time at which it was deleted.`));
  // RSS's guid may be any text, and then so may be what refers to it.
  const badRef = ref === undefined || !isAtom ? null : absoluteIri(ref);
  const badWhen = when === undefined ? null : isoDate(when);
  if (badRef !== null) findings.push(wrong(`ref ${shown(ref ?? "")} of <${stone.name}>: ${badRef}.`));
  if (badWhen !== null) findings.push(wrong(`when ${shown(when ?? "")} of <${stone.name}>: ${badWhen}.`));
  return findings;
}

function checkLiving(stone: XmlElement, living: Living): Finding[] {
  const { ref = "", when = "" } = stone.attributes;
  const deletedAt = readIsoDate(when);
  const updatedAt = living.get(ref) ?? null;
  if (deletedAt === null || updatedAt === null || updatedAt >= deletedAt) return [];
  return [
    error(
      "deleted-entry-lives",
      lineOf(stone),
      `Take out <${stone.name}> or the article ${shown(ref)}: it was updated before it was deleted, so readers forget it.`,
      SOURCE,
    ),
  ];
}

function checkTwice(stones: readonly XmlElement[]): Finding[] {
  const seen = new Set<string>();
  return stones.flatMap((stone) => {
    const { ref, when } = stone.attributes;
    const key = `${ref}\n${when}`;
    if (ref === undefined || when === undefined || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      error(
        "deleted-entry-duplicate",
        lineOf(stone),
        `Keep one <${stone.name}> of this ref and when.`,
        SOURCE,
      ),
    ];
  });
}

const checkPlace = (head: XmlElement, stones: readonly XmlElement[]): Finding[] =>
  elementsIn(head, NAMESPACES.tombstones)
    .filter(({ element }) => element.local === "deleted-entry" && !stones.includes(element))
    .map(({ element, parent }) =>
      error(
        "deleted-entry-place",
        lineOf(element),
        `Move <${element.name}> out of <${parent.name}>, to where the articles are.`,
        SOURCE,
      ),
    );
