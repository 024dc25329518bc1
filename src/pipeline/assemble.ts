// Step two of publishing: fragments → the feed's documents → one bundle.

import { ATOM_TAIL, renderAtomHead } from "../formats/atom.ts";
import { BUNDLE_SCHEMA, type BundledArticle, type BundleHeader } from "../formats/bundle.ts";
import { JSON_SEPARATOR, JSON_TAIL, renderJsonHead } from "../formats/json-feed.ts";
import { layOut, packRecord, type Span } from "../formats/record.ts";
import { RSS_TAIL, renderRssHead } from "../formats/rss.ts";
import { articleId } from "../model/article.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { MAX_HEAD_BYTES } from "../model/limits.ts";
import type { HeadArticle, JournalDeps } from "../ports.ts";
import { factsOf } from "./facts.ts";
import { makeFragment } from "./render-article.ts";
import { etagOf } from "./render-key.ts";

/** How many withdrawn articles a bundle remembers. */
const MOST_TOMBSTONES = 100;

export type Assembled = {
  readonly record: Uint8Array;
  readonly newestKey: string | null;
};

type Frame = { readonly head: Uint8Array; readonly separator: Uint8Array; readonly tail: Uint8Array };

/**
 * Put a feed's bundle together from the fragments in its journal.
 *
 * Everything is read before the first await, so the bundle is of one moment.
 *
 * @param version which the bundle claims: every change up to it is inside
 * @param lastModifiedAt ms since 1970 UTC, whole seconds
 */
export function assemble(
  deps: JournalDeps,
  renderKey: string,
  version: number,
  lastModifiedAt: number,
): Promise<Assembled> {
  const { feed, publicOrigin, tables } = deps;
  const { feedUri, changedAt } = factsOf(deps);
  const encode = (text: string) => new TextEncoder().encode(text);
  const context = { feed, feedUri, publicOrigin, changedAt };
  const frames: Readonly<Record<Format, Frame>> = {
    rss: { head: encode(renderRssHead(context)), separator: encode(""), tail: encode(RSS_TAIL) },
    atom: { head: encode(renderAtomHead(context)), separator: encode(""), tail: encode(ATOM_TAIL) },
    json: {
      head: encode(renderJsonHead(context)),
      separator: encode(JSON_SEPARATOR),
      tail: encode(JSON_TAIL),
    },
  };
  refreshFragments(deps, renderKey);
  const articles = whatFits(tables.head(feed.headLimit), frames);
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
    tags: tables.labels("tag"),
    authors: tables.labels("author"),
  } as const;
  return finish(header, articles, frames);
}

/** What today's renderer wrote differently, or can't write: a head must not mix the two. */
function refreshFragments(deps: JournalDeps, renderKey: string): void {
  const { tables, feed } = deps;
  for (const key of tables.staleHeadKeys(feed.headLimit, renderKey)) {
    const article = tables.article(key);
    if (article === null) continue;
    const fresh = makeFragment(deps, article, renderKey);
    if (fresh.ok) tables.putFragment(key, fresh.value);
    else tables.dropFragment(key); // the restore that is under way marks it as stuck
  }
}

/** The newest articles whose documents stay within the limit in every format: all list the same. */
function whatFits(
  articles: readonly HeadArticle[],
  frames: Readonly<Record<Format, Frame>>,
): readonly HeadArticle[] {
  const room: Record<Format, number> = { rss: 0, atom: 0, json: 0 };
  for (const format of FORMATS)
    room[format] = MAX_HEAD_BYTES - frames[format].head.byteLength - frames[format].tail.byteLength;
  const tooMany = articles.findIndex(({ fragment }) => {
    for (const format of FORMATS)
      room[format] -= fragment.body[format].byteLength + frames[format].separator.byteLength;
    return FORMATS.some((format) => room[format] < 0);
  });
  return tooMany === -1 ? articles : articles.slice(0, tooMany);
}

type Document = { readonly bytes: Uint8Array; readonly spans: readonly Span[] };

function joinDocument(articles: readonly HeadArticle[], format: Format, frame: Frame): Document {
  const parts = articles.flatMap(({ fragment }, at) =>
    at === 0 ? [fragment.body[format]] : [frame.separator, fragment.body[format]],
  );
  const all = [frame.head, ...parts, frame.tail];
  const places = layOut(all);
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.byteLength, 0));
  all.forEach((part, at) => {
    bytes.set(part, places[at]?.[0]);
  });
  // Behind the head, fragments stand at every other place.
  return { bytes, spans: articles.map((_, at) => places[1 + at * 2] ?? [0, 0]) };
}

async function finish(
  header: Omit<BundleHeader, "documents" | "articles">,
  articles: readonly HeadArticle[],
  frames: Readonly<Record<Format, Frame>>,
): Promise<Assembled> {
  const documents = {
    rss: joinDocument(articles, "rss", frames.rss),
    atom: joinDocument(articles, "atom", frames.atom),
    json: joinDocument(articles, "json", frames.json),
  };
  const places = layOut(FORMATS.map((format) => documents[format].bytes));
  const facts = async (format: Format) => ({
    span: places[FORMATS.indexOf(format)] ?? ([0, 0] as const),
    etag: await etagOf(header.version, documents[format].bytes),
  });
  const complete: BundleHeader = {
    ...header,
    documents: { rss: await facts("rss"), atom: await facts("atom"), json: await facts("json") },
    articles: articles.map(
      ({ key, version }, at): BundledArticle => ({
        key,
        version,
        spans: {
          rss: documents.rss.spans[at] ?? [0, 0],
          atom: documents.atom.spans[at] ?? [0, 0],
          json: documents.json.spans[at] ?? [0, 0],
        },
      }),
    ),
  };
  return {
    record: packRecord(
      complete,
      FORMATS.map((format) => documents[format].bytes),
    ),
    newestKey: articles[0]?.key ?? null,
  };
}
