// A derived feed: the newest articles that have a label, or several tags together.
// It is put together when it is asked for, from fragments that are there already.

import { pollSecondsOf } from "../model/cadence.ts";
import type { Derived } from "../model/place.ts";
import type { JournalDeps } from "../ports/journal.ts";
import type { DerivedQuery } from "../ports.ts";
import { contextOf } from "./assemble.ts";
import { framesOf, howManyFit, packDocuments, refreshFragments } from "./documents.ts";
import { factsOf } from "./facts.ts";
import { composeFeedPage } from "./feed-page.ts";
import { renderKeyOf } from "./render-key.ts";

const MOST_LATEST = 10;

/**
 * Put a derived feed together.
 *
 * @returns the record of its documents; null when there is no such label
 */
export async function derive(deps: JournalDeps, query: DerivedQuery): Promise<Uint8Array | null> {
  const { tables, feed, publicOrigin } = deps;
  const renderKey = await renderKeyOf(feed, publicOrigin);
  const labels = query.labels.flatMap((label) => tables.labelFacts(query.of, label) ?? []);
  if (labels.length === 0 || labels.length < query.labels.length) return null;
  await refreshFragments(deps, tables.labelledKeys(labels, feed.headLimit), renderKey);

  const place: Derived = { kind: "derived", of: query.of, labels };
  const keys = tables.labelledKeys(labels, feed.headLimit + 1);
  const latest = keys.slice(0, MOST_LATEST).flatMap((key) => tables.article(key) ?? []);
  const pollSeconds = pollSecondsOf(latest.map(({ publishedAt }) => publishedAt));
  const { lastModifiedAt, publishedVersion } = factsOf(deps);
  const modifiedAt = Math.max(...labels.map((label) => label.modifiedAt)) || lastModifiedAt;
  const frames = framesOf(contextOf(deps, place, [], pollSeconds, modifiedAt));
  const listed = keys.slice(0, feed.headLimit);
  const fitting = listed.slice(0, howManyFit(tables.sizes(listed), frames));
  return packDocuments({
    frames,
    articles: tables.listedArticles(fitting),
    isComplete: fitting.length === keys.length,
    page: composeFeedPage(deps, place, latest),
    facts: {
      feed: feed.slug,
      // Its own: what changes elsewhere in the feed must not make its readers load it again.
      version: Math.max(...labels.map(({ version }) => version)),
      asOf: publishedVersion,
      assembledAt: deps.now(),
      renderKey,
      lastModifiedAt: modifiedAt,
      pollSeconds,
    },
  });
}
