// Withdrawals: each is one transaction, as an article's other changes are.

import type { ArticleRow, JournalDeps } from "../ports/journal.ts";
import type { Answer, WithdrawCommand } from "../ports.ts";
import { keep, receiptFor, replay } from "./answers.ts";
import { bumpVersion } from "./facts.ts";
import { leaveArchive } from "./leave-archive.ts";
import { armSoonest, confirmSoon, publishSoon } from "./schedule.ts";

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
