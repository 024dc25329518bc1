// Env → Deps: the only file that knows both the bindings and the ports.

import type { Env } from "./env.ts";
import { createApp } from "./http/app.ts";
import { feedHandler } from "./http/feed.ts";
import { movedHandler, openFeeds } from "./http/moved.ts";
import { MISCONFIGURED, problemResponse } from "./http/problem.ts";
import { checkFeeds } from "./model/check-feed.ts";
import type { Feed, FeedDefinition } from "./model/feed.ts";
import { SECURITY_CONTACT_ALLOWED, securityContactOf } from "./model/security-contact.ts";
import { feedJournalClass } from "./objects/feed-journal.ts";
import { renderFragments, renderViews } from "./pipeline/render-article.ts";
import type { JournalDeps } from "./ports/journal.ts";
import type { Deps, Journal, Log } from "./ports.ts";
import { edgeCache } from "./store/edge-cache.ts";
import { openTables } from "./store/journal-tables.ts";
import { kvStore } from "./store/kv.ts";

type Feeds = ReadonlyMap<string, Feed>;
type Serve = (request: Request) => Response | Promise<Response>;

/** Seams for tests and benchmarks; a real Worker has none. */
export type Adjust = {
  readonly deps?: (deps: Deps) => Deps;
  readonly journal?: (deps: JournalDeps) => JournalDeps;
};

/**
 * The Worker for these feeds: its handlers and its object class.
 *
 * @throws when a definition is wrong, with every file, field and what is allowed
 */
export function createWorker(definitions: readonly FeedDefinition[], adjust: Adjust = {}) {
  const checked = checkFeeds(definitions);
  if (!checked.ok) throw new Error(`Wrong feed definitions:\n  ${checked.error.join("\n  ")}`);
  const feeds = checked.value;

  let serving: { readonly env: Env; readonly serve: Serve } | null = null;
  const serveFor = (env: Env) => {
    if (serving?.env !== env) serving = { env, serve: serverFor(env, feeds, adjust) };
    return serving.serve;
  };

  return {
    handler: {
      fetch: (request, env) => serveFor(env)(request),
      scheduled: async (_, env) => {
        if (isMisconfigured(env)) return;
        const { journalOf } = wireDeps(env, feeds, adjust);
        const swept = await Promise.allSettled([...feeds.keys()].map((feed) => journalOf(feed).sweep()));
        for (const outcome of swept)
          if (outcome.status === "rejected") log("warn", "sweep_failed", { error: String(outcome.reason) });
      },
    } satisfies ExportedHandler<Env>,

    FeedJournal: feedJournalClass<Env>((state, env, slug) => {
      const feed = feeds.get(slug);
      return feed === undefined ? null : wireJournal(state, env, feed, adjust);
    }),
  };
}

function serverFor(env: Env, feeds: Feeds, adjust: Adjust): Serve {
  if (isMisconfigured(env)) return () => problemResponse(MISCONFIGURED);
  const deps = wireDeps(env, feeds, adjust);
  const feed = feedHandler({ ...deps, feeds: openFeeds(feeds) });
  const moved = movedHandler(deps);
  const app = createApp(deps);
  return (request) => feed(request) ?? moved(request) ?? app.fetch(request);
}

function wireDeps(env: Env, feeds: Feeds, adjust: Adjust): Deps {
  const kv = kvStore(env.WIRE);
  const secrets: Readonly<Record<string, unknown>> = env;
  const deps: Deps = {
    feeds,
    publicOrigin: originOf(env),
    secret: (name) => {
      const value = secrets[name];
      return typeof value === "string" ? value : undefined;
    },
    securityContact: contactOf(env),
    now: Date.now,
    log,
    journalOf: (feed) => journalOf(env, feed),
    loadFeedRecord: kv.loadFeedRecord,
    loadArticleRecord: kv.loadArticleRecord,
    loadArchiveRecord: kv.loadArchiveRecord,
    ...edgeCache(caches.default, originOf(env)),
    listFeedCards: kv.listFeedCards,
    fetch: (request) => fetch(request),
    abortAfter: (milliseconds) => AbortSignal.timeout(milliseconds),
  };
  return adjust.deps?.(deps) ?? deps;
}

/** A feed's journal, called from afar. Only ever for a feed that is defined: a name makes an object. */
function journalOf(env: Env, feed: string): Journal {
  const object = env.FEED_JOURNAL.getByName(feed);
  return {
    accept: (command) => object.accept(feed, command),
    acceptBatch: (command) => object.acceptBatch(feed, command),
    withdraw: (command) => object.withdraw(feed, command),
    preview: (changes) => object.preview(feed, changes),
    read: (key) => object.read(feed, key),
    list: (query) => object.list(feed, query),
    readRevision: (key, revision) => object.readRevision(feed, key, revision),
    receipt: (publisher, idempotencyKey) => object.receipt(feed, publisher, idempotencyKey),
    derive: (query) => object.derive(feed, query),
    sitemap: (number) => object.sitemap(feed, number),
    news: (since) => object.news(feed, since),
    rebuild: () => object.rebuild(feed),
    sweep: () => object.sweep(feed),
  };
}

function wireJournal(state: DurableObjectState, env: Env, feed: Feed, adjust: Adjust): JournalDeps {
  const kv = kvStore(env.WIRE);
  const deps: JournalDeps = {
    feed,
    publicOrigin: originOf(env),
    tables: openTables(state.storage),
    now: Date.now,
    random: Math.random,
    log,
    makeRoom: () => scheduler.wait(1),
    renderFragments,
    renderViews,
    putFeedRecord: kv.putFeedRecord,
    putArticleRecord: kv.putArticleRecord,
    putArchiveRecord: kv.putArchiveRecord,
    loadFeedVersion: kv.loadFeedVersion,
    announce: async ({ feed: slug, version }) => log("info", "announced", { feed: slug, version }),
  };
  return adjust.journal?.(deps) ?? deps;
}

function isMisconfigured(env: Env): boolean {
  const fault = faultInOrigin(env.PUBLIC_ORIGIN);
  if (fault !== null) log("warn", "misconfigured", { fault });
  return fault !== null;
}

/** Why a PUBLIC_ORIGIN can't be one: every URL in every feed would be wrong. */
function faultInOrigin(origin: unknown): string | null {
  const url = typeof origin === "string" ? URL.parse(origin) : null;
  const bare = url !== null && `${url.origin}/` === url.href && /^https?:$/.test(url.protocol);
  return bare
    ? null
    : `PUBLIC_ORIGIN must be a scheme and a host without a path, such as "https://wire.example"; it is ${JSON.stringify(origin)}`;
}

/** One that can't be used is left out: the wire itself is as good without. */
function contactOf({ SECURITY_CONTACT: given }: Env): string | null {
  if (given === undefined || given === "") return null;
  const contact = securityContactOf(given);
  if (contact === null)
    log("warn", "misconfigured", { fault: `SECURITY_CONTACT must be ${SECURITY_CONTACT_ALLOWED}` });
  return contact;
}

/** @throws for a PUBLIC_ORIGIN that isn't one: a journal must not write it into ids that last for ever */
function originOf(env: Env): string {
  const fault = faultInOrigin(env.PUBLIC_ORIGIN);
  if (fault !== null) throw new Error(fault);
  return new URL(env.PUBLIC_ORIGIN).origin;
}

const log: Log = (level, event, fields) => {
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  console[level](JSON.stringify({ event, ...fields }));
};
