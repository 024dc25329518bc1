// Withdrawals: each is one transaction, as an article's other changes are.

import { isWaiting } from "../model/article.ts";
import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import type { Answer, WithdrawCommand } from "../ports.ts";
import { keep, receiptFor, replay } from "./answers.ts";
import { bumpVersion, factsOf } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { ownKeyOf } from "./own-key.ts";
import { armSoonest, confirmSoon, publishSoon } from "./schedule.ts";

/** Withdraw an article: it leaves the feed, its page says so, and its id is never another's. */
export function commitWithdrawal(deps: JournalDeps, received: WithdrawCommand): Answer {
  const { tables } = deps;
  return tables.transaction(() => {
    const command = { ...received, key: ownKeyOf(deps, received.source?.sourceId ?? null) ?? received.key };
    const earlier = replay(deps, command);
    if (earlier !== null) return earlier;
    const row = tables.row(command.key) ?? unseenTombstone(deps, command);
    if (row === null) return { kind: "not_found" };

    const answer = isStale(command, row)
      ? receiptFor(deps, row, "stale", 200, [])
      : receiptFor(deps, takeOut(deps, command, row), "withdrawn", 200, []);
    // Answers name the slug, and so the title, of what was purged.
    if (command.purge && answer.kind === "receipt") tables.redactAnswers(row.key, answer.body);
    keep(deps, command, answer);
    armSoonest(deps);
    return answer;
  });
}

/** An older source never overwrites a newer one. */
const isStale = ({ source }: WithdrawCommand, { sourceUpdatedAt }: ArticleRow): boolean =>
  source !== null && sourceUpdatedAt !== null && source.withdrawnAt < sourceUpdatedAt;

function takeOut(deps: JournalDeps, { purge, source }: WithdrawCommand, row: ArticleRow): ArticleRow {
  const said = source === null ? row : { ...row, sourceUpdatedAt: source.withdrawnAt };
  if (row.state !== "tombstone" || purge) return entomb(deps, said, purge);
  deps.tables.putRow(said);
  return said;
}

/** Its article may be on its way still, and must not come in after this. */
function unseenTombstone(deps: JournalDeps, { key, source }: WithdrawCommand): ArticleRow | null {
  if (source === null) return null;
  const { sourceId, tagUri, withdrawnAt } = source;
  return {
    key,
    state: "tombstone",
    version: factsOf(deps).version,
    revision: 0, // nothing was ever taken
    sourceId,
    tagUri,
    slug: "",
    publishedAt: withdrawnAt,
    updatedAt: withdrawnAt,
    sourceUpdatedAt: withdrawnAt,
    pending: false,
    listed: false,
    recordedAt: null,
    confirmAt: null,
    stuck: null,
    archive: null,
    placedAt: withdrawnAt,
    canonicalHere: false,
  };
}

function entomb(deps: JournalDeps, row: ArticleRow, purge: boolean): ArticleRow {
  const { tables } = deps;
  // What waited, or never came, and was never seen changes nothing for readers.
  const unseen = row.recordedAt === null && (isWaiting(row.state) || row.revision === 0);
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
