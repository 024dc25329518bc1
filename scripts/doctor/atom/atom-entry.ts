// <entry>: one article. RFC 4287 §4.1.2 and §4.1.3

import { error, type Finding, type Findings, shown, warning } from "../finding.ts";
import { mediaType } from "../values/check.ts";
import { readIsoDate } from "../values/iso-date.ts";
import { relativeAddressIn } from "../values/markup.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkAtomLinks, relOf } from "./atom-link.ts";
import { checkAtomValues, checkAtomVocabulary, checkText } from "./atom-values.ts";

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
  ...checkReadable(entry),
  ...checkTimes(entry),
  ...childrenOf(entry, NAMESPACES.atom, "content")
    .slice(0, 1)
    .flatMap((content) => checkContent(content, entry)),
];

// §4.1.1.1 and §4.1.2: what there must be to read.
function checkReadable(entry: XmlElement): Finding[] {
  const title = childOf(entry, NAMESPACES.atom, "title");
  const content = childOf(entry, NAMESPACES.atom, "content");
  const summary = childOf(entry, NAMESPACES.atom, "summary");
  const hasAlternate = childrenOf(entry, NAMESPACES.atom, "link").some((link) => relOf(link) === "alternate");
  return [
    ...(title !== undefined && title.text.trim() === "" && title.children.length === 0
      ? [warning("atom-title-empty", lineOf(title), "Write something into <title>.", "RFC 4287 §4.1.1.1")]
      : []),
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

function checkContent(content: XmlElement, entry: XmlElement): Finding[] {
  const { attributes, children, text } = content;
  const type = attributes["type"] ?? "text";
  const isOut = attributes["src"] !== undefined;
  const wrong = (change: string): Finding =>
    error("atom-content", lineOf(content), change, "RFC 4287 §4.1.3");
  if (isOut) {
    const isEmpty = text.trim() === "" && children.length === 0;
    return [
      ...(isEmpty ? [] : [wrong("Leave <content> empty, or leave its src out.")]),
      ...(hasSummary(entry) ? [] : [wrong("Add a <summary>: the content is elsewhere (src).")]),
      ...(["text", "html", "xhtml"].includes(type) && attributes["type"] !== undefined
        ? [wrong(`type ${shown(type)} of <content> with src: write a media type.`)]
        : []),
    ];
  }
  if (["text", "html", "xhtml"].includes(type))
    return [...checkText(content), ...checkAddresses(content, entry)];
  if (mediaType(type) !== null)
    return [wrong(`type ${shown(type)} of <content>: write text, html, xhtml or a media type.`)];
  const isReadable = /[+/]xml\b|^text\//i.test(type);
  return isReadable || hasSummary(entry) ? [] : [wrong("Add a <summary>: the content is in Base64.")];
}

const hasSummary = (entry: XmlElement): boolean => childOf(entry, NAMESPACES.atom, "summary") !== undefined;

function checkAddresses(content: XmlElement, entry: XmlElement): Finding[] {
  const address = content.attributes["type"] === "html" ? relativeAddressIn(content.text) : null;
  const hasBase = [content, entry].some(({ attributes }) => attributes["xml:base"] !== undefined);
  return address === null || hasBase
    ? []
    : [
        warning(
          "content-relative-url",
          lineOf(content),
          `Make the address ${shown(address)} in <content> absolute: readers resolve it against the wrong one.`,
          "RFC 4287 §2",
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
