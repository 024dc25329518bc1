// The journal's writes: each is one transaction that holds everything it
// promises — article, version, outbox, answer and alarm — or nothing.

import { keyOfTagUri } from "../ingest/key.ts";
import { articlePath } from "../model/address.ts";
import { articleId } from "../model/article.ts";
import { IDEMPOTENCY_KEPT_FOR } from "../model/limits.ts";
import type { Receipt } from "../model/receipt.ts";
import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import type { AcceptCommand, Answer, Idempotency, WithdrawCommand } from "../ports.ts";
import { bumpVersion, factsOf } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { armSoonest, confirmSoon, publishSoon, wakeFor } from "./schedule.ts";
import { isSame, isStale, labelsOf, settle, stateAt } from "./settle.ts";

/** Take an article: create, update or undelete it, or say that nothing changed. */
export function commitArticle(deps: JournalDeps, received: AcceptCommand): Answer {
  const { tables } = deps;
  return tables.transaction(() => {
    const command = withOwnKey(deps, received);
    const earlier = replay(deps, command);
    if (earlier !== null) return earlier;
    const row = tables.row(command.key);
    if (row === null && command.mustExist) return { kind: "not_found" };

    const answer =
      row !== null && isStale(command.draft, row)
        ? receiptFor(deps, row, "stale", 200, command.dropped)
        : takeIn(deps, command, row);
    keep(deps, command, answer);
    armSoonest(deps);
    return answer;
  });
}

/** Who sends back the id that we gave an article means that article. */
function withOwnKey({ tables, feed }: JournalDeps, command: AcceptCommand): AcceptCommand {
  const id = command.draft.sourceId;
  const key = id === null ? null : keyOfTagUri(id, feed.slug);
  return key !== null && tables.row(key)?.tagUri === id ? { ...command, key } : command;
}

function takeIn(deps: JournalDeps, command: AcceptCommand, row: ArticleRow | null): Answer {
  const { tables, feed } = deps;
  const now = deps.now();
  const previous = row === null ? null : { row, article: tables.article(row.key) };
  const article = settle(command, feed.slug, previous, now);
  const state = stateAt(article, now);
  if (row?.state === state && previous?.article && isSame(article, previous.article)) {
    const touched = { ...row, sourceUpdatedAt: article.sourceUpdatedAt };
    tables.putRow(touched);
    return receiptFor(deps, touched, "unchanged", 200, command.dropped);
  }

  // What waits for its time and was never seen changes nothing for readers.
  const unseen = state === "scheduled" && (row === null || row.recordedAt === null);
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
    confirmAt: row?.confirmAt ?? null,
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
  if (state === "scheduled") {
    tables.dropFragment(article.key);
    wakeFor(deps, "schedule", article.publishedAt);
  }
  if (!unseen) publishSoon(deps);
  const status = state === "scheduled" ? "scheduled" : "accepted";
  return receiptFor(deps, taken, status, row === null ? 201 : 200, command.dropped);
}

/** What has changed is news again, or it could leave the head before anybody who polls has heard of it. */
const placedAtOf = (row: ArticleRow | null, publishedAt: number, now: number): number =>
  row === null ? publishedAt : Math.max(now, publishedAt);

/** Withdraw an article: it leaves the feed, its page says so, and its id is never another's. */
export function commitWithdrawal(deps: JournalDeps, command: WithdrawCommand): Answer {
  const { tables } = deps;
  return tables.transaction(() => {
    const earlier = replay(deps, command);
    if (earlier !== null) return earlier;
    const row = tables.row(command.key);
    if (row === null) return { kind: "not_found" };

    const withdrawn = row.state === "tombstone" && !command.purge ? row : entomb(deps, row, command.purge);
    const answer = receiptFor(deps, withdrawn, "withdrawn", 200, []);
    // Answers name the slug, and so the title, of what was purged.
    if (command.purge && answer.kind === "receipt") tables.redactAnswers(row.key, answer.body);
    keep(deps, command, answer);
    armSoonest(deps);
    return answer;
  });
}

function entomb(deps: JournalDeps, row: ArticleRow, purge: boolean): ArticleRow {
  const { tables } = deps;
  // What waited for its time and was never seen changes nothing for readers.
  const unseen = row.state === "scheduled" && row.recordedAt === null;
  const tombstone: ArticleRow = {
    ...row,
    state: "tombstone",
    version: unseen ? row.version : bumpVersion(deps),
    updatedAt: deps.now(),
    slug: purge ? "" : row.slug,
    pending: !unseen,
    listed: false,
    confirmAt: unseen ? null : confirmSoon(deps),
    stuck: null,
    archive: leaveArchive(deps, row),
  };
  tables.putRow(tombstone);
  tables.dropFragment(row.key);
  tables.setLabels(tombstone, []);
  if (purge) {
    tables.dropUnusedLabels(); // a name may be what is to go
    tables.dropArticle(row.key);
    tables.dropSubmissions(row.key);
  }
  if (!unseen) publishSoon(deps);
  return tombstone;
}

function receiptFor(
  { feed, publicOrigin }: JournalDeps,
  row: ArticleRow,
  status: Receipt["status"],
  httpStatus: number,
  dropped: Receipt["dropped"],
): Answer {
  const receipt: Receipt = { ...receiptFacts(feed.slug, publicOrigin, row), status, dropped };
  return { kind: "receipt", status: httpStatus, body: JSON.stringify(receipt), replayed: false };
}

/** What every receipt and reading of an article begins with. */
export const receiptFacts = (feed: string, publicOrigin: string, row: ArticleRow) => ({
  key: row.key,
  id: articleId(row),
  url: publicOrigin + articlePath(feed, row.key, row.slug),
  revision: row.revision,
  feedVersion: row.version,
});

type Keyed = { readonly publisher: string; readonly key: string; readonly idempotency: Idempotency | null };

function replay({ tables, now }: JournalDeps, { publisher, idempotency }: Keyed): Answer | null {
  if (idempotency === null) return null;
  const kept = tables.answer(publisher, idempotency.key);
  if (kept === null || kept.expiresAt <= now()) return null;
  return kept.requestHash === idempotency.requestHash
    ? { kind: "receipt", status: kept.status, body: kept.body, replayed: true }
    : { kind: "idempotency_conflict" };
}

function keep(deps: JournalDeps, { publisher, key, idempotency }: Keyed, answer: Answer): void {
  if (idempotency === null || answer.kind !== "receipt") return;
  const expiresAt = deps.now() + IDEMPOTENCY_KEPT_FOR;
  deps.tables.keepAnswer({
    publisher,
    idempotencyKey: idempotency.key,
    requestHash: idempotency.requestHash,
    status: answer.status,
    body: answer.body,
    articleKey: key,
    expiresAt,
  });
  wakeFor(deps, "expire", expiresAt);
}
