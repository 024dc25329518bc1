// What a feed's journal needs of the outside, and the rows that it keeps.

import type { Article, ArticleState } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { FeedCardFacts } from "../model/feed-card.ts";
import type { Format } from "../model/format.ts";
import type { Log } from "../ports.ts";

export type JournalDeps = {
  readonly feed: Feed;
  readonly publicOrigin: string;
  readonly tables: JournalTables;
  readonly now: () => number;
  readonly random: () => number; // 0 to 1, for jitter
  readonly log: Log;
  readonly renderFragments: (
    article: Article,
    feed: Feed,
    publicOrigin: string,
  ) => Readonly<Record<Format, string>>;
  readonly renderViews: (article: Article, feed: Feed, publicOrigin: string) => Promise<readonly View[]>;
  readonly putFeedRecord: (feed: string, record: Uint8Array, facts: FeedCardFacts) => Promise<void>;
  readonly putArticleRecord: (feed: string, key: string, record: Uint8Array) => Promise<void>;
  readonly loadFeedVersion: (feed: string) => Promise<number | null>;
  /** Tell who waits for news. So far nobody does: the call is recorded and that is all. */
  readonly announce: (publication: { readonly feed: string; readonly version: number }) => Promise<void>;
};

/** One of the forms in which an article's record shows it. */
export type View = {
  readonly view: "page" | "amp" | "json";
  readonly text: string;
  readonly mediaType: string; // with its charset
  readonly policy: string; // its Content-Security-Policy
};

/** An article's row: where it stands. */
export type ArticleRow = {
  readonly key: string;
  readonly state: ArticleState;
  readonly version: number; // the feed's, at its latest change
  readonly revision: number;
  readonly sourceId: string | null;
  readonly tagUri: string;
  readonly slug: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly sourceUpdatedAt: number | null;
  readonly pending: boolean; // its KV record is older than `version`
  readonly listed: boolean; // it has fragments, so it is in the feed
  readonly recordedAt: number | null; // Last-Modified of its KV record; null: none was ever put
  readonly confirmAt: number | null; // when its record is put once more, lest an older one landed late
  readonly stuck: string | null;
};

/** What the journal knows of the feed as a whole. Each is a row, so that it survives. */
export type FeedFacts = {
  readonly feedUri: string; // RFC 4151, given once
  readonly version: number; // grows with every change
  readonly changedAt: number; // when `version` last grew
  readonly publishedVersion: number; // of the bundle in KV; 0: none yet
  readonly publishedAt: number; // when it was put
  readonly lastModifiedAt: number; // as it says of itself
  readonly announcedVersion: number;
  readonly renderKey: string; // of the fragments and the bundle
  readonly restoreRound: number; // counts restores, so that a new one is told from a running one
  readonly restoreCursor: string; // the last key that a running restore has done
};

/** An article as each feed document holds it. */
export type Fragment = {
  readonly renderKey: string;
  readonly body: Readonly<Record<Format, Uint8Array>>; // UTF-8
  readonly digest: string; // 128 bits of SHA-256 over all of it, in hexadecimal
};

/** The work that waits, each with its time: an object has but one alarm. */
export type Task = "publish" | "schedule" | "restore" | "confirm" | "expire";
export type DueTask = { readonly task: Task; readonly at: number; readonly attempts: number };

export type KeptAnswer = {
  readonly publisher: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
  readonly articleKey: string;
  readonly expiresAt: number;
};

export type KeptSubmission = {
  readonly key: string;
  readonly revision: number;
  readonly publisher: string;
  readonly mediaType: string;
  readonly body: Uint8Array;
  readonly receivedAt: number;
};

export type HeadArticle = { readonly key: string; readonly version: number; readonly fragment: Fragment };
export type Label = { readonly kind: "tag" | "author"; readonly label: string };

/** The journal's tables. Every call is synchronous: what is not awaited can't be interleaved. */
export type JournalTables = {
  readonly transaction: <T>(work: () => T) => T;

  readonly facts: () => FeedFacts; // version 0: none were put yet
  readonly putFacts: (changed: Partial<FeedFacts>) => void;

  readonly row: (key: string) => ArticleRow | null;
  readonly putRow: (row: ArticleRow) => void;
  readonly article: (key: string) => Article | null;
  readonly putArticle: (article: Article) => void;
  readonly dropArticle: (key: string) => void;
  readonly countArticles: () => number;
  readonly keysAfter: (key: string, most: number) => readonly string[];

  readonly putSubmission: (submission: KeptSubmission) => void;
  readonly dropSubmissions: (key: string) => void;

  readonly putFragment: (key: string, fragment: Fragment) => void;
  readonly dropFragment: (key: string) => void;
  readonly head: (most: number) => readonly HeadArticle[];
  /** The sizes of the same in bytes, without reading them. */
  readonly headSizes: (most: number) => readonly Readonly<Record<Format, number>>[];
  /** Those in the head whose fragments were rendered under another key. */
  readonly staleHeadKeys: (most: number, renderKey: string) => readonly string[];
  readonly newestChanges: (most: number) => readonly { readonly key: string; readonly version: number }[];
  readonly newestTombstones: (most: number) => readonly ArticleRow[];

  readonly pendingKeys: (most: number) => readonly string[]; // oldest change first
  readonly oldestPendingVersion: () => number | null;
  readonly dueScheduled: (now: number) => readonly ArticleRow[];
  readonly dueConfirmation: (now: number, most: number) => readonly ArticleRow[];
  readonly nextConfirmationAt: () => number | null;
  readonly nextScheduledAt: () => number | null;

  readonly setLabels: (key: string, labels: readonly Label[]) => void;
  readonly labels: (kind: Label["kind"], most: number) => readonly string[];

  readonly answer: (publisher: string, idempotencyKey: string) => KeptAnswer | null;
  readonly keepAnswer: (answer: KeptAnswer) => void;
  readonly redactAnswers: (articleKey: string, body: string) => void;
  readonly dropExpiredAnswers: (now: number, most: number) => number;
  readonly nextExpiryAt: () => number | null;

  readonly due: () => readonly DueTask[]; // soonest first
  readonly setDue: (task: DueTask) => void; // replaces the task's row
  readonly dropDue: (task: Task) => void;
  /** Set the one alarm, or clear it with null. */
  readonly arm: (at: number | null) => void;
};
