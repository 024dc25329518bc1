// Programs that subscribe to feeds, ask again and again, and remember what they saw.

import { feedPath, placePath } from "../../src/model/address.ts";
import type { Format } from "../../src/model/format.ts";
import { HEAD } from "../../src/model/place.ts";
import type { Read } from "./articles.ts";
import { subscribeFeedparser } from "./feedparser.ts";
import { subscribeNewsboat } from "./newsboat.ts";
import { subscribeSfeed } from "./sfeed.ts";

/** Ask once for every document. @returns by address, the articles that the reader has seen in it so far */
export type Subscription = () => Promise<ReadonlyMap<string, readonly Read[]>>;

export type SubscribedDocument = { readonly path: string; readonly format: Format };

export type Subscriber = {
  readonly name: string; // and the slug of its feed
  /** @param home an empty folder, for what it keeps */
  readonly subscribe: (urls: readonly string[], home: string) => Subscription;
  readonly heads: readonly SubscribedDocument[]; // they list every article
  /** Newsboat keeps an answer's validators only if it knew the feed before. */
  readonly asksTwiceInFull: boolean;
  /** How it is told what is new: the whole document, or to who asks for it the difference (RFC 3229). */
  readonly newsStatus: 200 | 226;
};

const FORMATS_READ: readonly Format[] = ["rss", "atom"]; // none of them reads JSON Feed

const headsOf = (feed: string): readonly SubscribedDocument[] =>
  FORMATS_READ.map((format) => ({ path: feedPath(feed, format), format }));

export const SUBSCRIBERS: readonly Subscriber[] = [
  {
    name: "python3-feedparser",
    subscribe: subscribeFeedparser,
    // It says in Accept which formats it reads, so a feed's own address will do.
    heads: [...headsOf("python3-feedparser"), { path: placePath("python3-feedparser", HEAD), format: "rss" }],
    asksTwiceInFull: false,
    newsStatus: 226,
  },
  {
    name: "newsboat",
    subscribe: subscribeNewsboat,
    heads: headsOf("newsboat"),
    asksTwiceInFull: true,
    newsStatus: 226,
  },
  {
    name: "sfeed",
    subscribe: subscribeSfeed,
    heads: headsOf("sfeed"),
    asksTwiceInFull: false,
    newsStatus: 200,
  },
];
