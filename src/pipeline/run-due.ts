// What an alarm does: whatever is due, a slice of it, and never a throw. A
// throwing alarm is retried six times and then forgotten; this one is set again.

import type { ArticleRow, JournalDeps, Task } from "../ports/journal.ts";
import { bumpVersion } from "./facts.ts";
import { publish, type Slice } from "./publish.ts";
import { confirm, restore } from "./restore.ts";
import { armSoonest, publishSoon } from "./schedule.ts";
import { labelsOf } from "./settle.ts";
import { storeArchivesBehind } from "./store-archive.ts";

const SLICE_WRITES = 400;
const SLICE_DURATION = 20_000;
/** If the object dies half-way, this alarm is the one that picks the work up. */
const SAFETY_ALARM = 30_000;
const LONGEST_BACKOFF = 300_000;

const TASKS: Readonly<Record<Task, (deps: JournalDeps, slice: Slice) => Promise<void>>> = {
  schedule: goLive,
  publish,
  restore,
  archive: storeArchivesBehind,
  confirm,
  expire,
};

/** Run what is due. Called by the alarm; safe to call at any time. */
export async function runDue(deps: JournalDeps): Promise<void> {
  const { tables, now, log, feed } = deps;
  tables.arm(now() + SAFETY_ALARM);
  const slice = { writes: SLICE_WRITES, deadline: now() + SLICE_DURATION };
  for (const { task, attempts } of tables.due().filter(({ at }) => at <= now())) {
    try {
      await TASKS[task](deps, slice);
    } catch (error) {
      const delay = Math.min(1_000 * 2 ** attempts, LONGEST_BACKOFF) * (0.5 + deps.random());
      tables.setDue({ task, at: now() + Math.round(delay), attempts: attempts + 1 });
      log("warn", "task_failed", { feed: feed.slug, task, attempts: attempts + 1, error: String(error) });
    }
  }
  armSoonest(deps);
}

/** Scheduled articles whose time has come. */
async function goLive(deps: JournalDeps): Promise<void> {
  const { tables, now } = deps;
  tables.transaction(() => {
    for (const row of tables.dueScheduled(now())) {
      const live: ArticleRow = { ...row, state: "live", version: bumpVersion(deps), pending: true };
      tables.putRow(live);
      const article = tables.article(row.key);
      if (article !== null) tables.setLabels(live, labelsOf(article, deps.feed.language));
      publishSoon(deps);
    }
    const next = tables.nextScheduledAt();
    if (next === null) tables.dropDue("schedule");
    else tables.setDue({ task: "schedule", at: next, attempts: 0 });
  });
}

/** Answers whose idempotency key is forgotten. */
async function expire({ tables, now }: JournalDeps, { writes }: Slice): Promise<void> {
  tables.transaction(() => {
    tables.dropExpiredAnswers(now(), writes);
    const next = tables.nextExpiryAt();
    if (next === null) tables.dropDue("expire");
    else tables.setDue({ task: "expire", at: next, attempts: 0 });
  });
}
