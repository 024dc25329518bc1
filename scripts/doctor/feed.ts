// A feed as the rules get it: parsed, and known for one of three formats.

import type { JsonObject } from "./json/json-value.ts";
import type { XmlElement } from "./xml/xml-tree.ts";

export type RssFeed = {
  readonly format: "rss";
  readonly root: XmlElement;
  readonly channel: XmlElement;
  readonly items: readonly XmlElement[];
};

export type AtomFeed = {
  readonly format: "atom";
  readonly root: XmlElement;
  readonly entries: readonly XmlElement[];
};

export type JsonFeed = {
  readonly format: "json";
  readonly root: JsonObject;
  readonly items: readonly { readonly item: JsonObject; readonly pointer: string }[];
};

/** What every format has: how it came. */
export type Delivery = {
  readonly sizeBytes: number;
  readonly encoding: string; // as the Encoding Standard names it: "utf-8"
  readonly url: string | null; // where it was read, after redirects; null for a file
};

export type Feed = (RssFeed | AtomFeed | JsonFeed) & Delivery;
export type Format = Feed["format"];

export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  rss: "RSS 2.0",
  atom: "Atom 1.0",
  json: "JSON Feed 1.1",
};
