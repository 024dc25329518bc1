// An article comes to its journal: one transaction that holds everything it
// promises — article, version, outbox, answer and alarm — or nothing.

import { isWaiting } from "../model/article.ts";
import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import type { AcceptCommand, Answer, ArticleStand } from "../ports.ts";
import { keep, receiptFor, replay } from "./answers.ts";
import { bumpVersion, factsOf } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { ownKeyOf } from "./own-key.ts";
import { armSoonest, confirmSoon, publishSoon, wakeFor } from "./schedule.ts";
import { isSame, isStale, labelsOf, type Previous, settle, stateAt } from "./settle.ts";

/** Take an article: create, update or undelete it, or say that nothing changed. */
export function commitArticle(deps: JournalDeps, received: AcceptCommand): Answer {
  const { tables } = deps;
  return tables.transaction(() => {
    const command = { ...received, key: ownKeyOf(deps, received.draft.sourceId) ?? received.key };
    const earlier = replay(deps, command);
    if (earlier !== null) return earlier;
    const row = tables.row(command.key);
    if (command.mustExist && (row === null || isUnseen(row))) return { kind: "not_found" };
    if (command.basedOn !== null && !isStill(command.basedOn, row)) return { kind: "overtaken" };

    const article = row === null ? null : tables.article(row.key);
    const answer =
      row !== null && isStale(command.draft, { row, article })
        ? receiptFor(deps, row, "stale", 200, command.dropped)
        : takeIn(deps, command, row === null || isUnseen(row) ? null : { row, article });
    keep(deps, command, answer);
    armSoonest(deps);
    return answer;
  });
}

const isStill = ({ revision, feedVersion, state }: ArticleStand, row: ArticleRow | null): boolean =>
  row?.revision === revision && row.version === feedVersion && row.state === state;

/** It was withdrawn before it ever came: nothing of it is in any feed. */
const isUnseen = ({ revision }: ArticleRow): boolean => revision === 0;

function takeIn(deps: JournalDeps, command: AcceptCommand, previous: Previous | null): Answer {
  const { tables, feed } = deps;
  const now = deps.now();
  const row = previous?.row ?? null;
  const article = settle(command, feed.slug, previous, now);
  const state = stateAt(article, command.isHeldBack, now);
  if (row?.state === state && previous?.article && isSame(article, previous.article)) {
    const touched = { ...row, sourceUpdatedAt: article.sourceUpdatedAt };
    tables.putRow(touched);
    return receiptFor(deps, touched, "unchanged", 200, command.dropped);
  }

  // What waits and was never seen changes nothing for readers.
  const unseen = isWaiting(state) && (row === null || row.recordedAt === null);
  const taken: ArticleRow = {
    key: article.key,
    state,
    version: unseen ? factsOf(deps).version : bumpVersion(deps),
    revision: (row?.revision ?? 0) + 1,
    sourceId: article.sourceId,
    tagUri: article.tagUri,
    slug: article.slug,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    sourceUpdatedAt: article.sourceUpdatedAt,
    pending: !unseen,
    listed: state === "live" && (row?.listed ?? false), // its old fragment serves until the new one is there
    recordedAt: row?.recordedAt ?? null,
    confirmAt: state === "draft" && !unseen ? confirmSoon(deps) : (row?.confirmAt ?? null),
    stuck: null,
    // Whoever has it from an archive learns of the change from the head alone.
    archive: leaveArchive(deps, row),
    placedAt: placedAtOf(row, article.publishedAt, now),
    canonicalHere: article.sourceUrl === null,
  };
  tables.putRow(taken);
  tables.putArticle(article);
  tables.putSubmission({
    key: article.key,
    revision: taken.revision,
    publisher: command.publisher,
    receivedAt: now,
    ...command.submission,
  });
  tables.setLabels(taken, state === "live" ? labelsOf(article, feed.language) : []);
  if (isWaiting(state)) tables.dropFragment(article.key);
  if (state === "scheduled") wakeFor(deps, "schedule", article.publishedAt);
  if (!unseen) publishSoon(deps);
  const status = state === "scheduled" || state === "draft" ? state : "accepted";
  const answer = receiptFor(deps, taken, status, row === null ? 201 : 200, command.dropped);
  if (answer.kind === "receipt") tables.putReceipt(article.key, taken.revision, answer.body);
  return answer;
}

/** What has changed is news again, or it could leave the head before anybody who polls has heard of it. */
const placedAtOf = (row: ArticleRow | null, publishedAt: number, now: number): number =>
  row === null ? publishedAt : Math.max(now, publishedAt);
