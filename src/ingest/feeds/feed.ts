// A whole feed of somebody else's, as it was read: what it is, and each of its entries.

import type { Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import type { Submission } from "../submission.ts";

export type FeedFacts = {
  readonly dialect: "rss" | "rdf" | "atom" | "json";
  readonly title: string | null; // may have markup, as it came
  readonly language: string | null; // as it came
  readonly url: string | null; // the page that it is the feed of
};

export type FeedEntry = {
  readonly submission: Submission;
  /** A feed with this entry alone, without what must not be kept: read again as of the same address, it says the same. */
  readonly kept: string;
  readonly place: string; // for a person: "line 12", "/items/3"
};

export type ReadFeed = {
  readonly feed: FeedFacts;
  readonly entries: readonly Result<FeedEntry, IngestError>[]; // in the document's order
};

export type FeedLimits = { readonly maxBytes: number; readonly maxEntries: number };

/** Where an element is: what it inherits from those around it. */
export type Surroundings = {
  readonly base: string | null; // absolute, of xml:base: what a relative URL in it is relative to
  readonly fallback: string | null; // absolute: the same for links where no xml:base says it
  readonly language: string | null; // as it came
};
