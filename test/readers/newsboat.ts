// Newsboat, without its screen: it reloads, and what it shows is in its cache.
//
// It keeps an article once, under the feed in which it came last. So each document
// has a Newsboat of its own: a feed and a feed of its tag list the same articles.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Read } from "./articles.ts";
import { run } from "./programs.ts";
import type { Subscription } from "./subscribers.ts";

export function subscribeNewsboat(urls: readonly string[], home: string): Subscription {
  const folders = new Map(urls.map((url, at) => [url, join(home, String(at))]));
  for (const [url, folder] of folders) {
    mkdirSync(folder);
    writeFileSync(join(folder, "urls"), url);
    writeFileSync(join(folder, "config"), "");
  }
  return async () => {
    const shown = new Map<string, readonly Read[]>();
    for (const [url, folder] of folders) {
      const cache = join(folder, "cache.db");
      await run(
        "/usr/bin/newsboat",
        ["-u", join(folder, "urls"), "-c", cache, "-C", join(folder, "config"), "-x", "reload"],
        { home: folder, install: "newsboat" },
      );
      shown.set(url, itemsIn(cache));
    }
    return shown;
  };
}

function itemsIn(cache: string): readonly Read[] {
  const database = new DatabaseSync(cache, { readOnly: true });
  const rows = database.prepare("SELECT guid, title, url, pubDate FROM rss_item WHERE deleted = 0").all();
  database.close();
  return rows.map((row) => ({
    id: String(row["guid"]),
    title: String(row["title"]),
    url: String(row["url"]),
    publishedAt: new Date(Number(row["pubDate"]) * 1_000).toISOString().replace(".000Z", "Z"),
  }));
}
