// What a publisher may look up: what there is, an article's revisions, a receipt.
// Straight from the journal, for whoever has a token, and kept by nobody.

import { Hono } from "hono/tiny";
import { keyOfSegment } from "../model/address.ts";
import { ARTICLE_STATES } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import type { Deps, ListPlace, ListQuery } from "../ports.ts";
import { jsonResponse } from "./answers.ts";
import {
  ARTICLE_UNKNOWN,
  type Problem,
  problemResponse,
  RECEIPT_UNKNOWN,
  REVISION_UNKNOWN,
} from "./problem.ts";
import { verifySender } from "./sender.ts";

type Needs = Pick<Deps, "feeds" | "secret" | "journalOf" | "publicOrigin">;

export const publisherRoutes = (deps: Needs) =>
  new Hono()
    .get("/:feed/articles", async (c) => {
      const sender = await verifySender(deps, c, "read");
      if (!sender.ok) return problemResponse(sender.error);
      const query = readListQuery(new URL(c.req.url).searchParams);
      if (query === null) return problemResponse(LIST_QUERY_INVALID);
      const { feed } = sender.value;
      const { articles, next } = await deps.journalOf(feed.slug).list(query);
      return answer({ articles, next: next === null ? null : addressOf(deps, feed, query, next) });
    })
    .get("/:feed/articles/:segment/revisions/:revision", async (c) => {
      const sender = await verifySender(deps, c, "read");
      if (!sender.ok) return problemResponse(sender.error);
      const key = keyOfSegment(c.req.param("segment"));
      const revision = /^[1-9]\d{0,8}$/.exec(c.req.param("revision"))?.[0];
      if (key === null) return problemResponse(ARTICLE_UNKNOWN);
      const found =
        revision === undefined
          ? null
          : await deps.journalOf(sender.value.feed.slug).readRevision(key, Number(revision));
      if (found === null) return problemResponse(REVISION_UNKNOWN);
      const { submission, receipt, ...facts } = found;
      const text = textOf(submission);
      return answer({
        ...facts,
        receivedAt: new Date(facts.receivedAt).toISOString(),
        ...(text === null ? { submissionBase64: base64Of(submission) } : { submission: text }),
        receipt: receipt === null ? null : JSON.parse(receipt),
      });
    })
    .get("/:feed/receipts/:idempotencyKey", async (c) => {
      const sender = await verifySender(deps, c, "read");
      if (!sender.ok) return problemResponse(sender.error);
      const { feed, publisher } = sender.value;
      const kept = await deps.journalOf(feed.slug).receipt(publisher.name, c.req.param("idempotencyKey"));
      return kept === null ? problemResponse(RECEIPT_UNKNOWN) : jsonResponse(kept.status, kept.body, {});
    });

const answer = (body: unknown): Response => jsonResponse(200, JSON.stringify(body), {});

// As its sender wrote it; bytes of another character set can't be a JSON text.
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // a TypeError: it isn't UTF-8
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const DEFAULT_PAGE = 50;
const MOST_PAGE = 200;

const STATUSES = new Map(ARTICLE_STATES.map((state) => [state === "tombstone" ? "withdrawn" : state, state]));

const LIST_QUERY_INVALID: Problem = {
  status: 400,
  name: "query-invalid",
  title: "Query not understood",
  detail: `Ask with status (${[...STATUSES.keys()].join(", ")}), limit (1 to ${MOST_PAGE}), and after as \`next\` has it.`,
};

/** @returns null for one that isn't understood: a misspelt filter must not pass for none */
function readListQuery(query: URLSearchParams): ListQuery | null {
  const known = ["status", "limit", "after"];
  const names = [...query.keys()];
  if (names.some((name) => !known.includes(name)) || new Set(names).size < names.length) return null;
  const status = query.get("status");
  const state = status === null ? null : STATUSES.get(status);
  const limit = query.get("limit") ?? String(DEFAULT_PAGE);
  const after = query.get("after");
  const place = after === null ? null : placeOf(after);
  if (state === undefined || place === undefined || !/^[1-9]\d{0,2}$/.test(limit)) return null;
  return Number(limit) > MOST_PAGE ? null : { state, after: place, most: Number(limit) };
}

/** @returns undefined for what isn't the place where a page ended */
function placeOf(after: string): ListPlace | undefined {
  const [, version = "", key = ""] = /^(\d{1,15})-([0-9a-z]{16})$/.exec(after) ?? [];
  return key === "" ? undefined : { version: Number(version), key };
}

function addressOf({ publicOrigin }: Needs, feed: Feed, query: ListQuery, next: ListPlace): string {
  const address = new URL(`${publicOrigin}/feeds/${feed.slug}/articles`);
  for (const [status, state] of STATUSES)
    if (state === query.state) address.searchParams.set("status", status);
  if (query.most !== DEFAULT_PAGE) address.searchParams.set("limit", String(query.most));
  address.searchParams.set("after", `${next.version}-${next.key}`);
  return address.href;
}
