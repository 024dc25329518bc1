// What a Micropub request does to an article, once it may.

import type {
  MicropubAct,
  MicropubCreate,
  MicropubRequest,
  MicropubUpdate,
} from "../ingest/micropub/request.ts";
import { keyOfArticleUrl } from "../model/address.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { type Before, prepareCreate, prepareUndelete, prepareUpdate } from "../pipeline/prepare-micropub.ts";
import type { Answer, ArticleReading, Deps, Idempotency, Journal } from "../ports.ts";
import { jsonResponse } from "./answers.ts";
import { dryRun } from "./dry-run.ts";
import { badRequest, NO_SUCH_ARTICLE, refusalOf, takenOf } from "./micropub-answers.ts";
import type { Problem } from "./problem.ts";
import type { Sender } from "./sender.ts";

type Needs = Pick<Deps, "journalOf" | "now" | "publicOrigin">;

/** Who asks, and how. */
export type Call = {
  readonly sender: Sender;
  readonly idempotency: Idempotency | null;
  readonly isDry: boolean; // nothing is to be stored
};

export async function act(
  deps: Needs,
  call: Call,
  request: MicropubRequest,
): Promise<Result<Response, Problem>> {
  switch (request.kind) {
    case "create":
      return create(deps, call, request);
    case "update":
    case "undelete":
      return change(deps, call, request);
    case "delete":
      return withdraw(deps, call, request);
  }
}

async function create(
  deps: Needs,
  { sender, idempotency, isDry }: Call,
  request: MicropubCreate,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = sender;
  const from = { feed, publisher: publisher.name };
  const prepared = await prepareCreate(deps, from, request, idempotency?.key ?? null);
  if (!prepared.ok) return fail(refusalOf(prepared.error));
  if (isDry) return ok(await dryRun(deps, feed, { kind: "article", command: prepared.value }));
  const answer = await deps.journalOf(feed.slug).accept({ ...prepared.value, idempotency });
  // 201 also where it came before: what was asked for is there.
  return respond(answer, () => 201);
}

/** How often a change is made anew because another came between. */
const MOST_TRIES = 5;

async function change(
  deps: Needs,
  call: Call,
  request: MicropubUpdate | MicropubAct,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = call.sender;
  const journal = () => deps.journalOf(feed.slug);
  const key = keyOfArticleUrl(request.url, deps.publicOrigin, feed.slug);
  if (key === null) return fail(NO_SUCH_ARTICLE);
  for (let tries = 1; ; tries += 1) {
    const reading = await journal().read(key);
    if (reading === null) return fail(NO_SUCH_ARTICLE);
    const { article, state, receipt } = reading;
    if (article === null) return fail(ERASED);
    if (request.kind === "update" && state === "tombstone") return fail(WITHDRAWN);
    const { revision, feedVersion } = receipt;
    const before: Before = { article, stand: { revision, feedVersion, state } };
    const from = { feed, publisher: publisher.name };
    const prepared =
      request.kind === "update"
        ? prepareUpdate(deps, from, request, before)
        : prepareUndelete(deps, from, request, before, await wasHeldBack(journal(), key, reading));
    if (!prepared.ok) return fail(refusalOf(prepared.error));
    const { idempotency, isDry } = call;
    if (isDry) return ok(await dryRun(deps, feed, { kind: "article", command: prepared.value }));
    const answer = await journal().accept({ ...prepared.value, idempotency });
    if (answer.kind === "overtaken" && tries < MOST_TRIES) continue;
    return respond(answer, (url) => (url === receipt.url ? 200 : 201));
  }
}

/** Whether an article was a draft before it was withdrawn, as its last receipt says. */
async function wasHeldBack(
  journal: Journal,
  key: string,
  { state, receipt }: ArticleReading,
): Promise<boolean> {
  if (state !== "tombstone") return state === "draft";
  const last = await journal.readRevision(key, receipt.revision);
  return last?.receipt != null && JSON.parse(last.receipt).status === "draft";
}

const ERASED = badRequest("This article was erased: nothing of it is left.");
const WITHDRAWN = badRequest("This article was withdrawn. Undelete it first.");
const STALE = badRequest("/updated is older than the state that is kept already. Nothing was changed.");

async function withdraw(
  deps: Needs,
  { sender, idempotency, isDry }: Call,
  { url }: MicropubAct,
): Promise<Result<Response, Problem>> {
  const { feed, publisher } = sender;
  const key = keyOfArticleUrl(url, deps.publicOrigin, feed.slug);
  if (key === null) return fail(NO_SUCH_ARTICLE);
  const command = { publisher: publisher.name, key, purge: false, source: null };
  if (isDry) return ok(await dryRun(deps, feed, { kind: "withdrawal", command }));
  return respond(await deps.journalOf(feed.slug).withdraw({ ...command, idempotency }), () => 200);
}

function respond(answer: Answer, statusOf: (url: string) => number): Result<Response, Problem> {
  const taken = takenOf(answer);
  if (!taken.ok) return taken;
  const { url, status, body, headers } = taken.value;
  if (status === "stale") return fail(STALE);
  return ok(jsonResponse(statusOf(url), body, headers));
}
