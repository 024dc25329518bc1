// A feed in XML → its entries, each read for itself: one that is broken is said, and the rest kept.

import { fail, ok, type Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import { readAtomFeed, readEntry } from "./atom.ts";
import type { FeedEntry, FeedFacts, ReadFeed, Surroundings } from "./feed.ts";
import { writeNode } from "./kept.ts";
import { readChannel, readItem } from "./rss.ts";
import { enter } from "./surroundings.ts";
import { whyUnusable } from "./unusable.ts";
import { elementsOf, isElement } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Roots of RSS: some documents begin with the channel. */
const RSS_ROOTS: ReadonlySet<string> = new Set(["rss", "rdf", "channel"]);

/** Read a feed. @returns null for a document that is none */
export function readXmlFeed(root: XmlElement, feedUrl: string | null): ReadFeed | null {
  const around: Surroundings = { base: feedUrl, language: null };
  if (root.local === "feed") {
    const feed = readAtomFeed(root, around);
    const shared = elementsOf(root).filter(({ local }) => local === "author");
    return readEntries(root, feed, "entry", (entry) => ({
      submission: readEntry(entry, root, around),
      kept: writeNode({ ...root, children: [...shared, entry] }),
    }));
  }
  if (root.local === "entry") {
    const facts = { ...readAtomFeed(root, around), title: null, url: null };
    return readEntries({ ...root, children: [root] }, facts, "entry", () => ({
      submission: readEntry(root, null, around),
      kept: writeNode(root),
    }));
  }
  if (!RSS_ROOTS.has(root.local)) return null;
  const channel = elementsOf(root).find(({ local }) => local === "channel") ?? null;
  const feed = readChannel(root, channel, around);
  const shared = elementsOf(channel ?? root).filter(({ local }) => SHARED.has(local));
  const isBeside = feed.dialect === "rdf" || channel === null; // the items, not in the channel
  const inside = isBeside ? enter(around, root) : enter(around, root, channel);
  const about = channel === null ? shared : [{ ...channel, children: shared }];
  return readEntries(root, feed, "item", (item) => ({
    submission: readItem(item, feed, inside),
    kept: writeNode({
      ...root,
      children: isBeside ? [...about, item] : [{ ...channel, children: [...shared, item] }],
    }),
  }));
}

const SHARED: ReadonlySet<string> = new Set(["language", "link"]);

function readEntries(
  root: XmlElement,
  feed: FeedFacts,
  name: string,
  read: (entry: XmlElement) => Omit<FeedEntry, "place">,
): ReadFeed {
  const entries = entriesIn(root, name).map((entry): Result<FeedEntry, IngestError> => {
    const unusable = whyUnusable(entry);
    if (unusable !== null) return unusableAt(unusable.line, unusable.reason);
    return ok({ ...read(entry), place: placeOf(entry.line) });
  });
  // The end is missing, and nobody knows how much with it.
  const isCut = !root.isClosed && !entries.some((entry) => !entry.ok);
  return {
    feed,
    entries: isCut ? [...entries, unusableAt(root.line, `<${root.name}> is not closed`)] : entries,
  };
}

const placeOf = (line: number): string => `line ${line}`;

const unusableAt = (line: number, reason: string): Result<never, IngestError> =>
  fail({ kind: "entry_unusable", place: placeOf(line), reason });

/** Every entry, in the document's order. */
const entriesIn = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).flatMap((child) => {
    if (child.local === name) return child.isClosed ? [child] : entriesOf(child, name);
    return CONTAINERS.has(child.local) || !child.isClosed ? entriesIn(child, name) : [];
  });

const CONTAINERS: ReadonlySet<string> = new Set(["channel", "items"]);

/** One that nothing closes has the next ones in it: their beginning is its end. */
function entriesOf(entry: XmlElement, name: string): readonly XmlElement[] {
  const inside = entriesIn(entry, name);
  if (inside.length === 0) return [entry];
  const own = entry.children.filter((child) => !isElement(child) || child.local !== name);
  return [{ ...entry, children: own, isClosed: true }, ...inside];
}
