// The same Worker with the bug that the fault tests exist to find: it
// acknowledges first and commits a moment later. While nothing fails, nobody sees it.

import { waitUntil } from "cloudflare:workers";
import { createWorker } from "../../../src/wire.ts";
import { killedFeed } from "./wire.ts";

const COMMITS_AFTER = 40;

const worker = createWorker([killedFeed], {
  deps: (deps) => ({
    ...deps,
    journalOf: (feed) => {
      const journal = deps.journalOf(feed);
      return {
        ...journal,
        accept: async (command) => {
          waitUntil(scheduler.wait(COMMITS_AFTER).then(() => journal.accept(command)));
          const url = `https://wire.test/feeds/${feed}/articles/${command.key}`;
          const body = JSON.stringify({ key: command.key, url, status: "accepted", revision: 1 });
          return { kind: "receipt", status: 201, body, replayed: false };
        },
      };
    },
  }),
});

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
