// A batch: each change a transaction of its own, and one idempotency key for all.

import { IDEMPOTENCY_KEPT_FOR } from "../model/limits.ts";
import type { JournalDeps } from "../ports/journal.ts";
import type { BatchAnswer, BatchCommand, Idempotency } from "../ports.ts";
import { commitArticle } from "./commit.ts";
import { armSoonest, wakeFor } from "./schedule.ts";
import { commitWithdrawal } from "./withdraw.ts";

/**
 * Take a batch of changes.
 *
 * The batch's key is kept with the hash of the whole request, and each article's
 * answer under the key and its place: a retry gets the answers that there are,
 * and does what is left.
 */
export function commitBatch(
  deps: JournalDeps,
  { publisher, changes, idempotency }: BatchCommand,
): BatchAnswer {
  const earlier = idempotency === null ? "new" : claim(deps, publisher, idempotency);
  if (earlier === "other") return { kind: "idempotency_conflict" };
  const answers = changes.map((change) => {
    const own = idempotency === null ? null : keyAt(idempotency, change.at);
    return change.kind === "article"
      ? commitArticle(deps, { ...change.command, idempotency: own })
      : commitWithdrawal(deps, { ...change.command, idempotency: own });
  });
  return { kind: "answers", answers, replayed: earlier === "same" };
}

// No sender can send a space in a key, so this is nobody else's.
const keyAt = ({ key, requestHash }: Idempotency, at: number): Idempotency => ({
  key: `${key} ${at}`,
  requestHash,
});

/** Whether the key came before, and with which request. */
function claim(
  deps: JournalDeps,
  publisher: string,
  { key, requestHash }: Idempotency,
): "new" | "same" | "other" {
  const { tables, now } = deps;
  const kept = tables.answer(publisher, key);
  if (kept !== null && kept.expiresAt > now()) return kept.requestHash === requestHash ? "same" : "other";
  const expiresAt = now() + IDEMPOTENCY_KEPT_FOR;
  tables.transaction(() => {
    tables.keepAnswer({
      publisher,
      idempotencyKey: key,
      requestHash,
      status: 200,
      body: "",
      articleKey: "",
      expiresAt,
    });
    wakeFor(deps, "expire", expiresAt);
    armSoonest(deps);
  });
  return "new";
}
