// What an adapter is: from a delivery that was proved genuine to what happened to an article.

import type { Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import type { Submission } from "../submission.ts";

/** A verified delivery of a webhook. */
export type HookDelivery = {
  readonly json: unknown;
  /** A header that the scheme proves genuine; null for any other, and for one that wasn't sent. */
  readonly header: (name: string) => string | null;
};

/** What a delivery says. */
export type HookEvent =
  | {
      /** Created or edited: this is its newest public state. */
      readonly kind: "article";
      readonly submission: Submission;
      readonly kept: unknown; // the JSON that is stored beside it: without what must not be kept
    }
  | {
      /** No longer public: unpublished or deleted. */
      readonly kind: "withdrawal";
      readonly id: string;
      readonly withdrawnAt: string | null; // the source's own time of this change, as it writes it
      /** Else the time of the state that it ends, where that is all that is known. Neither: now. */
      readonly lastUpdatedAt: string | null;
    }
  | {
      /** A test, or not about an article: acknowledged, and nothing changes. */
      readonly kind: "ignored";
      readonly reason: string;
    };

/** Read a delivery; whatever its shape, an answer and never an exception. */
export type Adapter<Options> = (
  delivery: HookDelivery,
  options: Options,
) => Result<HookEvent, IngestError> | Promise<Result<HookEvent, IngestError>>;
