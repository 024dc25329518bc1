// Answers kept for their idempotency keys.

import type { JournalTables, KeptAnswer } from "../ports/journal.ts";

type Columns = {
  publisher: string;
  idempotency_key: string;
  request_hash: string;
  status: number;
  body: string;
  article_key: string;
  expires_at: number;
};

const answerOf = (columns: Columns): KeptAnswer => ({
  publisher: columns.publisher,
  idempotencyKey: columns.idempotency_key,
  requestHash: columns.request_hash,
  status: columns.status,
  body: columns.body,
  articleKey: columns.article_key,
  expiresAt: columns.expires_at,
});

type AnswerTables = Pick<
  JournalTables,
  "answer" | "keepAnswer" | "redactAnswers" | "dropExpiredAnswers" | "nextExpiryAt"
>;

export const answerTables = (sql: SqlStorage): AnswerTables => ({
  answer: (publisher, idempotencyKey) => {
    const [columns] = sql
      .exec<Columns>(
        "SELECT * FROM answers WHERE publisher = ? AND idempotency_key = ?",
        publisher,
        idempotencyKey,
      )
      .toArray();
    return columns === undefined ? null : answerOf(columns);
  },
  keepAnswer: (answer) => {
    sql.exec(
      `INSERT OR REPLACE INTO answers (publisher, idempotency_key, request_hash, status, body, article_key, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      answer.publisher,
      answer.idempotencyKey,
      answer.requestHash,
      answer.status,
      answer.body,
      answer.articleKey,
      answer.expiresAt,
    );
  },
  redactAnswers: (articleKey, body) => {
    sql.exec("UPDATE answers SET body = ? WHERE article_key = ?", body, articleKey);
  },
  dropExpiredAnswers: (now, most) =>
    sql.exec(
      `DELETE FROM answers WHERE (publisher, idempotency_key) IN
        (SELECT publisher, idempotency_key FROM answers WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
      now,
      most,
    ).rowsWritten,
  nextExpiryAt: () =>
    sql.exec<{ at: number | null }>("SELECT min(expires_at) AS at FROM answers").toArray()[0]?.at ?? null,
});
