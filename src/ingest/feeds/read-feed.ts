// Bytes → a whole feed, of whichever dialect: what it is says the document itself,
// and not the media type, which is wrong as often as not.

import { fail, ok, type Result } from "../../model/result.ts";
import { charsetInXml, decode, markOf } from "../charset.ts";
import type { IngestError } from "../error.ts";
import { parseJson } from "../json.ts";
import { readContentType } from "../receive.ts";
import type { FeedLimits, ReadFeed } from "./feed.ts";
import { isJsonFeed, readJsonFeed } from "./json-feed.ts";
import { readXmlFeed } from "./xml-feed.ts";
import { openXml } from "./xml-tree.ts";

/**
 * Decode a feed: its byte order mark says in which character set it is, else the
 * header, else the XML declaration; else it is UTF-8.
 *
 * @param contentType the header, or null without one
 */
export function decodeFeed(
  body: Uint8Array,
  contentType: string | null,
  limits: FeedLimits,
): Result<string, IngestError> {
  if (body.byteLength > limits.maxBytes) return fail({ kind: "body_too_large", maxBytes: limits.maxBytes });
  const { charset } = readContentType(contentType);
  const decoded = decode(body, markOf(body) ?? charset ?? charsetInXml(body) ?? "utf-8");
  return decoded.ok && decoded.value.trim() === "" ? fail({ kind: "body_empty" }) : decoded;
}

/**
 * Read a feed's text.
 *
 * @param feedUrl where it is, for what is relative in it; null when nobody knows
 * @returns every entry for itself, or why not even their list can be read
 */
export function readFeed(
  text: string,
  feedUrl: string | null,
  limits: FeedLimits,
): Result<ReadFeed, IngestError> {
  const read = /^\s*[{[]/.test(text) ? readJson(text, feedUrl) : readXml(text, feedUrl);
  if (!read.ok) return read;
  const articles = read.value.entries.length;
  return articles > limits.maxEntries
    ? fail({ kind: "batch_size_invalid", pointer: "", articles, maxArticles: limits.maxEntries })
    : read;
}

function readJson(text: string, feedUrl: string | null): Result<ReadFeed, IngestError> {
  const json = parseJson(text);
  if (!json.ok) return json;
  return isJsonFeed(json.value)
    ? ok(readJsonFeed(json.value, feedUrl))
    : fail({ kind: "feed_unknown", found: "JSON without a list of items" });
}

function readXml(text: string, feedUrl: string | null): Result<ReadFeed, IngestError> {
  // As XML says (§2.11), and so that a line is a line.
  const root = openXml(text.replace(/\r\n?/g, "\n"));
  if (!root.ok) return root;
  const feed = readXmlFeed(root.value, feedUrl);
  return feed === null ? fail({ kind: "feed_unknown", found: `<${root.value.name}>` }) : ok(feed);
}
