// The net under publishing: what a deploy changed, what KV lost, what an alarm forgot.

import type { JournalDeps } from "../ports/journal.ts";
import { bumpVersionOnly, factsOf } from "./facts.ts";
import { renderKeyOf } from "./render-key.ts";
import { armSoonest, KV_SETTLES_WITHIN, publishSoon, restoreAll } from "./schedule.ts";

/** See that the feed is as it should be; what isn't is set to work. Safe to call at any time. */
export async function sweep(deps: JournalDeps): Promise<void> {
  const { tables, feed, now, log } = deps;
  const renderKey = await renderKeyOf(feed, deps.publicOrigin);
  const inKv = await deps.loadFeedVersion(feed.slug);

  tables.transaction(() => {
    const facts = factsOf(deps);
    // Before that, what KV says of us proves nothing.
    const settled = facts.publishedVersion > 0 && now() - facts.publishedAt > KV_SETTLES_WITHIN;
    if (settled && inKv === null) {
      log("warn", "feed_missing_in_kv", { feed: feed.slug, version: facts.publishedVersion });
      rebuild(deps);
    } else if (settled && inKv !== null && inKv < facts.publishedVersion) {
      log("warn", "feed_behind_in_kv", { feed: feed.slug, version: facts.publishedVersion, inKv });
      bumpVersionOnly(deps);
    }
    const { version, publishedVersion } = factsOf(deps);
    if (version > publishedVersion || facts.renderKey !== renderKey) publishSoon(deps);
    armSoonest(deps);
  });
}

/** Write all of the feed's records to KV again, under a version above all that readers hold. */
export function rebuild(deps: JournalDeps): { readonly articles: number } {
  const { tables } = deps;
  return tables.transaction(() => {
    bumpVersionOnly(deps);
    restoreAll(deps);
    publishSoon(deps);
    armSoonest(deps);
    return { articles: tables.countArticles() };
  });
}
