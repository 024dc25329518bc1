// What a publisher is told of a submission that was taken.

/** Something that was left out or changed in substance on the way in. */
export type Dropped = {
  readonly rule: string; // stable name, as in "share-button"
  readonly detail: string; // what it was, shortened
};

export type ReceiptStatus = "accepted" | "scheduled" | "draft" | "unchanged" | "stale" | "withdrawn";

export type Receipt = {
  readonly key: string;
  readonly id: string; // as feeds carry it
  readonly url: string; // of the article's page
  readonly status: ReceiptStatus;
  readonly revision: number; // counts the article's, from 1
  readonly feedVersion: number; // a feed document of this version or later shows it
  readonly dropped: readonly Dropped[];
};
