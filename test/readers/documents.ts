// Feed documents as they are served: from any address that answers with one, on
// to the archives behind it, as a reader of RFC 5005 §4 goes.

import { setTimeout as sleep } from "node:timers/promises";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { FORMAT_FACTS, FORMATS, type Format } from "../../src/model/format.ts";

export type ServedDocument = { readonly url: string; readonly format: Format; readonly text: string };

/**
 * Ask for a document and its archives until they show what they are to show:
 * publishing is a moment behind a receipt.
 *
 * @returns newest first
 */
export async function documentsWhen(
  areReady: (documents: readonly ServedDocument[]) => boolean,
  url: string,
): Promise<readonly ServedDocument[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const documents = await documentsFrom(url);
    if (areReady(documents)) return documents;
    await sleep(100);
  }
  throw new Error(`${url} does not show what was posted`);
}

export const hold =
  (articles: number) =>
  (documents: readonly ServedDocument[]): boolean =>
    articles === documents.reduce((sum, { format, text }) => sum + text.split(OPENING[format]).length - 1, 0);

// What an article begins with. Nothing in its text can look like it: that is escaped.
const OPENING: Readonly<Record<Format, string>> = { rss: "<item>", atom: "<entry", json: '\n{"id":' };

async function documentsFrom(url: string): Promise<readonly ServedDocument[]> {
  const document = await documentAt(url);
  if (document === null) return [];
  const previous = previousOf(document);
  return [document, ...(previous === undefined ? [] : await documentsFrom(previous))];
}

/** @returns null where there is no feed document, or none yet */
export async function documentAt(url: string, accept = "*/*"): Promise<ServedDocument | null> {
  const response = await fetch(url, { headers: { Accept: accept } });
  const text = await response.text();
  const mediaType = response.headers.get("Content-Type")?.split(";")[0];
  const format = FORMATS.find((one) => FORMAT_FACTS[one].mediaType === mediaType);
  return format === undefined ? null : { url, format, text };
}

function previousOf({ format, text }: ServedDocument): string | undefined {
  switch (format) {
    case "rss":
      return parseRssFeed(text).atom?.links?.find(({ rel }) => rel === "prev-archive")?.href;
    case "atom":
      return parseAtomFeed(text).links?.find(({ rel }) => rel === "prev-archive")?.href;
    case "json":
      return parseJsonFeed(text).next_url;
  }
}
