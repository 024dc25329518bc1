// The Worker's bindings, as wrangler.toml names them.

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
} from "./ports.ts";

/** What a journal answers from afar; the feed comes first in each call. */
export interface FeedJournalObject extends Rpc.DurableObjectBranded {
  accept(feed: string, command: AcceptCommand): Promise<Answer>;
  acceptBatch(feed: string, command: BatchCommand): Promise<BatchAnswer>;
  withdraw(feed: string, command: WithdrawCommand): Promise<Answer>;
  preview(feed: string, changes: readonly Change[]): Promise<readonly Preview[]>;
  read(feed: string, key: string): Promise<ArticleReading | null>;
  list(feed: string, query: ListQuery): Promise<ArticleList>;
  readRevision(feed: string, key: string, revision: number): Promise<RevisionReading | null>;
  receipt(feed: string, publisher: string, idempotencyKey: string): Promise<KeptReceipt | null>;
  derive(feed: string, query: DerivedQuery): Promise<Uint8Array | null>;
  sitemap(feed: string, number: number): Promise<readonly MappedArticle[]>;
  news(feed: string, since: number): Promise<readonly NewsArticle[]>;
  rebuild(feed: string): Promise<{ readonly articles: number }>;
  sweep(feed: string): Promise<void>;
}

export type Env = {
  readonly WIRE: KVNamespace;
  readonly FEED_JOURNAL: DurableObjectNamespace<FeedJournalObject>;
  readonly PUBLIC_ORIGIN: string;
  readonly SECURITY_CONTACT?: string;
};
