// All that the outside does for the Worker, as function types; what it does for a
// journal is in ports/journal.ts. `wire.ts` joins them to bindings; tests hand in
// their own.

import type { Article, ArticleState, Draft } from "./model/article.ts";
import type { Feed } from "./model/feed.ts";
import type { FeedCardFacts } from "./model/feed-card.ts";
import type { LabelKind } from "./model/label.ts";
import type { Dropped, Receipt } from "./model/receipt.ts";

/**
 * Write a line to the log. Fields hold names, counts and reasons: never a body, never a secret.
 *
 * @param level info for what happens every day, warn for what an operator should look into
 */
export type Log = (
  level: "info" | "warn",
  event: string,
  fields: Readonly<Record<string, string | number | boolean | null>>,
) => void;

export type Deps = {
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly publicOrigin: string; // scheme and host, without a slash at the end
  readonly secret: (name: string) => string | undefined;
  readonly securityContact: string | null; // a mailto: or https: URI; null: nobody named one
  readonly now: () => number; // ms since 1970 UTC
  readonly log: Log;
  readonly journalOf: (feed: string) => Journal;
  readonly loadFeedRecord: (feed: string) => Promise<ArrayBuffer | null>;
  readonly loadArticleRecord: (feed: string, key: string) => Promise<ArrayBuffer | null>;
  readonly loadArchiveRecord: (feed: string, number: number) => Promise<ArrayBuffer | null>;
  /** What was kept at this location; null for what wasn't, or no longer is. */
  readonly loadCached: (key: string) => Promise<ArrayBuffer | null>;
  readonly keepCached: (key: string, bytes: Uint8Array, seconds: number) => Promise<void>;
  readonly listFeedCards: () => Promise<ReadonlyMap<string, FeedCardFacts>>;
  /** Call the outside, unguarded: for pipeline/fetch-outside alone, which everything else calls. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** A signal that aborts after so long. */
  readonly abortAfter: (milliseconds: number) => AbortSignal;
};

/** A feed's journal, as the Worker calls it: the only writer of the feed. */
export type Journal = {
  readonly accept: (command: AcceptCommand) => Promise<Answer>;
  readonly acceptBatch: (command: BatchCommand) => Promise<BatchAnswer>;
  readonly withdraw: (command: WithdrawCommand) => Promise<Answer>;
  /** What each change would be answered, if it were alone; nothing is stored. */
  readonly preview: (changes: readonly Change[]) => Promise<readonly Preview[]>;
  readonly read: (key: string) => Promise<ArticleReading | null>;
  /** What there is, the latest change first. */
  readonly list: (query: ListQuery) => Promise<ArticleList>;
  /** A submission as it was kept, with its receipt; null for one that isn't there, or no longer. */
  readonly readRevision: (key: string, revision: number) => Promise<RevisionReading | null>;
  /** What was answered to an idempotency key, while that is remembered. */
  readonly receipt: (publisher: string, idempotencyKey: string) => Promise<KeptReceipt | null>;
  /** The record of a derived feed's documents; null when there is no such label. */
  readonly derive: (query: DerivedQuery) => Promise<Uint8Array | null>;
  /** A sitemap's articles, oldest first. @param number from 1 */
  readonly sitemap: (number: number) => Promise<readonly MappedArticle[]>;
  /** The newest articles for the news sitemap, newest first. @param since ms since 1970 UTC */
  readonly news: (since: number) => Promise<readonly NewsArticle[]>;
  readonly rebuild: () => Promise<{ readonly articles: number }>;
  readonly sweep: () => Promise<void>;
};

/** Which derived feed: of one label, or of tags that an article must all have. */
export type DerivedQuery = {
  readonly of: LabelKind;
  readonly labels: readonly string[]; // folded, sorted, each once
};

/** An article as a sitemap lists it. */
export type MappedArticle = { readonly key: string; readonly slug: string; readonly updatedAt: number };

/** An article as a news sitemap lists it. */
export type NewsArticle = {
  readonly key: string;
  readonly slug: string;
  readonly title: string;
  readonly publishedAt: number;
};

export type Idempotency = {
  readonly key: string; // as the sender made it up
  readonly requestHash: string; // of all that decides what the request does
};

/** Where an article stands: after any change it is another. */
export type ArticleStand = {
  readonly revision: number;
  readonly feedVersion: number;
  readonly state: ArticleState;
};

export type AcceptCommand = {
  readonly publisher: string;
  readonly key: string;
  readonly mustExist: boolean; // PUT: replaces, never creates
  /** What it was made from: where the article is another by now, nothing is taken. null: whatever there is. */
  readonly basedOn: ArticleStand | null;
  readonly draft: Draft;
  readonly isHeldBack: boolean; // kept, and shown to nobody until it is sent without that
  readonly tagUri: string; // its id in feeds if this is the first that is heard of it
  readonly submission: { readonly mediaType: string; readonly body: Uint8Array };
  readonly dropped: readonly Dropped[];
  readonly idempotency: Idempotency | null;
};

/** Several changes at once; each is made, or not, for itself. */
export type BatchCommand = {
  readonly publisher: string;
  readonly changes: readonly BatchedChange[];
  readonly idempotency: Idempotency | null; // of the batch as a whole
};

export type BatchedChange = { readonly at: number } & Change; // `at`: in the batch as it was sent

/** What happens to one article. */
export type Change =
  | { readonly kind: "article"; readonly command: Omit<AcceptCommand, "idempotency"> }
  | { readonly kind: "withdrawal"; readonly command: Omit<WithdrawCommand, "idempotency"> };

export type BatchAnswer =
  | { readonly kind: "answers"; readonly answers: readonly Answer[]; readonly replayed: boolean } // in the command's order
  | { readonly kind: "idempotency_conflict" };

export type WithdrawCommand = {
  readonly publisher: string;
  readonly key: string;
  readonly purge: boolean; // leave nothing but id and time
  /** Where the publisher's own system says it: an older state that comes after it is stale, even of an article that never came. */
  readonly source: WithdrawnSource | null;
  readonly idempotency: Idempotency | null;
};

export type WithdrawnSource = {
  readonly sourceId: string;
  readonly tagUri: string; // its id in feeds, should the article still come
  readonly withdrawnAt: number; // ms since 1970 UTC
};

/** What the journal answers a write. */
export type Answer =
  | { readonly kind: "receipt"; readonly status: number; readonly body: string; readonly replayed: boolean }
  | { readonly kind: "not_found" }
  | { readonly kind: "overtaken" } // it isn't what the command was based on any more
  | { readonly kind: "idempotency_conflict" };

/** What would become of a change. */
export type Preview = {
  readonly answer: Answer;
  readonly article: Article | null; // as it would be; null where there would be none
};

/** How far an article's latest change has come. */
export type Progress = "accepted" | "stored" | "published" | "announced" | "scheduled" | "draft" | "stuck";

export type ArticleReading = {
  readonly receipt: Omit<Receipt, "dropped" | "status">;
  readonly state: ArticleState;
  readonly progress: Progress;
  readonly stuck: string | null; // why it is kept out of the feed
  readonly article: Article | null; // null when it was purged
  readonly revisions: readonly Revision[]; // newest first
};

/** A submission that changed its article. */
export type Revision = {
  readonly revision: number;
  readonly publisher: string;
  readonly mediaType: string;
  readonly receivedAt: number; // ms since 1970 UTC
  readonly lengthBytes: number;
};

export type RevisionReading = Revision & {
  readonly submission: Uint8Array;
  readonly receipt: string | null; // JSON; null for one from before receipts were kept
};

export type KeptReceipt = { readonly status: number; readonly body: string };

export type ListQuery = {
  readonly state: ArticleState | null; // null: any
  readonly after: ListPlace | null; // where the page before ended
  readonly most: number;
};

/** A place in the list: after the last article that was listed. */
export type ListPlace = { readonly version: number; readonly key: string };

export type ArticleList = {
  readonly articles: readonly ListedState[];
  readonly next: ListPlace | null; // null: that was all
};

/** An article and how far it has come. */
export type ListedState = ArticleReading["receipt"] & {
  readonly title: string | null;
  readonly state: ArticleState;
  readonly progress: Progress;
  readonly stuck: string | null;
  readonly publishedAt: number;
  readonly updatedAt: number;
};
