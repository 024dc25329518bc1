// <entry>: one article. RFC 4287 §4.1.2 and §4.1.3

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { readIsoDate } from "../values/iso-date.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkContent } from "./atom-content.ts";
import { checkAtomLinks, relOf } from "./atom-link.ts";
import { checkAtomValues, checkTitleSaid } from "./atom-values.ts";
import { checkAtomVocabulary } from "./atom-vocabulary.ts";

const SECTION = "RFC 4287 §4.1.2";

export const checkEntry = (entry: XmlElement): Findings => [
  ...checkAtomVocabulary(entry, {
    exactlyOnce: ["id", "title", "updated"],
    atMostOnce: ["content", "published", "rights", "source", "summary"],
    many: ["author", "category", "contributor", "link"],
    section: SECTION,
  }),
  ...checkAtomValues(entry),
  ...checkAtomLinks(entry),
  ...checkTitleSaid(entry),
  ...checkReadable(entry),
  ...checkTimes(entry),
  ...childrenOf(entry, NAMESPACES.atom, "source").flatMap(checkSource),
  ...childrenOf(entry, NAMESPACES.atom, "content")
    .slice(0, 1)
    .flatMap((content) => checkContent(content, entry)),
];

/** §4.2.11: the head of the feed that an entry was copied from. */
const checkSource = (source: XmlElement): Findings => [
  ...checkAtomVocabulary(source, {
    exactlyOnce: [],
    atMostOnce: ["id", "title", "updated", "generator", "icon", "logo", "rights", "subtitle"],
    many: ["author", "category", "contributor", "link"],
    section: "RFC 4287 §4.2.11",
  }),
  ...checkAtomValues(source),
  ...checkAtomLinks(source),
];

// §4.1.1.1 and §4.1.2: what there must be to read.
function checkReadable(entry: XmlElement): Finding[] {
  const content = childOf(entry, NAMESPACES.atom, "content");
  const summary = childOf(entry, NAMESPACES.atom, "summary");
  const hasAlternate = childrenOf(entry, NAMESPACES.atom, "link").some((link) => relOf(link) === "alternate");
  return [
    ...(content === undefined && !hasAlternate
      ? [
          error(
            "atom-alternate-missing",
            lineOf(entry),
            'Give <entry> a <content>, or a <link rel="alternate"> to its page.',
            SECTION,
          ),
        ]
      : []),
    ...(content === undefined && summary === undefined
      ? [
          warning(
            "atom-summary-missing",
            lineOf(entry),
            "Give <entry> a <summary> or a <content>: a reader has nothing to show but the title.",
            "RFC 4287 §4.1.1.1",
          ),
        ]
      : []),
  ];
}

function checkTimes(entry: XmlElement): Finding[] {
  const published = childOf(entry, NAMESPACES.atom, "published");
  const publishedAt = readIsoDate(published?.text ?? "");
  const updatedAt = readIsoDate(textOf(entry, NAMESPACES.atom, "updated"));
  if (published === undefined || publishedAt === null || updatedAt === null || publishedAt <= updatedAt)
    return [];
  return [
    warning(
      "atom-published-late",
      lineOf(published),
      "Let <published> be no later than <updated>.",
      "RFC 4287 §4.2.9, §4.2.15",
    ),
  ];
}

/** §4.1.1: entries with one id are one entry, of which a reader keeps the one updated last. */
export function checkEntriesTogether(entries: readonly XmlElement[]): Findings {
  const seen = new Map<string, XmlElement>();
  return entries.flatMap((entry) => {
    const id = textOf(entry, NAMESPACES.atom, "id");
    const key = `${id}\n${String(readIsoDate(textOf(entry, NAMESPACES.atom, "updated")))}`;
    const earlier = seen.get(key);
    if (id === "" || earlier === undefined) {
      seen.set(key, entry);
      return [];
    }
    return [
      error(
        "atom-id-duplicate",
        lineOf(entry),
        `Give each entry an <id> of its own: ${shown(id)} is that of ${lineOf(earlier)} too, with the same <updated>.`,
        "RFC 4287 §4.1.1",
      ),
    ];
  });
}
