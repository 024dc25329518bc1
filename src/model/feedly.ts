// How Feedly shows a feed: its own few words beside RSS.

import { type Fields, flag, hexColor, svgUrl, webUrl } from "./check-fields.ts";

/** What the operator writes. */
export type FeedlyDefinition = {
  /** Six hexadecimal digits: the colour of links and buttons. */
  readonly accentColor?: string;
  /** An SVG, 30 pixels high. */
  readonly logo?: string;
  /** A wide picture behind the feed's name. */
  readonly cover?: string;
  /** Whether Feedly shows other articles of this feed below one. */
  readonly related?: boolean;
};

export type Feedly = {
  readonly accentColor: string | null;
  readonly logo: string | null;
  readonly cover: string | null;
  readonly related: boolean;
};

export const FEEDLY_FIELDS: Fields = {
  accentColor: { check: hexColor, optional: true },
  logo: { check: svgUrl, optional: true },
  cover: { check: webUrl, optional: true },
  related: { check: flag, optional: true },
};

export const feedlyOf = (definition: FeedlyDefinition): Feedly => ({
  accentColor: definition.accentColor ?? null,
  logo: definition.logo ?? null,
  cover: definition.cover ?? null,
  related: definition.related ?? false,
});
