// A Durable Object's storage → the journal's tables.

import type { DueTask, FeedFacts, JournalTables, Task } from "../ports/journal.ts";
import { answerTables } from "./answer-rows.ts";
import { archiveTables } from "./archive-rows.ts";
import { articleTables } from "./article-rows.ts";
import { fragmentTables } from "./fragment-rows.ts";
import { labelTables } from "./label-rows.ts";
import { migrate } from "./migrate.ts";
import { STEPS } from "./schema.ts";
import { sitemapTables } from "./sitemap-rows.ts";
import { submissionTables } from "./submission-rows.ts";

// A fact that was added later is missing in the row of an older Worker.
const NO_FACTS: FeedFacts = {
  feedUri: "",
  version: 0,
  changedAt: 0,
  publishedVersion: 0,
  publishedAt: 0,
  lastModifiedAt: 0,
  announcedVersion: 0,
  renderKey: "",
  knownSince: 0,
  restoreRound: 0,
  restoreCursor: "",
};

export function openTables(storage: DurableObjectStorage): JournalTables {
  const { sql } = storage;
  migrate(storage, STEPS);

  return {
    ...articleTables(sql),
    ...archiveTables(sql),
    ...fragmentTables(sql),
    ...labelTables(sql),
    ...sitemapTables(sql),
    ...answerTables(sql),
    ...submissionTables(sql),

    transaction: (work) => storage.transactionSync(work),

    facts: () => {
      const [row] = sql.exec<{ facts: string }>("SELECT facts FROM facts").toArray();
      return row === undefined ? NO_FACTS : { ...NO_FACTS, ...JSON.parse(row.facts) };
    },
    putFacts: (changed) => {
      sql.exec(
        "INSERT INTO facts VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET facts = json_patch(facts, excluded.facts)",
        JSON.stringify(changed),
      );
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

const TASKS: ReadonlySet<string> = new Set<Task>([
  "publish",
  "schedule",
  "restore",
  "archive",
  "confirm",
  "expire",
]);
const isTask = (task: string): task is Task => TASKS.has(task);
