// Feed documents as they are served: any address that answers with one.

import { setTimeout as sleep } from "node:timers/promises";
import { FORMAT_FACTS, FORMATS, type Format } from "../../src/model/format.ts";

export type ServedDocument = { readonly url: string; readonly format: Format; readonly text: string };

/** Ask for a document until it holds so many articles: publishing is a moment behind a receipt. */
export async function documentWith(articles: number, url: string): Promise<ServedDocument> {
  let held = 0;
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(url);
    const text = await response.text();
    const format = formatOf(response.headers.get("Content-Type") ?? "");
    held = format === null ? 0 : text.split(OPENING[format]).length - 1;
    if (format !== null && held === articles) return { url, format, text };
    await sleep(50);
  }
  throw new Error(`${url} holds ${held} articles, not ${articles}`);
}

// What an article begins with. Nothing in an article can look like it: its
// text is escaped.
const OPENING: Readonly<Record<Format, string>> = { rss: "<item>", atom: "<entry", json: '\n{"id":' };

const formatOf = (contentType: string): Format | null =>
  FORMATS.find((format) => contentType.startsWith(FORMAT_FACTS[format].mediaType)) ?? null;
