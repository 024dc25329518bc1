// The real Worker, whose KV never answers: what is measured is taking articles
// in, and not publishing them, which goes on in the background.

import { createWorker } from "../../src/wire.ts";
import { benchFeed } from "../articles.ts";

const never = new Promise<void>(() => {});

const worker = createWorker([benchFeed("bench")], {
  journal: (deps) => ({ ...deps, putArticleRecord: () => never }),
});

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
