// A feed in XML → its entries, each read for itself: one that is broken is said, and the rest kept.

import { fail, ok, type Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import { readAtomFeed, readAuthors, readEntry } from "./atom.ts";
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
  const around: Surroundings = { base: null, fallback: feedUrl, language: null };
  if (root.local === "feed") return readAtom(root, around);
  if (RSS_ROOTS.has(root.local)) return readRss(root, around);
  if (root.local !== "entry") return null;
  const facts: FeedFacts = { ...readAtomFeed(root, around), title: null, url: null };
  return readEntries({ ...root, children: [root] }, facts, "entry", () => ({
    submission: readEntry(root, [], around),
    kept: writeNode(root),
  }));
}

function readAtom(root: XmlElement, around: Surroundings): ReadFeed {
  const feed = readAtomFeed(root, around);
  const authors = readAuthors(root);
  const inside = { ...enter(around, root), fallback: around.fallback ?? feed.url };
  const shared = elementsOf(root).filter(
    ({ local, attributes }) => local === "author" || isPageLink(local, attributes),
  );
  const frame = inBounds({ ...root, children: shared });
  return readEntries(root, feed, "entry", (entry) => ({
    submission: readEntry(entry, authors, inside),
    kept: writeNode({ ...frame, children: [...frame.children, entry] }),
  }));
}

function readRss(root: XmlElement, around: Surroundings): ReadFeed {
  const channel = elementsOf(root).find(({ local }) => local === "channel") ?? null;
  const feed = readChannel(root, channel, around);
  const shared = elementsOf(channel ?? root).filter(({ local }) => SHARED.has(local));
  const isBeside = feed.dialect === "rdf" || channel === null; // the items, not in the channel
  const inside = isBeside ? enter(around, root) : enter(around, root, channel);
  const frame = inBounds({
    ...root,
    children: channel === null ? shared : [{ ...channel, children: shared }],
  });
  const [about] = elementsOf(frame);
  const keep = (item: XmlElement): XmlElement =>
    isBeside || about === undefined
      ? { ...frame, children: [...frame.children, item] }
      : { ...frame, children: [{ ...about, children: [...about.children, item] }] };
  return readEntries(root, feed, "item", (item) => ({
    submission: readItem(item, feed, { ...inside, fallback: feed.url ?? around.fallback }),
    kept: writeNode(keep(item)),
  }));
}

/** What is kept with every entry is kept a thousand times: a feed that says much about itself keeps none of it. */
const MOST_SHARED = 4_000;

const inBounds = (frame: XmlElement): XmlElement =>
  writeNode(frame).length <= MOST_SHARED ? frame : { ...frame, attributes: {}, children: [] };

const isPageLink = (local: string, { rel = "alternate" }: XmlElement["attributes"]): boolean =>
  local === "link" && rel === "alternate";

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
