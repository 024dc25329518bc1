// sfeed: a parser in C, and a shell script around it and curl. That curl is to
// keep the validators is what its manual says to put into its configuration.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Read } from "./articles.ts";
import { requireProgram, run } from "./programs.ts";
import type { Subscription } from "./subscribers.ts";

export function subscribeSfeed(urls: readonly string[], home: string): Subscription {
  const config = join(home, "sfeedrc");
  writeFileSync(config, configOf(urls, home));
  return async () => {
    requireProgram("/usr/bin/curl", "curl"); // Debian's sfeed only recommends it
    await run("/usr/bin/sfeed_update", [config], { home, install: "sfeed" });
    return new Map(urls.map((url, at) => [url, itemsIn(readFileSync(join(home, `feed-${at}`), "utf8"))]));
  };
}

const configOf = (urls: readonly string[], home: string): string => `
sfeedpath="${home}"
fetch() {
  curl --fail --silent --etag-save "$3.etag" --etag-compare "$3.etag" "$2"
}
feeds() {
${urls.map((url, at) => `  feed "feed-${at}" "${url}"`).join("\n")}
}
`;

/** sfeed(5): an article a line, and its fields between tabs. */
const itemsIn = (lines: string): readonly Read[] =>
  lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [seconds = "", title = "", url = "", , , id = ""] = line.split("\t");
      const publishedAt = new Date(Number(seconds) * 1_000).toISOString().replace(".000Z", "Z");
      return { id, title: title === "" ? null : title, url, publishedAt };
    });
