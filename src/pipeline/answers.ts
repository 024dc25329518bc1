// What the journal answers a write, and answers again to who asks again.

import { articlePath } from "../model/address.ts";
import { articleId } from "../model/article.ts";
import { IDEMPOTENCY_KEPT_FOR } from "../model/limits.ts";
import type { Receipt } from "../model/receipt.ts";
import type { ArticleRow, JournalDeps, KeptAnswer } from "../ports/journal.ts";
import type { Answer, Idempotency, KeptReceipt } from "../ports.ts";
import { wakeFor } from "./schedule.ts";

export function receiptFor(
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

export function replay(deps: JournalDeps, { publisher, idempotency }: Keyed): Answer | null {
  if (idempotency === null) return null;
  const kept = remembered(deps, publisher, idempotency.key);
  if (kept === null) return null;
  return kept.requestHash === idempotency.requestHash
    ? { kind: "receipt", status: kept.status, body: kept.body, replayed: true }
    : { kind: "idempotency_conflict" };
}

/** The receipt that was given for an idempotency key; a batch has none of its own. */
export function keptReceipt(
  deps: JournalDeps,
  publisher: string,
  idempotencyKey: string,
): KeptReceipt | null {
  const kept = remembered(deps, publisher, idempotencyKey);
  return kept === null || kept.body === "" ? null : { status: kept.status, body: kept.body };
}

function remembered({ tables, now }: JournalDeps, publisher: string, key: string): KeptAnswer | null {
  const kept = tables.answer(publisher, key);
  return kept === null || kept.expiresAt <= now() ? null : kept;
}

export function keep(deps: JournalDeps, { publisher, key, idempotency }: Keyed, answer: Answer): void {
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
