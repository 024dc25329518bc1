// Read your write: an article as its journal has it, before any copy.

import type { ArticleRow, FeedFacts, JournalDeps } from "../ports/journal.ts";
import type { ArticleReading, Progress } from "../ports.ts";
import { receiptFacts } from "./answers.ts";
import { factsOf } from "./facts.ts";

export function readArticle(deps: JournalDeps, key: string): ArticleReading | null {
  const row = deps.tables.row(key);
  if (row === null) return null;
  return {
    receipt: receiptFacts(deps.feed.slug, deps.publicOrigin, row),
    state: row.state,
    progress: progressOf(row, factsOf(deps)),
    stuck: row.stuck,
    article: deps.tables.article(key),
  };
}

function progressOf(row: ArticleRow, facts: FeedFacts): Progress {
  if (row.stuck !== null) return "stuck";
  if (row.pending) return "accepted";
  if (row.state === "scheduled") return "scheduled";
  if (facts.announcedVersion >= row.version) return "announced";
  return facts.publishedVersion >= row.version ? "published" : "stored";
}
