// The Worker, for the feeds of this deployment.

import { feeds } from "../feeds/index.ts";
import { createWorker } from "./wire.ts";

const worker = createWorker(feeds);

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
