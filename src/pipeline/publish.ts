// Publishing: what the journal accepted becomes what readers see.
//
//   accepted ─► stored (KV article) ─► published (KV bundle) ─► announced
//
// Every step may run twice. Nothing is read back from KV.

import type { Article } from "../model/article.ts";
import { type FeedCardFacts, MOST_CARD_ARTICLES, makeCard } from "../model/feed-card.ts";
import { headlineOf } from "../model/headline.ts";
import type { JournalDeps } from "../ports/journal.ts";
import { assembleHead } from "./assemble.ts";
import { bumpVersion, bumpVersionOnly, factsOf } from "./facts.ts";
import { renderKeyOf } from "./render-key.ts";
import { PUBLISH_APART, restoreAll, wakeFor } from "./schedule.ts";
import { storeNewArchives } from "./store-archive.ts";
import { moveToEnd, storeArticles } from "./store-article.ts";

/** What one alarm may do before it makes room for the next. */
export type Slice = { readonly writes: number; readonly deadline: number };

/**
 * The publish task.
 *
 * @throws when KV refused a write: what was done stays done, and the task runs again later
 */
export async function publish(deps: JournalDeps, slice: Slice): Promise<void> {
  const { tables, feed, now } = deps;
  const renderKey = await renderKeyOf(feed, deps.publicOrigin);
  if (factsOf(deps).renderKey !== renderKey) startRestore(deps, renderKey);

  const { failed } = await storeArticles(deps, tables.pendingKeys(slice.writes), renderKey, slice.deadline);
  moveToEnd(deps, failed);
  await publishBundle(deps, renderKey, slice);
  await announceBundle(deps);
  if (failed.length > 0) throw new Error(`${failed.length} articles could not be stored`);

  const facts = factsOf(deps);
  const done = facts.version <= facts.publishedVersion && tables.oldestPendingVersion() === null;
  if (done) tables.dropDue("publish");
  else
    tables.setDue({ task: "publish", at: Math.max(now(), facts.publishedAt + PUBLISH_APART), attempts: 0 });
}

/** Everything is rendered anew: the head at once, every article's pages in slices. */
function startRestore(deps: JournalDeps, renderKey: string): void {
  const { tables } = deps;
  tables.transaction(() => {
    const first = factsOf(deps).renderKey === "";
    tables.putFacts({ renderKey });
    if (first) return; // nothing was ever rendered
    const version = bumpVersion(deps);
    tables.putFacts({ knownSince: version });
    tables.touchLabels(version);
    restoreAll(deps);
  });
}

async function publishBundle(deps: JournalDeps, renderKey: string, slice: Slice): Promise<void> {
  const { tables, feed, now } = deps;
  const facts = factsOf(deps);
  const oldestPending = tables.oldestPendingVersion();
  const version = oldestPending === null ? facts.version : oldestPending - 1;
  if (version <= facts.publishedVersion) return;

  // Whole seconds, and a later one for every bundle: If-Modified-Since has no finer grain.
  const lastModifiedAt = Math.max(facts.lastModifiedAt + 1_000, Math.floor(now() / 1_000) * 1_000);
  const head = await assembleHead(deps, renderKey, version, lastModifiedAt);
  await storeNewArchives(deps, renderKey, slice);
  const record = await head.pack();
  // Written down first: a put that fails, or is never heard of, may have landed all the same.
  tables.putFacts({ lastModifiedAt });
  await deps.putFeedRecord(feed.slug, record, cardOf(deps, version, head.latest));
  tables.transaction(() => {
    tables.dateLabels(version, lastModifiedAt);
    tables.putFacts({ publishedVersion: version, publishedAt: now() });
    if (head.isOverfull) bumpVersionOnly(deps); // there is more to publish
    if (tables.archivesBehind(1).length > 0) wakeFor(deps, "archive", now());
  });
  deps.log("info", "feed_published", { feed: feed.slug, version, bytes: record.byteLength });
}

async function announceBundle(deps: JournalDeps): Promise<void> {
  const { publishedVersion, announcedVersion } = factsOf(deps);
  if (announcedVersion >= publishedVersion) return;
  await deps.announce({ feed: deps.feed.slug, version: publishedVersion });
  deps.tables.putFacts({ announcedVersion: publishedVersion });
}

function cardOf({ feed, tables }: JournalDeps, version: number, latest: readonly Article[]): FeedCardFacts {
  return makeCard(
    { version, mapped: tables.countMapped() },
    latest.slice(0, MOST_CARD_ARTICLES).map((article) => ({
      title: headlineOf(article),
      key: article.key,
      slug: article.slug,
      publishedAt: article.publishedAt,
      language: article.language === feed.language ? null : article.language,
    })),
  );
}
