// Step two of publishing: fragments → the feed's documents → one bundle.

import { renderAtomHead, renderAtomTail } from "../formats/atom.ts";
import { BUNDLE_SCHEMA, type BundleHeader, type DocumentFacts } from "../formats/bundle.ts";
import { JSON_SEPARATOR, JSON_TAIL, renderJsonHead } from "../formats/json-feed.ts";
import { joinBytes, layOut, packRecord, type Span } from "../formats/record.ts";
import { RSS_TAIL, renderRssHead } from "../formats/rss.ts";
import { articleId } from "../model/article.ts";
import { MOST_CARD_ARTICLES } from "../model/feed-card.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { MAX_HEAD_BYTES } from "../model/limits.ts";
import { HEAD } from "../model/place.ts";
import type { HeadArticle, JournalDeps, Label } from "../ports/journal.ts";
import { factsOf } from "./facts.ts";
import { makeFragment } from "./render-article.ts";
import { etagOf } from "./render-key.ts";

/** How many withdrawn articles a bundle remembers. */
const MOST_TOMBSTONES = 100;

/** How many tags, and how many authors, a bundle lists, and how long they may be together. */
const MOST_LABELS = 2_000;
const MOST_LABEL_CHARACTERS = 40_000;

export type Assembled = {
  readonly record: Uint8Array;
  readonly latestKeys: readonly string[]; // of the newest articles, for the feed's card
};

/** What stands around and between a document's fragments. */
type Frame = { readonly head: Uint8Array; readonly separator: Uint8Array; readonly tail: Uint8Array };
type Frames = Readonly<Record<Format, Frame>>;

/**
 * Put a feed's bundle together from the fragments in its journal.
 *
 * What the journal says is read without an await in between, so the bundle is of one moment.
 *
 * @param version which the bundle claims: every change up to it is inside
 * @param lastModifiedAt ms since 1970 UTC, whole seconds
 */
export async function assemble(
  deps: JournalDeps,
  renderKey: string,
  version: number,
  lastModifiedAt: number,
): Promise<Assembled> {
  const { feed, tables } = deps;
  await refreshFragments(deps, renderKey);

  const frames = framesOf(deps);
  const articles = tables.head(howManyFit(tables.headSizes(feed.headLimit), frames));
  const tombstones = tables.newestTombstones(MOST_TOMBSTONES).toReversed();
  const listed = new Set([...articles, ...tombstones].map(({ key }) => key));
  const header = {
    schema: BUNDLE_SCHEMA,
    feed: feed.slug,
    version,
    renderKey,
    lastModifiedAt,
    tombstones: tombstones.map((row) => ({
      key: row.key,
      id: articleId(row),
      version: row.version,
      withdrawnAt: row.updatedAt,
    })),
    // A change that isn't listed makes every older "since" unanswerable.
    since: tables.newestChanges(listed.size + 1).find(({ key }) => !listed.has(key))?.version ?? 0,
    tags: labelsOf(deps, "tag"),
    authors: labelsOf(deps, "author"),
  } as const;
  const latestKeys = articles.slice(0, MOST_CARD_ARTICLES).map(({ key }) => key);
  return { record: await pack(header, articles, frames), latestKeys };
}

/** What today's renderer wrote differently, or can't write: a head must not mix the two. */
async function refreshFragments(deps: JournalDeps, renderKey: string): Promise<void> {
  const { tables, feed } = deps;
  for (const key of tables.staleHeadKeys(feed.headLimit, renderKey)) {
    const article = tables.article(key);
    if (article === null) continue;
    const fresh = await makeFragment(deps, article, renderKey);
    if (tables.row(key)?.listed !== true) continue; // withdrawn or put off meanwhile
    if (fresh.ok) tables.putFragment(key, fresh.value);
    else tables.dropFragment(key); // the restore that is under way marks it as stuck
  }
}

function framesOf(deps: JournalDeps): Frames {
  const { feed, publicOrigin } = deps;
  const { feedUri, changedAt } = factsOf(deps);
  const context = {
    feed,
    feedUri,
    publicOrigin,
    changedAt,
    place: HEAD,
    archives: 0,
    pollSeconds: 300,
    tombstones: [],
  };
  const frame = (head: string, separator: string, tail: string): Frame => ({
    head: new TextEncoder().encode(head),
    separator: new TextEncoder().encode(separator),
    tail: new TextEncoder().encode(tail),
  });
  return {
    rss: frame(renderRssHead(context), "", RSS_TAIL),
    atom: frame(renderAtomHead(context), "", renderAtomTail(context)),
    json: frame(renderJsonHead(context), JSON_SEPARATOR, JSON_TAIL),
  };
}

/**
 * How many of the newest articles stay within the limit in every format: all list the same.
 *
 * Told from the sizes: what doesn't fit is not even read, or 200 large articles would fill the isolate.
 */
function howManyFit(sizes: readonly Readonly<Record<Format, number>>[], frames: Frames): number {
  const room: Record<Format, number> = { rss: 0, atom: 0, json: 0 };
  for (const format of FORMATS)
    room[format] = MAX_HEAD_BYTES - frames[format].head.byteLength - frames[format].tail.byteLength;
  const tooMany = sizes.findIndex((size) => {
    for (const format of FORMATS) room[format] -= size[format] + frames[format].separator.byteLength;
    return FORMATS.some((format) => room[format] < 0);
  });
  return tooMany === -1 ? sizes.length : tooMany;
}

/** Every label there is, or null when they are too many to be read with every feed. */
function labelsOf({ tables }: JournalDeps, kind: Label["kind"]): readonly string[] | null {
  const labels = tables.labels(kind, MOST_LABELS + 1);
  const characters = labels.reduce((sum, { length }) => sum + length, 0);
  return labels.length <= MOST_LABELS && characters <= MOST_LABEL_CHARACTERS ? labels : null;
}

/** A document's parts, end to end: the head, every fragment behind a separator but the first, the tail. */
const partsOf = (articles: readonly HeadArticle[], format: Format, frame: Frame): readonly Uint8Array[] => [
  frame.head,
  ...articles.flatMap(({ fragment }, at) =>
    at === 0 ? [fragment.body[format]] : [frame.separator, fragment.body[format]],
  ),
  frame.tail,
];

/** Which of a document's parts an article's fragment is. */
const partOf = (at: number): number => 1 + at * 2;

async function pack(
  header: Omit<BundleHeader, "documents" | "articles">,
  articles: readonly HeadArticle[],
  frames: Frames,
): Promise<Uint8Array> {
  const parts = {
    rss: partsOf(articles, "rss", frames.rss),
    atom: partsOf(articles, "atom", frames.atom),
    json: partsOf(articles, "json", frames.json),
  };
  const lengthOf = (format: Format) => parts[format].reduce((sum, { byteLength }) => sum + byteLength, 0);
  const starts = { rss: 0, atom: lengthOf("rss"), json: lengthOf("rss") + lengthOf("atom") };
  const document = async (format: Format): Promise<DocumentFacts> => ({
    span: [starts[format], lengthOf(format)],
    etag: await documentEtag(header.version, articles, format, frames[format]),
  });
  const spans = { rss: layOut(parts.rss), atom: layOut(parts.atom), json: layOut(parts.json) };
  const spanOf = (format: Format, at: number): Span => spans[format][partOf(at)] ?? [0, 0];
  const complete: BundleHeader = {
    ...header,
    documents: { rss: await document("rss"), atom: await document("atom"), json: await document("json") },
    articles: articles.map(({ key, version }, at) => ({
      key,
      version,
      spans: { rss: spanOf("rss", at), atom: spanOf("atom", at), json: spanOf("json", at) },
    })),
  };
  return packRecord(complete, [...parts.rss, ...parts.atom, ...parts.json]);
}

/**
 * The tag of a document's bytes, from the digests of what it is made of: they
 * say as much as a digest of the whole, and each was made only once.
 */
function documentEtag(
  version: number,
  articles: readonly HeadArticle[],
  format: Format,
  { head, separator, tail }: Frame,
): Promise<string> {
  const digests = [format, ...articles.map(({ fragment }) => fragment.digest)].join();
  return etagOf(version, joinBytes([head, separator, tail, new TextEncoder().encode(digests)]));
}
