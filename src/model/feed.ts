// What a feed is: a definition in feeds/, and the same with every default filled in.

import type { Feedly, FeedlyDefinition } from "./feedly.ts";
import type { Podcast, PodcastDefinition } from "./podcast.ts";
import type { Scope } from "./scope.ts";
import type { SourceDefinition } from "./source.ts";

/** Who may post. `token` is the name of a Worker secret, never the secret. */
export type Publisher = {
  readonly name: string;
  readonly token: string;
  /** What its token may be used for: everything if not said. */
  readonly scopes?: readonly Scope[];
};

export type FeedAuthor = {
  readonly name: string;
  readonly url?: string;
};

/** What the operator writes, one file a feed. */
export type FeedDefinition = {
  /** The feed's name in every URL and key: never change it. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** The page this is the feed of. */
  readonly homePage: string;
  /** BCP 47. Some readers want the region too: "en-GB", not "en". */
  readonly language: string;
  readonly authors?: readonly FeedAuthor[];
  /** A small square picture. */
  readonly icon?: string;
  /** A large square picture, 512 pixels or more. */
  readonly image?: string;
  readonly copyright?: string;
  readonly categories?: readonly string[];
  /** How many articles the feed documents hold: 1 to 200, 50 if not said. */
  readonly headLimit?: number;
  /** Whether articles have an AMP page: true if not said. Without, its address leads to the article. */
  readonly amp?: boolean;
  /** Whether a reader that asks for it gets only what is new to it (RFC 3229): true if not said. */
  readonly deltas?: boolean;
  /** It has moved: what stood below this feed's address stands below this one now. */
  readonly movedTo?: string;
  /** Names under which it was known before: their addresses lead here. */
  readonly formerSlugs?: readonly string[];
  /** It has ended: its documents say 410, and nothing more is taken. Its articles' pages stay. */
  readonly retired?: boolean;
  /**
   * Whether RSS items carry the Markdown that an article was sent in: true if not said. (The
   * W3C validator warns of the namespace, which is younger than its list.)
   */
  readonly markdown?: boolean;
  /** Makes the feed a podcast: only then does RSS say anything in itunes: and podcast:. */
  readonly podcast?: PodcastDefinition;
  /** What Feedly shows beside the articles, in webfeeds:, of which the W3C validator warns too. */
  readonly feedly?: FeedlyDefinition;
  readonly publishers: readonly Publisher[];
  /** The systems that send their articles by webhook, each to /feeds/{feed}/hooks/{name}. */
  readonly sources?: readonly SourceDefinition[];
};

/** A definition that was checked, with nothing left open. */
export type Feed = {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly homePage: string;
  readonly language: string; // canonical BCP 47
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly icon: string | null;
  readonly image: string | null;
  readonly copyright: string | null;
  readonly categories: readonly string[];
  readonly headLimit: number;
  readonly amp: boolean;
  readonly deltas: boolean;
  readonly movedTo: string | null; // without a slash at the end
  readonly formerSlugs: readonly string[];
  readonly retired: boolean;
  readonly markdown: boolean;
  readonly podcast: Podcast | null;
  readonly feedly: Feedly | null;
  readonly publishers: readonly Publisher[];
  readonly sources: readonly SourceDefinition[];
};

export const DEFAULT_HEAD_LIMIT = 50;
