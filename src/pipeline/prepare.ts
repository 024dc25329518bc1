// Submission → command: all that is done to an article before its journal is called.
// Nothing is stored and no object is created here, so a refusal costs nothing.

import { renderAtomEntry } from "../formats/atom-entry.ts";
import { renderJsonItem } from "../formats/json-item.ts";
import { renderRssItem } from "../formats/rss-item.ts";
import { readContentHeaders } from "../ingest/content-headers.ts";
import { fieldInvalid, type IngestError } from "../ingest/error.ts";
import { readJsonBody } from "../ingest/json.ts";
import { readJsonArticle } from "../ingest/json-article.ts";
import { keyOf, keyOfTagUri, tagUriOf } from "../ingest/key.ts";
import { readMarkdown } from "../ingest/markdown/markdown.ts";
import { normalize } from "../ingest/normalize.ts";
import { readHtml } from "../ingest/page/read-html.ts";
import { readPlainText } from "../ingest/plain-text/plain-text.ts";
import { isHtml, isJson, isMarkdown, type Received, receive } from "../ingest/receive.ts";
import type { Submission } from "../ingest/submission.ts";
import type { Draft } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { MAX_ROW_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { AcceptCommand, Deps } from "../ports.ts";

/** A submission as HTTP delivered it, from a sender who was verified. */
export type Delivery = {
  readonly feed: Feed;
  readonly publisher: string;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly contentLocation: string | null; // for media types that can't say where they are from
  readonly contentLanguage: string | null;
  readonly key: string | null; // PUT: the article that it replaces
};

export type PrepareError =
  | IngestError
  | { readonly kind: "article_too_large"; readonly maxBytes: number }
  | { readonly kind: "identity_mismatch" }
  | { readonly kind: "hook_media_type_unsupported"; readonly mediaType: string };

export type Prepared = Omit<AcceptCommand, "idempotency">;

/** What a body holds: one article, or several that succeed or fail each for itself. */
export type Preparation =
  | { readonly kind: "article"; readonly prepared: Prepared }
  | { readonly kind: "batch"; readonly results: readonly Result<Prepared, PrepareError>[] };

type Needs = Pick<Deps, "now" | "publicOrigin">;

/** Decode, adapt, normalize and name what was submitted. */
export async function prepare(deps: Needs, delivery: Delivery): Promise<Result<Preparation, PrepareError>> {
  const received = receive(delivery.body, delivery.contentType, delivery.contentEncoding);
  if (!received.ok) return received;
  const { mediaType, text } = received.value;
  const one = async (
    submission: Result<Submission, IngestError>,
  ): Promise<Result<Preparation, PrepareError>> => {
    const prepared = await prepareArticle(deps, delivery, mediaType, submission, delivery.body);
    return prepared.ok ? ok({ kind: "article", prepared: prepared.value }) : prepared;
  };
  if (!isJson(mediaType)) return one(adapt(received.value, delivery));

  const json = readJsonBody(text);
  if (!json.ok) return json;
  if (json.value.kind === "article") return one(readJsonArticle(json.value.item));
  if (delivery.key !== null) return fail(fieldInvalid("", "must be one article: PUT replaces one"));
  const results: Result<Prepared, PrepareError>[] = [];
  for (const item of json.value.items) {
    const body = new TextEncoder().encode(JSON.stringify(item));
    results.push(await prepareArticle(deps, delivery, mediaType, readJsonArticle(item), body));
  }
  return ok({ kind: "batch", results });
}

/** @param from its feed and sender, and which article it replaces */
export async function prepareArticle(
  deps: Needs,
  { feed, key: replaced, publisher }: Pick<Delivery, "feed" | "key" | "publisher">,
  mediaType: string,
  submission: Result<Submission, IngestError>,
  body: Uint8Array,
): Promise<Result<Prepared, PrepareError>> {
  if (!submission.ok) return submission;
  const normalized = normalize(submission.value, deps.now());
  if (!normalized.ok) return normalized;

  const { draft, isHeldBack, dropped } = normalized.value;
  const ownKey = await keyOf(feed.slug, draft);
  // Without an id of its own, what is replaced says which article this is.
  if (replaced !== null && draft.sourceId !== null)
    if (![ownKey, keyOfTagUri(draft.sourceId, feed.slug)].includes(replaced))
      return fail({ kind: "identity_mismatch" });

  const named = nameDraft(deps, feed, replaced ?? ownKey, draft);
  if (!named.ok) return named;
  const mustExist = replaced !== null;
  const submitted = { publisher, isHeldBack, submission: { mediaType, body }, dropped };
  return ok({ ...named.value, ...submitted, mustExist, basedOn: null });
}

/** Give a draft its key and id; its Markdown goes where a row has no room for it. */
export function nameDraft(
  { now, publicOrigin }: Needs,
  feed: Feed,
  key: string,
  whole: Draft,
): Result<Pick<Prepared, "key" | "tagUri" | "draft">, PrepareError> {
  const tagUri = tagUriOf(publicOrigin, feed.slug, key, now());
  const fits = (one: Draft) => largestRow(one, feed, key, tagUri, publicOrigin) <= MAX_ROW_BYTES;
  // Its Markdown is said a second time by its HTML.
  const draft = fits(whole) ? whole : { ...whole, markdown: null };
  if (draft !== whole && !fits(draft)) return fail({ kind: "article_too_large", maxBytes: MAX_ROW_BYTES });
  return ok({ key, tagUri, draft });
}

function adapt({ mediaType, text }: Received, delivery: Delivery): Result<Submission, IngestError> {
  const said = readContentHeaders(delivery.contentLocation, delivery.contentLanguage);
  if (isMarkdown(mediaType)) return readMarkdown(text, said);
  if (isHtml(mediaType)) return readHtml(text, said);
  return ok(readPlainText(text, said));
}

// Escaping makes HTML grow up to eightfold, so only a large article needs the exact sum.
const SURELY_FITS_CHARACTERS = 50_000;

/** Bytes of the largest row that this article will need. */
function largestRow(draft: Draft, feed: Feed, key: string, tagUri: string, publicOrigin: string): number {
  const json = JSON.stringify(draft);
  if (json.length < SURELY_FITS_CHARACTERS) return json.length;
  const article = { ...draft, feed: feed.slug, key, tagUri, publishedAt: 0, updatedAt: 0 };
  // A definition may ask for the Markdown later, and then it must fit too.
  const context = { feed: { ...feed, markdown: true }, publicOrigin };
  const rows = [
    json,
    renderRssItem(article, context),
    renderAtomEntry(article, context),
    renderJsonItem(article, context),
  ];
  return Math.max(...rows.map((row) => new TextEncoder().encode(row).byteLength));
}
