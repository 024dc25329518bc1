// Step two of publishing: fragments → the feed's head → one bundle.

import type { BundleHeader, HeadFacts } from "../formats/bundle.ts";
import type { DocumentContext } from "../formats/context.ts";
import { packRecord } from "../formats/record.ts";
import { type Article, articleId } from "../model/article.ts";
import { pollSecondsOf } from "../model/cadence.ts";
import type { LabelKind } from "../model/label.ts";
import { HEAD, type Place } from "../model/place.ts";
import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import { closeArchives } from "./close-archives.ts";
import { framesOf, howManyFit, layOutDocuments, refreshFragments } from "./documents.ts";
import { factsOf } from "./facts.ts";
import { composeFeedPage } from "./feed-page.ts";

/** How many withdrawn articles a bundle remembers. */
const MOST_TOMBSTONES = 100;

/** How many tags, and how many authors, a bundle lists, and how long they may be together. */
const MOST_LABELS = 2_000;
const MOST_LABEL_CHARACTERS = 40_000;

/** How many of the newest articles the page for people and the feed's card show. */
const MOST_LATEST = 10;

export type Head = {
  readonly latest: readonly Article[]; // the newest, for the feed's card
  readonly isOverfull: boolean; // more archives are to be closed
  readonly pack: () => Promise<Uint8Array>;
};

/**
 * Decide what the feed's head holds; what it no longer holds goes to archives.
 *
 * What the journal says is read without an await in between, so the bundle is of
 * one moment. Its archives must be in KV before it is: it links to them.
 *
 * @param version which the bundle claims: every change up to it is inside
 * @param lastModifiedAt ms since 1970 UTC, whole seconds
 */
export async function assembleHead(
  deps: JournalDeps,
  renderKey: string,
  version: number,
  lastModifiedAt: number,
): Promise<Head> {
  const { feed, tables } = deps;
  await refreshFragments(deps, tables.headKeys(feed.headLimit), renderKey);

  const tombstones = tables.newestTombstones(MOST_TOMBSTONES).toReversed();
  const isOverfull = closeArchives(deps, framesOf(contextOf(deps, HEAD, tombstones, 3_600)));
  const fitting = tables.headKeys(feed.headLimit);
  const latest = fitting.slice(0, MOST_LATEST).flatMap((key) => tables.article(key) ?? []);
  const pollSeconds = pollSecondsOf(latest.map(({ publishedAt }) => publishedAt));
  const frames = framesOf(contextOf(deps, HEAD, tombstones, pollSeconds));
  const articles = tables.listedArticles(fitting.slice(0, howManyFit(tables.sizes(fitting), frames)));
  const listed = new Set([...articles, ...tombstones].map(({ key }) => key));
  const archives = tables.countArchives();
  const { knownSince } = factsOf(deps);
  // A change that isn't listed makes every older "since" unanswerable.
  const unlisted = tables.newestChanges(listed.size + 1).find(({ key }) => !listed.has(key));
  const more: Omit<HeadFacts, "articles"> = {
    tombstones: tombstones.map((row) => ({
      key: row.key,
      id: articleId(row),
      version: row.version,
      withdrawnAt: row.updatedAt,
    })),
    since: Math.max(unlisted?.version ?? 0, knownSince),
    archives,
    tags: labelsOf(deps, "tag"),
    authors: labelsOf(deps, "author"),
    languages: labelsOf(deps, "language"),
  };
  const set = {
    frames,
    articles,
    isComplete: archives === 0 && tables.countHead() === articles.length,
    page: composeFeedPage(deps, HEAD, latest),
    facts: {
      feed: feed.slug,
      version,
      asOf: version,
      assembledAt: deps.now(),
      renderKey,
      lastModifiedAt,
      pollSeconds,
    },
  };
  const pack = async () => {
    const { header, parts, spans } = await layOutDocuments(set);
    const bundled: BundleHeader = {
      ...header,
      ...more,
      articles: articles.flatMap(({ key, version: changed }, at) => {
        const span = spans[at];
        return span === undefined ? [] : [{ key, version: changed, spans: span }];
      }),
    };
    return packRecord(bundled, parts);
  };
  return { latest, isOverfull, pack };
}

/** What a document of this feed says around its articles. */
export function contextOf(
  deps: JournalDeps,
  place: Place,
  tombstones: readonly ArticleRow[],
  pollSeconds: number | null,
  changedAt = factsOf(deps).changedAt,
): DocumentContext {
  const { feed, publicOrigin, tables } = deps;
  return {
    feed,
    publicOrigin,
    feedUri: factsOf(deps).feedUri,
    changedAt,
    place,
    archives: tables.countArchives(),
    pollSeconds,
    tombstones: tombstones.map(({ sourceId, tagUri, updatedAt }) => ({
      sourceId,
      tagUri,
      withdrawnAt: updatedAt,
    })),
  };
}

/** Every label there is, or null when they are too many to be read with every feed. */
function labelsOf({ tables }: JournalDeps, kind: LabelKind): readonly string[] | null {
  const labels = tables.labels(kind, MOST_LABELS + 1);
  const characters = labels.reduce((sum, { length }) => sum + length, 0);
  return labels.length <= MOST_LABELS && characters <= MOST_LABEL_CHARACTERS ? labels : null;
}
