// Who sends back the id that we gave an article means that article.

import { keyOfTagUri } from "../ingest/key.ts";
import type { JournalDeps } from "../ports/journal.ts";

/** The key of the article that this feed named so; null for every other id. */
export function ownKeyOf(
  { tables, feed }: Pick<JournalDeps, "tables" | "feed">,
  id: string | null,
): string | null {
  const key = id === null ? null : keyOfTagUri(id, feed.slug);
  return key !== null && tables.row(key)?.tagUri === id ? key : null;
}
