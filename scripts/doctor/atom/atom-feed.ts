// <feed>: what says what the feed is. RFC 4287 §4.1.1

import { advice, error, type Finding, type Findings } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childOf, childrenOf, lineOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkAtomLinks } from "./atom-link.ts";
import { checkAtomValues, checkTitleSaid } from "./atom-values.ts";
import { checkAtomVocabulary } from "./atom-vocabulary.ts";

const EXACTLY_ONCE = ["id", "title", "updated"];
const AT_MOST_ONCE = ["generator", "icon", "logo", "rights", "subtitle"];
const MANY = ["author", "category", "contributor", "link", "entry"];

export const checkFeedElement = (root: XmlElement, entries: readonly XmlElement[]): Findings => [
  ...checkAtomVocabulary(root, {
    exactlyOnce: EXACTLY_ONCE,
    atMostOnce: AT_MOST_ONCE,
    many: MANY,
    section: "RFC 4287 §4.1.1",
  }),
  ...checkAtomValues(root),
  ...checkAtomLinks(root),
  ...checkAuthors(root, entries),
  ...checkLanguage(root),
  ...checkTitleSaid(root),
];

const hasAuthor = (element: XmlElement): boolean => childOf(element, NAMESPACES.atom, "author") !== undefined;

function checkAuthors(root: XmlElement, entries: readonly XmlElement[]): Finding[] {
  if (hasAuthor(root)) return [];
  const anonymous = entries.filter(
    (entry) => !hasAuthor(entry) && !childrenOf(entry, NAMESPACES.atom, "source").some(hasAuthor),
  );
  const [first] = anonymous;
  if (first === undefined) return []; // nor does an empty feed need one
  return [
    error(
      "atom-author",
      lineOf(first),
      "Give <feed> an <author>, or every <entry> one of its own.",
      "RFC 4287 §4.1.1",
    ),
  ];
}

const checkLanguage = (root: XmlElement): Finding[] =>
  root.attributes["xml:lang"] === undefined
    ? [
        advice(
          "atom-language-missing",
          lineOf(root),
          'Say the language, as in xml:lang="en-GB" on <feed>: readers sort, hyphenate and read aloud by it.',
          "RFC 4287 §2",
        ),
      ]
    : [];
