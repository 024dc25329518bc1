// The Worker that the fault tests kill: the real one, with one feed.

import type { FeedDefinition } from "../../../src/model/feed.ts";
import { createWorker } from "../../../src/wire.ts";

export const killedFeed: FeedDefinition = {
  slug: "killed",
  title: "Killed",
  description: "Its processes are killed again and again.",
  homePage: "https://publisher.test/",
  language: "en",
  headLimit: 12, // so that archives close while processes die
  publishers: [{ name: "newsroom", token: "NEWSROOM_TOKEN" }],
};

const worker = createWorker([killedFeed]);

export default worker.handler;
export class FeedJournal extends worker.FeedJournal {}
