// The Worker that is measured: the real one, with feeds of its own.

import { createWorker } from "../../src/wire.ts";
import { benchFeed, IDLE_FEEDS } from "../articles.ts";

const worker = createWorker([
  benchFeed("bench"),
  ...Array.from({ length: IDLE_FEEDS }, (_, at) => benchFeed(`idle-${at}`)),
]);

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
