// What scrapers leave between the lines of an article, one row a habit.
//
// A row's pattern must match the whole line, and must leave its look-alike
// alone: a sentence is never dropped, and in doubt a line is kept. The tests
// hold every row to its own example and look-alike.

export type LineRule = {
  readonly name: string; // as the receipt's `dropped` names it
  /** caption: groups `caption` and `credit`; caption-above: only before the text begins */
  readonly does: "drop" | "caption" | "caption-above";
  readonly pattern: RegExp; // on one trimmed line with single spaces
  readonly example: string;
  readonly lookAlike: string; // must stay
};

const NETWORKS =
  "facebook|twitter|x|linkedin|instagram|threads|bluesky|mastodon|youtube|tiktok|whatsapp|telegram|reddit|pinterest|flipboard|google news|apple news|social media";
const FOLLOWED =
  "this|these|the|our|more|your|for|to|us|and|or|by|via|topics?|authors?|story|stories|articles?|page|series|news|updates?|alerts?|newsletters?|notifications?|e-?mails?|comments?";

export const LINE_RULES: readonly LineRule[] = [
  {
    // A button's label and its tooltip, run together: "…mailSend…" is no word.
    name: "doubled-label",
    does: "drop",
    pattern: /^(\p{Lu}[^.!?。！？؟।]{2,58}[\p{Ll}\p{N}])\1+$/u,
    example: "Send in e-mailSend in e-mail",
    lookAlike: "New York, New York",
  },
  {
    name: "share-button",
    does: "drop",
    pattern: new RegExp(
      "^(?:share (?:this|on|via|by|to|in)|send (?:in|by|via)|tweet this|pin on|post on|e-?mail this|print this|copy (?:the |this )?link|save (?:this|for later))" +
        `(?: (?:article|story|page|post|link|e-?mail|to clipboard|${NETWORKS}))*$`,
      "iu",
    ),
    example: "Share on Facebook",
    lookAlike: "Share this cake with a friend",
  },
  {
    name: "call-to-action",
    does: "drop",
    pattern: new RegExp(
      "^(?:click|tap|press) (?:on )?(?:the |this )?(?:[\\p{L}-]+ ){0,3}(?:icon|button|link|bell|here) to " +
        `(?:follow|save|share|subscribe|receive|get|sign up|read)(?: (?:${FOLLOWED}))*:?$`,
      "iu",
    ),
    example: "Click the alert icon to follow topics:",
    lookAlike: "Press the red button to save the world",
  },
  {
    name: "follow-us",
    does: "drop",
    pattern: new RegExp(
      `^(?:follow|like|find|join) us on (?:${NETWORKS})(?:(?:,| and|, and| or) (?:${NETWORKS}))*:?$`,
      "iu",
    ),
    example: "Follow us on Mastodon and Bluesky",
    lookAlike: "Join us on Saturday at noon in Trafalgar Square",
  },
  {
    // "…in Paris.Credit: AFP": scrapers lose the space between two elements, and
    // a caption need not end in a full stop. Prose never runs on like this. A
    // credit is a name, or one short word: agencies write theirs small.
    name: "lead-image-credit",
    does: "caption",
    pattern:
      /^(?<caption>.{1,600}?[.!?…"”’)\]\p{L}\p{N}])Credit: ?(?<credit>[^\p{Ll}\s.!?:;][^.!?:;]{1,79}|[^\s.!?:;]{2,8})$/u,
    example: "The harbour at dawn, March 3, 1909.Credit: Harbour Archive",
    lookAlike: "The bank wrote two words on the slip, Credit: refused, and shut the window.",
  },
  {
    // With a space it may be a subheading, "Tax Credit: Who Is Left Out", or the
    // end of a sentence; above the text it is a caption.
    name: "lead-image-credit-above",
    does: "caption-above",
    pattern:
      /^(?:(?<caption>.{1,600}?) )?Credit: ?(?<credit>[^\p{Ll}\s.!?:;][^.!?:;]{1,79}|[^\s.!?:;]{2,8})$/u,
    example: "The harbour at dawn, March 3, 1909 Credit: Harbour Archive",
    lookAlike: "Debit: nothing. Credit: everything he had ever earned",
  },
];
