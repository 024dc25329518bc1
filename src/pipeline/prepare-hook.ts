// Verified delivery → changes: all that is done before the journal is called.

import type { HookEvent } from "../ingest/adapters/adapter.ts";
import { readDelivery } from "../ingest/adapters/read-delivery.ts";
import { parseDate } from "../ingest/dates.ts";
import { fieldInvalid, type IngestError } from "../ingest/error.ts";
import { parseJson } from "../ingest/json.ts";
import { keyOf, tagUriOf } from "../ingest/key.ts";
import { isJson, receive } from "../ingest/receive.ts";
import type { Feed } from "../model/feed.ts";
import { MAX_HOOK_BODY_BYTES, MAX_ID_CHARACTERS, MAX_ROW_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { publisherOfSource, type SourceDefinition } from "../model/source.ts";
import type { Change, Deps } from "../ports.ts";
import { type PrepareError, prepareArticle } from "./prepare.ts";

/** A delivery as HTTP brought it, proved to be from its source. */
export type VerifiedDelivery = {
  readonly feed: Feed;
  readonly source: SourceDefinition;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly header: (name: string) => string | null; // only what is proved
};

/** What comes of an event: a change of an article, or nothing. */
export type HookOutcome = Change | { readonly kind: "ignored"; readonly reason: string };

export type HookPreparation = {
  readonly isList: boolean;
  readonly outcomes: readonly Result<HookOutcome, PrepareError>[];
};

type Needs = Pick<Deps, "now" | "publicOrigin">;

/** Decode, adapt, normalize and name what a delivery brings. */
export async function prepareHook(
  deps: Needs,
  delivery: VerifiedDelivery,
): Promise<Result<HookPreparation, PrepareError>> {
  const received = receive(
    delivery.body,
    delivery.contentType,
    delivery.contentEncoding,
    MAX_HOOK_BODY_BYTES,
  );
  if (!received.ok) return received;
  const { mediaType, text } = received.value;
  if (!isJson(mediaType)) return fail({ kind: "hook_media_type_unsupported", mediaType });
  const json = parseJson(text);
  if (!json.ok) return json;
  const delivered = await readDelivery(delivery.source, { json: json.value, header: delivery.header });
  if (!delivered.ok) return delivered;

  const outcomes: Result<HookOutcome, PrepareError>[] = [];
  for (const event of delivered.value.events)
    outcomes.push(event.ok ? await outcomeOf(deps, delivery, mediaType, event.value) : event);
  return ok({ isList: delivered.value.isList, outcomes });
}

async function outcomeOf(
  deps: Needs,
  { feed, source }: VerifiedDelivery,
  mediaType: string,
  event: HookEvent,
): Promise<Result<HookOutcome, PrepareError>> {
  const publisher = publisherOfSource(source.name);
  switch (event.kind) {
    case "ignored":
      return ok(event);
    case "withdrawal":
      return withdrawalOf(deps, feed, publisher, event);
    case "article": {
      const body = new TextEncoder().encode(JSON.stringify(event.kept));
      if (body.byteLength > MAX_ROW_BYTES)
        return fail({ kind: "article_too_large", maxBytes: MAX_ROW_BYTES });
      const from = { feed, publisher, key: null };
      const prepared = await prepareArticle(deps, from, mediaType, ok(event.submission), body);
      return prepared.ok ? ok({ kind: "article", command: prepared.value }) : prepared;
    }
  }
}

async function withdrawalOf(
  deps: Needs,
  feed: Feed,
  publisher: string,
  event: Extract<HookEvent, { readonly kind: "withdrawal" }>,
): Promise<Result<HookOutcome, IngestError>> {
  const { id } = event;
  // What can't be an article's id was never one of ours.
  if (id.trim() === "" || id.length > MAX_ID_CHARACTERS)
    return fail(fieldInvalid("", `must have an id of 1 to ${MAX_ID_CHARACTERS} characters`));
  const key = await keyOf(feed.slug, { ...NOTHING_BUT_ID, sourceId: id });
  const tagUri = tagUriOf(deps.publicOrigin, feed.slug, key, deps.now());
  const withdrawnAt = withdrawnAtOf(event, deps.now());
  return ok({
    kind: "withdrawal",
    command: { publisher, key, purge: false, source: { sourceId: id, tagUri, withdrawnAt } },
  });
}

const NOTHING_BUT_ID = {
  sourceUrl: null,
  title: null,
  contentHtml: "",
  externalUrl: null,
  image: null,
  attachments: [],
};

type Times = { readonly withdrawnAt: string | null; readonly lastUpdatedAt: string | null };

/** A time ahead of ours counts as now, or no later state could ever come in. */
function withdrawnAtOf({ withdrawnAt, lastUpdatedAt }: Times, now: number): number {
  const instantOf = (text: string | null) => {
    const parsed = text === null ? null : parseDate(text, now);
    return parsed?.ok ? parsed.value.at : null;
  };
  const last = instantOf(lastUpdatedAt);
  // Just after the state that it ends: one that comes again late is older.
  return Math.min(instantOf(withdrawnAt) ?? (last === null ? now : last + 1), now);
}
