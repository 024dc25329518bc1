// The real Worker with a memory that is always cold: its clock jumps by more
// than the memory's second. It counts what a request costs.

import type { Env } from "../../src/env.ts";
import { createWorker } from "../../src/wire.ts";
import { benchFeed } from "../articles.ts";

const JUMP = 2_000;
const counts = { kvReads: 0, kvWrites: 0, objectCalls: 0 };
let jumps = 0;

const worker = createWorker([benchFeed("bench")], {
  deps: (deps) => ({
    ...deps,
    now: () => {
      jumps += 1;
      return Date.now() + jumps * JUMP;
    },
    loadFeedRecord: (feed) => {
      counts.kvReads += 1;
      return deps.loadFeedRecord(feed);
    },
    loadArticleRecord: (feed, key) => {
      counts.kvReads += 1;
      return deps.loadArticleRecord(feed, key);
    },
    listFeedCards: () => {
      counts.kvReads += 1;
      return deps.listFeedCards();
    },
    journalOf: (feed) => {
      counts.objectCalls += 1;
      return deps.journalOf(feed);
    },
  }),
  journal: (deps) => ({
    ...deps,
    putFeedRecord: (feed, record, facts) => {
      counts.kvWrites += 1;
      return deps.putFeedRecord(feed, record, facts);
    },
    putArchiveRecord: (feed, number, record) => {
      counts.kvWrites += 1;
      return deps.putArchiveRecord(feed, number, record);
    },
    putArticleRecord: (feed, key, record) => {
      counts.kvWrites += 1;
      return deps.putArticleRecord(feed, key, record);
    },
  }),
});

export default {
  fetch: (request, env) =>
    request.url.endsWith("/counts") ? Response.json(counts) : worker.handler.fetch(request, env),
} satisfies ExportedHandler<Env>;
export class FeedJournal extends worker.FeedJournal {}
