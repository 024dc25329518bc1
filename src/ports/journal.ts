// What a feed's journal needs of the outside, and the rows that it keeps.

import type { Article, ArticleState } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { FeedCardFacts } from "../model/feed-card.ts";
import type { Format } from "../model/format.ts";
import type { Label, LabelKind } from "../model/label.ts";
import type { ListQuery, Log, MappedArticle, Revision, RevisionReading } from "../ports.ts";

export type JournalDeps = {
  readonly feed: Feed;
  readonly publicOrigin: string;
  readonly tables: JournalTables;
  readonly now: () => number;
  readonly random: () => number; // 0 to 1, for jitter
  readonly log: Log;
  /** Between the steps of long work: lets whoever waits for an answer have it. */
  readonly makeRoom: () => Promise<void>;
  readonly renderFragments: (
    article: Article,
    feed: Feed,
    publicOrigin: string,
  ) => Readonly<Record<Format, string>>;
  readonly renderViews: (article: Article, feed: Feed, publicOrigin: string) => Promise<readonly View[]>;
  readonly putFeedRecord: (feed: string, record: Uint8Array, facts: FeedCardFacts) => Promise<void>;
  readonly putArticleRecord: (feed: string, key: string, record: Uint8Array) => Promise<void>;
  readonly putArchiveRecord: (feed: string, number: number, record: Uint8Array) => Promise<void>;
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
  readonly archive: number | null; // null: where it is listed, it is in the head
  readonly placedAt: number; // the oldest leave the head first: published, or corrected after that
  readonly canonicalHere: boolean; // our page is its one true address
};

/** An archive's row: a document of articles that have left the head. */
export type ArchiveRow = {
  readonly number: number; // from 1, the oldest
  readonly version: number; // of what it should say
  readonly changedAt: number; // when that last changed
  readonly storedVersion: number; // of its KV record; 0: none was ever put
  readonly recordedAt: number | null; // Last-Modified of its KV record
  readonly confirmAt: number | null; // when its record is put once more, lest an older one landed late
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
  readonly knownSince: number; // before this version nothing is known of what changed
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
export type Task = "publish" | "schedule" | "restore" | "archive" | "confirm" | "expire";
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

/** An article as a document lists it. */
export type ListedArticle = { readonly key: string; readonly version: number; readonly fragment: Fragment };

export type LabelFacts = Label & {
  readonly articles: number;
  readonly version: number; // the feed's, when an article that has it last changed
  readonly modifiedAt: number; // Last-Modified of the bundle with that change; 0: none yet
};

/** Of an article whose fragments were rendered: their sizes in bytes. */
export type Sizes = Readonly<Record<Format, number>>;

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
  readonly putReceipt: (key: string, revision: number, receipt: string) => void;
  readonly revisions: (key: string) => readonly Revision[]; // newest first
  readonly revision: (key: string, revision: number) => RevisionReading | null;
  /** What there is, the latest change first. */
  readonly listedRows: (
    query: ListQuery,
  ) => readonly { readonly row: ArticleRow; readonly title: string | null }[];
  readonly dropSubmissions: (key: string) => void;

  readonly putFragment: (key: string, fragment: Fragment) => void;
  readonly dropFragment: (key: string) => void;
  /** In the order of the keys; one without fragments is left out. */
  readonly listedArticles: (keys: readonly string[]) => readonly ListedArticle[];
  /** The sizes of all of them, without reading them; 0 for one without fragments. */
  readonly sizes: (keys: readonly string[]) => readonly Sizes[];
  /** Those of them whose fragments were rendered under another key. */
  readonly staleKeys: (keys: readonly string[], renderKey: string) => readonly string[];

  // Keys of articles that are listed, newest first.
  readonly headKeys: (most: number) => readonly string[];
  readonly archivedKeys: (number: number) => readonly string[];
  /** Of the articles that have all of these labels. */
  readonly labelledKeys: (labels: readonly Label[], most: number) => readonly string[];

  readonly countHead: () => number;
  /** The first to leave the head, oldest first. */
  readonly leavingKeys: (most: number) => readonly string[];
  readonly moveToArchive: (keys: readonly string[], number: number) => void;

  readonly archive: (number: number) => ArchiveRow | null;
  readonly putArchive: (row: ArchiveRow) => void;
  readonly countArchives: () => number;
  /** Those whose KV record is behind: first those that have none, then the newest. */
  readonly archivesBehind: (most: number) => readonly ArchiveRow[];
  readonly touchArchives: (version: number) => void;
  readonly archivesToConfirm: (now: number, most: number) => readonly ArchiveRow[];
  readonly nextArchiveConfirmationAt: () => number | null;

  // Articles that are listed, and whose one true address is our page.
  readonly countMapped: () => number;
  /** @param skipped how many older ones are left out */
  readonly mappedArticles: (most: number, skipped: number) => readonly MappedArticle[]; // oldest first
  readonly newsKeys: (since: number, most: number) => readonly string[]; // newest first

  readonly newestChanges: (most: number) => readonly { readonly key: string; readonly version: number }[];
  readonly newestTombstones: (most: number) => readonly ArticleRow[];

  readonly pendingKeys: (most: number) => readonly string[]; // oldest change first
  readonly oldestPendingVersion: () => number | null;
  readonly dueScheduled: (now: number) => readonly ArticleRow[];
  readonly dueConfirmation: (now: number, most: number) => readonly ArticleRow[];
  readonly nextConfirmationAt: () => number | null;
  readonly nextScheduledAt: () => number | null;

  /**
   * Give an article its labels; those it had and those it gets have changed at this version.
   *
   * @returns whether it had others
   */
  readonly setLabels: (
    article: { readonly key: string; readonly publishedAt: number; readonly version: number },
    labels: readonly Label[],
  ) => boolean;
  /** Forget the labels that no article has any more. */
  readonly dropUnusedLabels: () => void;
  readonly touchLabels: (version: number) => void;
  /** Date what changed up to this version with the bundle that shows it. */
  readonly dateLabels: (version: number, modifiedAt: number) => void;
  readonly labelFacts: (kind: LabelKind, label: string) => LabelFacts | null;
  readonly labels: (kind: LabelKind, most: number) => readonly string[];
  readonly mostUsedTags: (most: number) => readonly LabelFacts[];

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
