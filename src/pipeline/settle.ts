// What a draft means for the article that is there already, if one is.

import type { Article, ArticleState, Draft } from "../model/article.ts";
import { foldLabel, type Label, type LabelKind } from "../model/label.ts";
import type { ArticleRow } from "../ports/journal.ts";
import type { AcceptCommand } from "../ports.ts";

/** An article before this submission. Its text is gone when it was purged. */
export type Previous = { readonly row: ArticleRow; readonly article: Article | null };

/** Fill in what the draft leaves to the wire. The id, once given, is never given anew. */
export function settle(
  { draft, isHeldBack, key, tagUri }: Pick<AcceptCommand, "draft" | "isHeldBack" | "key" | "tagUri">,
  feed: string,
  previous: Previous | null,
  now: number,
): Article {
  const publishedAt = draft.publishedAt ?? publishedBefore(previous, isHeldBack) ?? now;
  return {
    ...draft,
    feed,
    key,
    // What feeds called it once they call it for ever.
    sourceId: previous === null ? draft.sourceId : previous.row.sourceId,
    tagUri: previous?.row.tagUri ?? tagUri,
    publishedAt,
    updatedAt: Math.max(publishedAt, updatedAtOf(draft, previous, publishedAt, now)),
    sourceUpdatedAt: draft.sourceUpdatedAt ?? previous?.row.sourceUpdatedAt ?? null,
  };
}

/** When it came out; a draft that nobody saw did not. */
const publishedBefore = (previous: Previous | null, isHeldBack: boolean): number | null => {
  if (previous === null) return null;
  const comesOut = !isHeldBack && previous.row.state === "draft" && previous.row.recordedAt === null;
  return comesOut ? null : previous.row.publishedAt;
};

// The publisher's word, unless it lies in the future or would hide from readers that something changed.
function updatedAtOf(draft: Draft, previous: Previous | null, publishedAt: number, now: number): number {
  const said = draft.sourceUpdatedAt ?? (previous === null ? publishedAt : now);
  const before = previous?.row.updatedAt ?? Number.NEGATIVE_INFINITY;
  return said > before ? Math.min(said, now) : now;
}

/** An older source never overwrites a newer one; without a time, order of arrival wins. */
export function isStale({ sourceUpdatedAt }: Draft, { row, article }: Previous): boolean {
  if (sourceUpdatedAt === null || row.sourceUpdatedAt === null) return false;
  // Only what was purged has a revision and no text: the same state, sent once more, stays erased.
  const isPurged = row.revision > 0 && article === null;
  return isPurged ? sourceUpdatedAt <= row.sourceUpdatedAt : sourceUpdatedAt < row.sourceUpdatedAt;
}

/** @param isHeldBack it is a draft: its publisher has not said that it may be seen */
export const stateAt = (
  article: Pick<Article, "publishedAt">,
  isHeldBack: boolean,
  now: number,
): ArticleState => (isHeldBack ? "draft" : article.publishedAt > now ? "scheduled" : "live");

/** The same but for when it was touched, and in which type it came. */
export const isSame = (one: Article, other: Article): boolean => saidBy(one) === saidBy(other);

// By name: what a later step of the schema added to an old article stands at its end.
const saidBy = ({ updatedAt: _, sourceUpdatedAt: __, markdown: ___, ...said }: Article): string =>
  JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));

/** What feeds can be made of: each label once, however often and however it is written. */
export function labelsOf({ tags, authors, language }: Article, feedLanguage: string): readonly Label[] {
  const labels = new Map<string, Label>();
  const add = (kind: LabelKind, name: string) => {
    const label = foldLabel(kind, name);
    // A path can't hold these: "tags/../rss.xml" is resolved before anybody is asked.
    if (label !== "." && label !== "..") labels.set(`${kind} ${label}`, { kind, label, name });
  };
  for (const tag of tags) add("tag", tag);
  for (const { name } of authors) add("author", name);
  const written = language ?? feedLanguage;
  add("language", written);
  // Who asks for "en" wants "en-GB" too.
  add("language", written.split("-")[0] ?? written);
  return [...labels.values()];
}
