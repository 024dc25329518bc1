// The life of an article as a system of its publisher's told it: recorded
// deliveries, and what readers must see after them.

import type { SourceDefinition } from "../../src/model/source.ts";

export type RecordedDelivery = {
  readonly step: string;
  readonly headers: Readonly<Record<string, string>>; // lower-case names
  readonly body: string; // to the letter
};

export type Life = {
  readonly source: SourceDefinition; // of the test's feed; its secret is set by the harness
  readonly deliveries: readonly RecordedDelivery[]; // in the order in which they were sent
  /** Titles in the feed, in any order, once the delivery of this step (the last one of that name) has been taken. */
  readonly states: readonly { readonly after: string; readonly titles: readonly string[] }[];
  /** What no document may ever show. */
  readonly never: readonly string[];
};
