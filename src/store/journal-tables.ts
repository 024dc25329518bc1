// A Durable Object's storage → the journal's tables.

import type { DueTask, FeedFacts, JournalTables, Task } from "../ports.ts";
import { answerTables } from "./answer-rows.ts";
import { articleTables } from "./article-rows.ts";
import { fragmentTables } from "./fragment-rows.ts";
import { SCHEMA } from "./schema.ts";

const NO_FACTS: FeedFacts = {
  feedUri: "",
  version: 0,
  changedAt: 0,
  publishedVersion: 0,
  publishedAt: 0,
  lastModifiedAt: 0,
  announcedVersion: 0,
  renderKey: "",
  restoreRound: 0,
  restoreCursor: "",
};

export function openTables(storage: DurableObjectStorage): JournalTables {
  const { sql } = storage;
  for (const statement of SCHEMA) sql.exec(statement);

  return {
    ...articleTables(sql),
    ...fragmentTables(sql),
    ...answerTables(sql),

    transaction: (work) => storage.transactionSync(work),

    facts: () => {
      const rows = sql
        .exec<{ name: string; value: string | number }>("SELECT name, value FROM facts")
        .toArray();
      return rows.length === 0
        ? null
        : { ...NO_FACTS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
    },
    putFacts: (changed) => {
      for (const [name, value] of Object.entries(changed))
        sql.exec("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", name, value);
    },

    due: () =>
      sql
        .exec<{ task: string; at: number; attempts: number }>(
          "SELECT task, at, attempts FROM due ORDER BY at, task",
        )
        .toArray()
        .flatMap((row): DueTask[] => (isTask(row.task) ? [{ ...row, task: row.task }] : [])),
    setDue: ({ task, at, attempts }) => {
      sql.exec("INSERT OR REPLACE INTO due (task, at, attempts) VALUES (?, ?, ?)", task, at, attempts);
    },
    dropDue: (task) => {
      sql.exec("DELETE FROM due WHERE task = ?", task);
    },

    // Not awaited: inside a transaction it commits with it, and the output gate
    // holds every answer until it is durable. A failed write resets the object.
    arm: (at) => {
      void (at === null ? storage.deleteAlarm() : storage.setAlarm(at));
    },
  };
}

const isTask = (task: string): task is Task =>
  task === "publish" || task === "schedule" || task === "restore" || task === "expire";
