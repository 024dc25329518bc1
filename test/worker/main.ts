// The Worker under test: the real one, with feeds of its own and a few seams
// through which a test can see calls, break KV, or change a definition.

import { openBundle } from "../../src/formats/bundle.ts";
import type { Feed } from "../../src/model/feed.ts";
import type { JournalDeps } from "../../src/ports/journal.ts";
import { createWorker } from "../../src/wire.ts";
import { testFeeds } from "./feeds.ts";

const seams = {
  kvReads: 0,
  cardLists: 0,
  objectCalls: 0,
  puts: [] as string[], // keys in the order in which KV took them, and announce:<feed> between
  announced: [] as { feed: string; version: number }[],
  listed: [] as { feed: string; keys: string[] }[], // what each bundle lists
  logged: [] as { event: string; [field: string]: unknown }[],
  clockAhead: 0, // ms by which the Worker's clock is ahead of its journals'
  areCardsDown: false,
  /** Called before each write to KV; throws to refuse it. */
  beforePut: async (_name: string): Promise<void> => {},
  /** Called after each; throws to make a put that landed look refused. */
  afterPut: async (_name: string): Promise<void> => {},
  renderFragments: null as JournalDeps["renderFragments"] | null,
  renderViews: null as JournalDeps["renderViews"] | null,
  feedOf: (feed: Feed): Feed => feed,
  publicOrigin: null as string | null,
  isJournalDown: false,
  roomsMade: 0, // how often long work let others go first
  failingCalls: 0, // how many calls of a journal to take still fail
};

export const controls = { ...seams };

/** Take every seam back to what a real Worker does; what was counted stays. */
export function restoreControls(): void {
  Object.assign(controls, { clockAhead: seams.clockAhead, areCardsDown: seams.areCardsDown });
  const { beforePut, afterPut, renderFragments, renderViews, feedOf, publicOrigin, isJournalDown } = seams;
  Object.assign(controls, {
    beforePut,
    afterPut,
    renderFragments,
    renderViews,
    feedOf,
    publicOrigin,
    isJournalDown,
  });
}

/** How many records of a feed KV has taken. */
export const putsOf = (feed: string) => ({
  articles: controls.puts.filter((name) => name.startsWith(`article:${feed}:`)).length,
  feeds: controls.puts.filter((name) => name === `feed:${feed}`).length,
});

const worker = createWorker(testFeeds, {
  deps: (deps) => ({
    ...deps,
    now: () => deps.now() + controls.clockAhead,
    log: (level, event, fields) => {
      controls.logged.push({ event, ...fields });
      deps.log(level, event, fields);
    },
    listFeedCards: () => {
      controls.cardLists += 1;
      if (controls.areCardsDown) throw new Error("KV: 500");
      return deps.listFeedCards();
    },
    loadFeedRecord: (feed) => {
      controls.kvReads += 1;
      return deps.loadFeedRecord(feed);
    },
    loadArticleRecord: (feed, key) => {
      controls.kvReads += 1;
      return deps.loadArticleRecord(feed, key);
    },
    loadArchiveRecord: (feed, number) => {
      controls.kvReads += 1;
      return deps.loadArchiveRecord(feed, number);
    },
    journalOf: (feed) => {
      controls.objectCalls += 1;
      if (controls.isJournalDown) throw new Error("the journal is out of reach");
      const journal = deps.journalOf(feed);
      return {
        ...journal,
        accept: async (command) => {
          if (controls.failingCalls === 0) return journal.accept(command);
          controls.failingCalls -= 1;
          throw new Error("the object was reset: its code has been updated");
        },
      };
    },
  }),
  journal: (deps) => ({
    ...deps,
    get feed() {
      return controls.feedOf(deps.feed);
    },
    get publicOrigin() {
      return controls.publicOrigin ?? deps.publicOrigin;
    },
    makeRoom: () => {
      controls.roomsMade += 1;
      return deps.makeRoom();
    },
    log: (_level, event, fields) => {
      controls.logged.push({ event, ...fields });
    },
    renderFragments: (article, feed, origin) =>
      (controls.renderFragments ?? deps.renderFragments)(article, feed, origin),
    renderViews: (article, feed, origin) => (controls.renderViews ?? deps.renderViews)(article, feed, origin),
    announce: async (publication) => {
      controls.announced.push({ ...publication });
      controls.puts.push(`announce:${publication.feed}`);
    },
    putFeedRecord: async (feed, record, facts) => {
      await controls.beforePut(`feed:${feed}`);
      const keys = openBundle(new Uint8Array(record).buffer)?.header.articles.map(({ key }) => key) ?? [];
      controls.listed.push({ feed, keys });
      await deps.putFeedRecord(feed, record, facts);
      controls.puts.push(`feed:${feed}`);
      await controls.afterPut(`feed:${feed}`);
    },
    putArchiveRecord: async (feed, number, record) => {
      await controls.beforePut(`archive:${feed}:${number}`);
      await deps.putArchiveRecord(feed, number, record);
      controls.puts.push(`archive:${feed}:${number}`);
      await controls.afterPut(`archive:${feed}:${number}`);
    },
    putArticleRecord: async (feed, key, record) => {
      await controls.beforePut(`article:${feed}:${key}`);
      await deps.putArticleRecord(feed, key, record);
      controls.puts.push(`article:${feed}:${key}`);
      await controls.afterPut(`article:${feed}:${key}`);
    },
  }),
});

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
