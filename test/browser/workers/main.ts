// The Worker whose pages a browser looks at: the real one, with a feed a language,
// and pages of feeds that are made from props, under /fixtures/.

import type { Env } from "../../../src/env.ts";
import { createWorker } from "../../../src/wire.ts";
import { answerFixture } from "./feed-pages.ts";
import { feeds } from "./feeds.ts";

const { handler, FeedJournal: Journal } = createWorker(feeds);

export default {
  ...handler,
  fetch: async (request, env) => (await answerFixture(request, env)) ?? handler.fetch(request, env),
} satisfies ExportedHandler<Env>;
export class FeedJournal extends Journal {}
