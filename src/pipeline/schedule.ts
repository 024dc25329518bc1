// When the journal works next. An object has one alarm, and a later setAlarm
// overwrites an earlier one, so nobody sets it but `armSoonest`.

import type { JournalDeps, Task } from "../ports/journal.ts";
import { factsOf } from "./facts.ts";

/** KV takes one write a second for a key; a little more keeps clear of its clock. */
export const PUBLISH_APART = 1_100;

/** KV may be read a minute late, remembers a miss as long, and a put that was given up may still land. */
export const KV_SETTLES_WITHIN = 120_000;

type Needs = Pick<JournalDeps, "tables" | "feed" | "publicOrigin" | "now">;

/** See that a task runs at this time, or sooner if it would already. */
export function wakeFor({ tables, now }: Needs, task: Task, at: number): void {
  const waiting = tables.due().find((due) => due.task === task);
  const attempts = waiting?.attempts ?? 0;
  // A task that failed is tried sooner for new work, but not once for each piece of it.
  const soonest = attempts === 0 ? at : Math.max(at, now() + PUBLISH_APART);
  if (waiting === undefined || soonest < waiting.at) tables.setDue({ task, at: soonest, attempts });
}

/** Publish at once when the feed is idle, else as soon as KV takes another write. */
export function publishSoon(deps: Needs): void {
  wakeFor(deps, "publish", Math.max(deps.now(), factsOf(deps).publishedAt + PUBLISH_APART));
}

/**
 * Have a record written once more when everything that was under way has landed,
 * so that an older one that came late doesn't stay.
 *
 * @returns when, for the article's row
 */
export function confirmSoon(deps: Needs): number {
  const at = deps.now() + KV_SETTLES_WITHIN;
  wakeFor(deps, "confirm", at);
  return at;
}

/** Set the object's alarm to the first thing that waits, or clear it when nothing does. */
export function armSoonest({ tables }: Pick<JournalDeps, "tables">): void {
  tables.arm(tables.due()[0]?.at ?? null);
}

/** Write every article's record anew, from the first key on, whatever was under way. */
export function restoreAll(deps: Needs): void {
  const { tables, now } = deps;
  tables.putFacts({ restoreRound: factsOf(deps).restoreRound + 1, restoreCursor: "" });
  tables.setDue({ task: "restore", at: now(), attempts: 0 });
}
