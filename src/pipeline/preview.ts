// A dry run: what would become of a submission, and how each form would show it.
//
// In the journal it is the real thing, in a transaction that is taken back.

import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { JournalDeps } from "../ports/journal.ts";
import type { Change, Preview } from "../ports.ts";
import { commitArticle } from "./commit.ts";
import { renderFragments, renderViews } from "./render-article.ts";
import { commitWithdrawal } from "./withdraw.ts";

const TAKE_BACK = Symbol("take back");

/** What a change would be answered, and the article as it would be. */
export function previewChange(deps: JournalDeps, change: Change): Preview {
  let preview: Preview | null = null;
  // An alarm that was set is no part of the transaction.
  const dry = { ...deps, tables: { ...deps.tables, arm: () => {} } };
  try {
    deps.tables.transaction(() => {
      const answer =
        change.kind === "article"
          ? commitArticle(dry, { ...change.command, idempotency: null })
          : commitWithdrawal(dry, { ...change.command, idempotency: null });
      const key = answer.kind === "receipt" ? String(JSON.parse(answer.body).key) : null;
      preview = { answer, article: key === null ? null : deps.tables.article(key) };
      throw TAKE_BACK;
    });
  } catch (thrown) {
    if (thrown !== TAKE_BACK) throw thrown;
  }
  return preview ?? { answer: { kind: "not_found" }, article: null };
}

/** How feeds and pages would show an article; null for a form that it hasn't. */
export async function renderForms(article: Article, feed: Feed, publicOrigin: string) {
  const { rss, atom, json } = renderFragments(article, feed, publicOrigin);
  const views = await renderViews(article, feed, publicOrigin);
  const textOf = (name: "page" | "amp") => views.find(({ view }) => view === name)?.text ?? null;
  return { rss, atom, json: JSON.parse(json), page: textOf("page"), amp: textOf("amp") };
}
