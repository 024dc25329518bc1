// Read your write: an article as its journal has it, before any copy.

import type { ArticleRow, FeedFacts, JournalDeps } from "../ports/journal.ts";
import type { ArticleList, ArticleReading, ListQuery, Progress } from "../ports.ts";
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
    revisions: deps.tables.revisions(key),
  };
}

/** What there is, a page at a time, the latest change first. */
export function listArticles(deps: JournalDeps, query: ListQuery): ArticleList {
  const facts = factsOf(deps);
  // One more than asked for says whether there is a next page.
  const found = deps.tables.listedRows({ ...query, most: query.most + 1 });
  const shown = found.slice(0, query.most);
  const last = shown.at(-1)?.row;
  return {
    articles: shown.map(({ row, title }) => ({
      ...receiptFacts(deps.feed.slug, deps.publicOrigin, row),
      title,
      state: row.state,
      progress: progressOf(row, facts),
      stuck: row.stuck,
      publishedAt: row.publishedAt,
      updatedAt: row.updatedAt,
    })),
    next: found.length > query.most && last !== undefined ? { version: last.version, key: last.key } : null,
  };
}

function progressOf(row: ArticleRow, facts: FeedFacts): Progress {
  if (row.stuck !== null) return "stuck";
  if (row.pending) return "accepted";
  if (row.state === "scheduled" || row.state === "draft") return row.state;
  if (facts.announcedVersion >= row.version) return "announced";
  return facts.publishedVersion >= row.version ? "published" : "stored";
}
