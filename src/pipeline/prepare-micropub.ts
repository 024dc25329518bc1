// Micropub's requests → commands.
//
// A client sees an article as properties, and knows fewer fields than an article has.
// So an update changes the article that is there, and only the fields that it is about.

import { keyOf } from "../ingest/key.ts";
import { propertiesOf } from "../ingest/micropub/article-properties.ts";
import { mediumOf } from "../ingest/micropub/file-types.ts";
import {
  keptOf,
  MF2_MEDIA_TYPE,
  type MicropubAct,
  type MicropubCreate,
  type MicropubUpdate,
} from "../ingest/micropub/request.ts";
import { submissionOf } from "../ingest/micropub/submission.ts";
import { applyUpdate } from "../ingest/micropub/update.ts";
import { isEmpty, NOTHING_TO_READ, readDraft } from "../ingest/normalize.ts";
import type { Article, Draft } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { ArticleStand, Deps } from "../ports.ts";
import { nameDraft, type Prepared, type PrepareError, prepareArticle } from "./prepare.ts";

type Needs = Pick<Deps, "now" | "publicOrigin">;

export type MicropubSender = { readonly feed: Feed; readonly publisher: string };

/** An article as it was read, to be changed. */
export type Before = { readonly article: Article; readonly stand: ArticleStand };

/**
 * A new article. Who says "Good morning" twice says two things, and who sends a
 * request again means the same: so it is known by what was sent, and by when.
 *
 * @param idempotencyKey by which the sender itself tells a retry
 */
export async function prepareCreate(
  deps: Needs,
  { feed, publisher }: MicropubSender,
  request: MicropubCreate,
  idempotencyKey: string | null,
): Promise<Result<Prepared, PrepareError>> {
  const submission = submissionOf(request.properties, request.files);
  const body = bytesOf(request);
  const from = { feed, publisher, key: null };
  const prepared = await prepareArticle(deps, from, MF2_MEDIA_TYPE, submission, body);
  if (!prepared.ok) return prepared;
  const { draft } = prepared.value;
  const occasion = idempotencyKey ?? draft.publishedAt ?? Math.floor(deps.now() / AN_HOUR);
  const sourceId = JSON.stringify([publisher, occasion, keptOf(request)]);
  const named = nameDraft(deps, feed, await keyOf(feed.slug, { ...draft, sourceId }), draft);
  return named.ok ? ok({ ...prepared.value, ...named.value }) : named;
}

const AN_HOUR = 3_600_000; // ms

/** What an update makes of an article. */
export function prepareUpdate(
  deps: Needs,
  sender: MicropubSender,
  request: MicropubUpdate,
  before: Before,
): Result<Prepared, PrepareError> {
  const updated = applyUpdate(propertiesOf(before.article, before.stand.state), request);
  if (!updated.ok) return updated;
  const { properties, touched } = updated.value;
  const about = new Map([...properties].filter(([name]) => touched.has(name) || CONTEXT.includes(name)));
  const submission = submissionOf(about, []);
  if (!submission.ok) return submission;
  const baseUrl = before.article.sourceUrl;
  const read = readDraft({ ...submission.value, baseUrl }, deps.now());
  if (!read.ok) return read;
  const draft = withChanges(before.article, read.value.draft, touched);
  if (isEmpty(draft)) return fail(NOTHING_TO_READ);
  const { dropped } = read.value;
  const { status } = submission.value;
  const isHeldBack = status === null ? before.stand.state === "draft" : status === "draft";
  return commandOf(deps, sender, before, { draft, isHeldBack, dropped, body: bytesOf(request) });
}

/** An article that was withdrawn, as it was. @param isHeldBack it was a draft, and nobody has seen it */
export const prepareUndelete = (
  deps: Needs,
  sender: MicropubSender,
  request: MicropubAct,
  before: Before,
  isHeldBack: boolean,
): Result<Prepared, PrepareError> =>
  commandOf(deps, sender, before, {
    draft: draftOf(before.article),
    isHeldBack,
    dropped: [],
    body: bytesOf(request),
  });

type Changed = Pick<Prepared, "draft" | "isHeldBack" | "dropped"> & { readonly body: Uint8Array };

function commandOf(
  deps: Needs,
  { feed, publisher }: MicropubSender,
  { article, stand }: Before,
  { draft, isHeldBack, dropped, body }: Changed,
): Result<Prepared, PrepareError> {
  const named = nameDraft(deps, feed, article.key, draft);
  if (!named.ok) return named;
  const submission = { mediaType: MF2_MEDIA_TYPE, body };
  const command = { publisher, isHeldBack, submission, dropped, mustExist: true, basedOn: stand };
  return ok({ ...named.value, ...command });
}

const bytesOf = (request: MicropubCreate | MicropubUpdate | MicropubAct): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(keptOf(request)));

/** An article as if it came anew: its id and its dates are kept where they are. */
function draftOf({ feed: _, key: __, tagUri: ___, updatedAt: ____, ...said }: Article): Draft {
  return { ...said, sourceId: null, publishedAt: null, sourceUpdatedAt: null };
}

// Where a text begins with the title or the picture, it shouldn't say them twice.
const CONTEXT = ["name", "photo", "video", "audio"];

function withChanges(article: Article, changed: Draft, touched: ReadonlySet<string>): Draft {
  const isAbout = (...names: readonly string[]) => names.some((name) => touched.has(name));
  const { title, contentHtml, markdown, ampWithheld, summary, slug, tags, authors } = changed;
  return {
    ...draftOf(article),
    ...(isAbout("name") ? { title } : {}),
    ...(isAbout("content") ? { contentHtml, markdown, ampWithheld } : {}),
    ...(isAbout("summary") ? { summary } : {}),
    ...(isAbout("mp-slug") ? { slug } : {}),
    ...(isAbout("category") ? { tags } : {}),
    ...(isAbout("author") ? { authors } : {}),
    ...(isAbout("published") ? { publishedAt: changed.publishedAt } : {}),
    ...(isAbout("updated") ? { sourceUpdatedAt: changed.sourceUpdatedAt } : {}),
    ...(isAbout("bookmark-of") ? { externalUrl: changed.externalUrl } : {}),
    ...(isAbout("content", "photo") ? { image: imageOf(article, changed, isAbout("photo")) } : {}),
    ...(isAbout("photo", "video", "audio") ? { attachments: attachmentsOf(article, changed) } : {}),
  };
}

// A property has no word for a caption, a credit and a size: the same picture keeps them.
function imageOf({ image }: Article, { image: given }: Draft, isAsked: boolean): Draft["image"] {
  const isSame = given?.url === image?.url && given?.alt === image?.alt && given?.caption === null;
  return isSame || (given === null && !isAsked) ? image : given;
}

function attachmentsOf({ attachments }: Article, changed: Draft): Draft["attachments"] {
  return [
    ...changed.attachments.map((file) => {
      const known = attachments.find(({ url }) => url === file.url);
      return known === undefined ? file : { ...known, title: file.title ?? known.title };
    }),
    ...attachments.filter(({ mediaType }) => mediumOf(mediaType) === null),
  ];
}
