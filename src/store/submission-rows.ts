// Submissions as they were kept, one a revision, each with its receipt.

import type { JournalTables } from "../ports/journal.ts";
import type { Revision } from "../ports.ts";
import { bufferOf } from "./blobs.ts";

type Columns = {
  revision: number;
  publisher: string;
  media_type: string;
  received_at: number;
  length_bytes: number;
};

const FACTS = "revision, publisher, media_type, received_at, length(body) AS length_bytes";

const revisionOf = (columns: Columns): Revision => ({
  revision: columns.revision,
  publisher: columns.publisher,
  mediaType: columns.media_type,
  receivedAt: columns.received_at,
  lengthBytes: columns.length_bytes,
});

type SubmissionTables = Pick<
  JournalTables,
  "putSubmission" | "putReceipt" | "dropSubmissions" | "revisions" | "revision"
>;

export const submissionTables = (sql: SqlStorage): SubmissionTables => ({
  putSubmission: ({ key, revision, publisher, mediaType, receivedAt, body }) => {
    sql.exec(
      "INSERT OR REPLACE INTO submissions (key, revision, publisher, media_type, received_at, body) VALUES (?, ?, ?, ?, ?, ?)",
      key,
      revision,
      publisher,
      mediaType,
      receivedAt,
      bufferOf(body),
    );
  },
  putReceipt: (key, revision, receipt) => {
    sql.exec("UPDATE submissions SET receipt = ? WHERE key = ? AND revision = ?", receipt, key, revision);
  },
  dropSubmissions: (key) => {
    sql.exec("DELETE FROM submissions WHERE key = ?", key);
  },
  revisions: (key) =>
    sql
      .exec<Columns>(`SELECT ${FACTS} FROM submissions WHERE key = ? ORDER BY revision DESC`, key)
      .toArray()
      .map(revisionOf),
  revision: (key, revision) => {
    const [columns] = sql
      .exec<Columns & { body: ArrayBuffer; receipt: string | null }>(
        `SELECT ${FACTS}, body, receipt FROM submissions WHERE key = ? AND revision = ?`,
        key,
        revision,
      )
      .toArray();
    if (columns === undefined) return null;
    return { ...revisionOf(columns), submission: new Uint8Array(columns.body), receipt: columns.receipt };
  },
});
