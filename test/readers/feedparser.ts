// Python's feedparser, which much else reads feeds with. It remembers nothing
// itself: who uses it keeps the validators, and knows articles again by their id.

import { resolve } from "node:path";
import type { Read } from "./articles.ts";
import { run } from "./programs.ts";
import type { Subscription } from "./subscribers.ts";

export type FeedparserAnswer = {
  readonly status: number;
  readonly etag: string; // "" if there was none
  readonly modified: string;
  readonly fault: string | null; // of the document, as it found it
  readonly entries: readonly Read[];
};

type Validators = Partial<Pick<FeedparserAnswer, "etag" | "modified">>;

const SCRIPT = resolve(import.meta.dirname, "read_feed.py");

/** @param home a folder of its own */
export async function askFeedparser(
  url: string,
  home: string,
  { etag = "", modified = "" }: Validators = {},
): Promise<FeedparserAnswer> {
  const options = [SCRIPT, url, etag, modified];
  return JSON.parse(await run("/usr/bin/python3", options, { home, install: "python3-feedparser" }));
}

export function subscribeFeedparser(urls: readonly string[], home: string): Subscription {
  const validators = new Map<string, Validators>();
  const seen = new Map(urls.map((url) => [url, new Map<string, Read>()]));
  return async () => {
    for (const [url, articles] of seen) {
      const { entries, fault, status, ...said } = await askFeedparser(url, home, validators.get(url));
      if (fault !== null) throw new Error(`${url}: ${fault}`);
      if (status !== 304) validators.set(url, said);
      for (const entry of entries) articles.set(entry.id, entry);
    }
    return new Map([...seen].map(([url, articles]) => [url, [...articles.values()]]));
  };
}
