// What makes a feed a podcast: the facts that directories ask of a show.
//
// Sources: https://podcasters.apple.com/support/823-podcast-requirements and
// https://podcasting2.org/docs/podcast-namespace

import { email, type Fields, flag, oneOf, text, uuid, webUrl } from "./check-fields.ts";
import { isPodcastCategory } from "./podcast-categories.ts";

/** What the operator writes of a show. */
export type PodcastDefinition = {
  /** Apple's: "News", or with what is in it "Society & Culture > Documentary". The first counts most. */
  readonly categories: readonly string[];
  readonly explicit: boolean;
  /** Whether episodes stand for themselves, or are heard from the first one on. */
  readonly type?: "episodic" | "serial";
  /** Who makes the show; the feed's authors if not said. */
  readonly author?: string;
  /** A square JPEG or PNG, 1400 to 3000 pixels; the feed's image if not said. */
  readonly image?: string;
  /** Whom a directory writes to. Everybody can read it. */
  readonly owner?: { readonly name: string; readonly email: string };
  /** The show's UUID, the same wherever it is. */
  readonly guid?: string;
  /** Whether other platforms are asked not to take the show over. */
  readonly locked?: boolean;
};

export type PodcastCategory = { readonly name: string; readonly subcategory: string | null };

/** The same, with nothing left open. */
export type Podcast = {
  readonly categories: readonly PodcastCategory[];
  readonly explicit: boolean;
  readonly type: "episodic" | "serial" | null;
  readonly author: string | null;
  readonly image: string | null;
  readonly owner: { readonly name: string; readonly email: string } | null;
  readonly guid: string | null;
  readonly locked: boolean | null;
};

export const PODCAST_FIELDS: Fields = {
  categories: {
    list: {
      holds: isPodcastCategory,
      allowed: 'a category of Apple Podcasts, such as "News" or "Society & Culture > Documentary"',
    },
    least: 1,
  },
  explicit: { check: flag },
  type: { check: oneOf("episodic", "serial"), optional: true },
  author: { check: text(200), optional: true },
  image: { check: webUrl, optional: true },
  owner: { object: { name: { check: text(200) }, email: { check: email } }, optional: true },
  guid: { check: uuid, optional: true },
  locked: { check: flag, optional: true },
};

export const podcastOf = (definition: PodcastDefinition): Podcast => ({
  categories: definition.categories.map(categoryOf),
  explicit: definition.explicit,
  type: definition.type ?? null,
  author: definition.author ?? null,
  image: definition.image ?? null,
  owner: definition.owner ?? null,
  guid: definition.guid ?? null,
  locked: definition.locked ?? null,
});

function categoryOf(written: string): PodcastCategory {
  const [name = "", subcategory = null] = written.split(" > ");
  return { name, subcategory };
}
