// The shell of a feed's journal: a SQLite Durable Object. What it does is in
// pipeline/; here is only what makes it an object.

import { DurableObject } from "cloudflare:workers";
import { keptReceipt } from "../pipeline/answers.ts";
import { commitArticle } from "../pipeline/commit.ts";
import { commitBatch } from "../pipeline/commit-batch.ts";
import { derive } from "../pipeline/derive.ts";
import { listMapped, listNews } from "../pipeline/list-mapped.ts";
import { previewChange } from "../pipeline/preview.ts";
import { listArticles, readArticle } from "../pipeline/read-article.ts";
import { runDue } from "../pipeline/run-due.ts";
import { rebuild, sweep } from "../pipeline/sweep.ts";
import { commitWithdrawal } from "../pipeline/withdraw.ts";
import type { JournalDeps } from "../ports/journal.ts";
import type {
  AcceptCommand,
  Answer,
  ArticleList,
  ArticleReading,
  BatchAnswer,
  BatchCommand,
  Change,
  DerivedQuery,
  KeptReceipt,
  ListQuery,
  MappedArticle,
  NewsArticle,
  Preview,
  RevisionReading,
  WithdrawCommand,
} from "../ports.ts";

/** Make an object's deps for a feed; null for a feed that is no longer defined. */
export type WireJournal<Env> = (state: DurableObjectState, env: Env, feed: string) => JournalDeps | null;

const FEED_NAME = "feed";

/** The class of the journals, for these feeds. */
export function feedJournalClass<Env>(wire: WireJournal<Env>) {
  return class FeedJournal extends DurableObject<Env> {
    #deps: JournalDeps | null = null;

    /** @throws for a feed that isn't defined: the Worker never asks for one */
    #depsOf(feed: string): JournalDeps {
      if (this.#deps !== null) return this.#deps;
      const deps = wire(this.ctx, this.env, feed);
      if (deps === null) throw new Error(`no such feed: ${feed}`);
      // An alarm isn't told whose it is.
      if (this.ctx.storage.kv.get(FEED_NAME) === undefined) this.ctx.storage.kv.put(FEED_NAME, feed);
      this.#deps = deps;
      return deps;
    }

    async accept(feed: string, command: AcceptCommand): Promise<Answer> {
      return commitArticle(this.#depsOf(feed), command);
    }

    async acceptBatch(feed: string, command: BatchCommand): Promise<BatchAnswer> {
      return commitBatch(this.#depsOf(feed), command);
    }

    async withdraw(feed: string, command: WithdrawCommand): Promise<Answer> {
      return commitWithdrawal(this.#depsOf(feed), command);
    }

    async preview(feed: string, changes: readonly Change[]): Promise<readonly Preview[]> {
      return changes.map((change) => previewChange(this.#depsOf(feed), change));
    }

    async read(feed: string, key: string): Promise<ArticleReading | null> {
      return readArticle(this.#depsOf(feed), key);
    }

    async list(feed: string, query: ListQuery): Promise<ArticleList> {
      return listArticles(this.#depsOf(feed), query);
    }

    async readRevision(feed: string, key: string, revision: number): Promise<RevisionReading | null> {
      return this.#depsOf(feed).tables.revision(key, revision);
    }

    async receipt(feed: string, publisher: string, idempotencyKey: string): Promise<KeptReceipt | null> {
      return keptReceipt(this.#depsOf(feed), publisher, idempotencyKey);
    }

    async derive(feed: string, query: DerivedQuery): Promise<Uint8Array | null> {
      return derive(this.#depsOf(feed), query);
    }

    async sitemap(feed: string, number: number): Promise<readonly MappedArticle[]> {
      return listMapped(this.#depsOf(feed), number);
    }

    async news(feed: string, since: number): Promise<readonly NewsArticle[]> {
      return listNews(this.#depsOf(feed), since);
    }

    async rebuild(feed: string): Promise<{ readonly articles: number }> {
      return rebuild(this.#depsOf(feed));
    }

    async sweep(feed: string): Promise<void> {
      await sweep(this.#depsOf(feed));
    }

    override async alarm(): Promise<void> {
      const feed = this.ctx.storage.kv.get(FEED_NAME);
      this.#deps ??= typeof feed === "string" ? wire(this.ctx, this.env, feed) : null;
      if (this.#deps !== null) await runDue(this.#deps);
    }
  };
}
