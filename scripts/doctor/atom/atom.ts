// Atom 1.0, RFC 4287

import type { AtomFeed, Delivery } from "../feed.ts";
import type { Findings } from "../finding.ts";
import { NAMESPACES } from "../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../xml/xml-tree.ts";
import { checkEntriesTogether, checkEntry } from "./atom-entry.ts";
import { checkFeedElement } from "./atom-feed.ts";

export const readAtom = (root: XmlElement): AtomFeed => ({
  format: "atom",
  root,
  entries: childrenOf(root, NAMESPACES.atom, "entry"),
});

export const checkAtom = ({ root, entries }: AtomFeed & Delivery): Findings => [
  ...checkFeedElement(root, entries),
  ...entries.flatMap(checkEntry),
  ...checkEntriesTogether(entries),
];
