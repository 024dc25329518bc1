// A document set: fragments → every format of one place at one moment, in one record.

import { renderAtomHead, renderAtomTail } from "../formats/atom.ts";
import { BUNDLE_SCHEMA, type DocumentFacts, type DocumentsHeader } from "../formats/bundle.ts";
import type { DocumentContext } from "../formats/context.ts";
import { JSON_SEPARATOR, JSON_TAIL, renderJsonHead } from "../formats/json-feed.ts";
import { COMPLETE_MARK } from "../formats/paging.ts";
import { joinBytes, layOut, packRecord, type Span } from "../formats/record.ts";
import { RSS_TAIL, renderRssHead } from "../formats/rss.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { MAX_HEAD_BYTES } from "../model/limits.ts";
import type { ArticleRow, JournalDeps, ListedArticle, Sizes } from "../ports/journal.ts";
import { bumpVersionOnly } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { makeFragment } from "./render-article.ts";
import { etagOf } from "./render-key.ts";
import { publishSoon } from "./schedule.ts";

/** What stands around and between a document's fragments. */
type Frame = {
  readonly head: Uint8Array;
  readonly separator: Uint8Array;
  readonly mark: Uint8Array; // that it is complete, where it may say so
  readonly tail: Uint8Array;
};
export type Frames = Readonly<Record<Format, Frame>>;

export function framesOf(context: DocumentContext): Frames {
  const encode = (text: string) => new TextEncoder().encode(text);
  const frame = (head: string, separator: string, mark: string, tail: string): Frame => ({
    head: encode(head),
    separator: encode(separator),
    mark: encode(mark),
    tail: encode(tail),
  });
  return {
    rss: frame(renderRssHead(context), "", COMPLETE_MARK, RSS_TAIL),
    atom: frame(renderAtomHead(context), "", COMPLETE_MARK, renderAtomTail(context)),
    json: frame(renderJsonHead(context), JSON_SEPARATOR, "", JSON_TAIL),
  };
}

/** What today's renderer wrote differently, or can't write: a document must not mix the two. */
export async function refreshFragments(
  deps: JournalDeps,
  keys: readonly string[],
  renderKey: string,
): Promise<void> {
  const { tables } = deps;
  for (const key of tables.staleKeys(keys, renderKey)) {
    const article = tables.article(key);
    if (article === null) continue;
    const fresh = await makeFragment(deps, article, renderKey);
    const row = tables.row(key);
    if (row === null || !row.listed) continue; // withdrawn or put off meanwhile
    if (fresh.ok) tables.putFragment(key, fresh.value);
    else keepOut(deps, row, fresh.error);
  }
}

/** An article that can't be rendered is in no document, until it can. */
function keepOut(deps: JournalDeps, row: ArticleRow, reason: string): void {
  const { tables, feed, log } = deps;
  log("warn", "article_stuck", { feed: feed.slug, key: row.key, reason });
  tables.transaction(() => {
    tables.dropFragment(row.key);
    tables.putRow({ ...row, listed: false, stuck: reason, archive: leaveArchive(deps, row) });
    bumpVersionOnly(deps);
    publishSoon(deps);
  });
}

/**
 * How many of the first articles stay within the limit in every format: all list the same.
 *
 * Told from the sizes: what doesn't fit is not even read, or 200 large articles would fill the isolate.
 */
export function howManyFit(sizes: readonly Sizes[], frames: Frames): number {
  const room: Record<Format, number> = { rss: 0, atom: 0, json: 0 };
  for (const format of FORMATS)
    room[format] = MAX_HEAD_BYTES - frames[format].head.byteLength - frames[format].tail.byteLength;
  const tooMany = sizes.findIndex((size) => {
    for (const format of FORMATS) room[format] -= size[format] + frames[format].separator.byteLength;
    return FORMATS.some((format) => room[format] < 0);
  });
  return tooMany === -1 ? sizes.length : tooMany;
}

export type DocumentSet = {
  readonly frames: Frames;
  readonly articles: readonly ListedArticle[];
  readonly isComplete: boolean; // these are all the articles there are
  readonly page: string | null; // for people
  readonly facts: Omit<DocumentsHeader, "schema" | "documents" | "page">;
};

export type PackedDocuments = {
  readonly header: DocumentsHeader;
  readonly parts: readonly Uint8Array[];
  /** Where each article's fragment is in each document, in the articles' order. */
  readonly spans: readonly Readonly<Record<Format, Span>>[];
};

/** Lay a set out; `packRecord(header, parts)` makes the record of it. */
export async function layOutDocuments(set: DocumentSet): Promise<PackedDocuments> {
  const { frames, articles, isComplete, facts } = set;
  const parts: Record<Format, readonly Uint8Array[]> = {
    rss: partsOf(articles, "rss", frames.rss, isComplete),
    atom: partsOf(articles, "atom", frames.atom, isComplete),
    json: partsOf(articles, "json", frames.json, isComplete),
  };
  const page = set.page === null ? null : new TextEncoder().encode(set.page);
  const lengthOf = (format: Format) => parts[format].reduce((sum, { byteLength }) => sum + byteLength, 0);
  const starts = { rss: 0, atom: lengthOf("rss"), json: lengthOf("rss") + lengthOf("atom") };
  const document = async (format: Format): Promise<DocumentFacts> => ({
    span: [starts[format], lengthOf(format)],
    etag: await documentEtag(facts.version, set, format),
    head: frames[format].head.byteLength,
    mark: isComplete ? frames[format].mark.byteLength : 0,
    tail: frames[format].tail.byteLength,
  });
  const header: DocumentsHeader = {
    schema: BUNDLE_SCHEMA,
    ...facts,
    documents: { rss: await document("rss"), atom: await document("atom"), json: await document("json") },
    page:
      page === null
        ? null
        : {
            span: [starts.json + lengthOf("json"), page.byteLength],
            etag: await etagOf(facts.version, page),
          },
  };
  const laidOut = { rss: layOut(parts.rss), atom: layOut(parts.atom), json: layOut(parts.json) };
  const spanOf = (format: Format, at: number): Span => laidOut[format][partOf(at)] ?? [0, 0];
  return {
    header,
    parts: [...parts.rss, ...parts.atom, ...parts.json, ...(page === null ? [] : [page])],
    spans: articles.map((_, at) => ({
      rss: spanOf("rss", at),
      atom: spanOf("atom", at),
      json: spanOf("json", at),
    })),
  };
}

export async function packDocuments(set: DocumentSet): Promise<Uint8Array> {
  const { header, parts } = await layOutDocuments(set);
  return packRecord(header, parts);
}

/** A document's parts, end to end: the head, every fragment behind a separator but the first, mark and tail. */
const partsOf = (
  articles: readonly ListedArticle[],
  format: Format,
  { head, separator, mark, tail }: Frame,
  isComplete: boolean,
): readonly Uint8Array[] => [
  head,
  ...articles.flatMap(({ fragment }, at) =>
    at === 0 ? [fragment.body[format]] : [separator, fragment.body[format]],
  ),
  ...(isComplete ? [mark] : []),
  tail,
];

/** Which of a document's parts an article's fragment is. */
const partOf = (at: number): number => 1 + at * 2;

/**
 * The tag of a document's bytes, from the digests of what it is made of: they
 * say as much as a digest of the whole, and each was made only once.
 */
function documentEtag(
  version: number,
  { articles, frames, isComplete }: Pick<DocumentSet, "articles" | "frames" | "isComplete">,
  format: Format,
): Promise<string> {
  const { head, separator, tail } = frames[format];
  const digests = [format, isComplete, ...articles.map(({ fragment }) => fragment.digest)].join();
  return etagOf(version, joinBytes([head, separator, tail, new TextEncoder().encode(digests)]));
}
