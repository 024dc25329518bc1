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

export const LINE_RULES: readonly LineRule[] = [
  {
    // A button's label and its tooltip, run together.
    name: "doubled-label",
    does: "drop",
    pattern: /^([^.!?。！？؟।]{6,60})\1+$/u,
    example: "Send in e-mailSend in e-mail",
    lookAlike: "New York, New York",
  },
  {
    name: "share-button",
    does: "drop",
    pattern:
      /^(?:share (?:this|on|via|by|to|in)|send (?:in|by|via)|tweet this|pin on|post on|e-?mail this|print this|copy (?:the |this )?link|save (?:this|for later))(?: (?:article|story|page|post|link|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|bluesky|threads|mastodon|flipboard|e-?mail|to clipboard))*$/iu,
    example: "Share on Facebook",
    lookAlike: "Share this cake with a friend",
  },
  {
    name: "call-to-action",
    does: "drop",
    pattern:
      /^(?:click|tap|press) (?:on )?(?:the |this )?(?:[\p{L}-]+ ){0,3}(?:icon|button|link|bell|here) to (?:follow|save|share|subscribe|receive|get|sign up)\b[^.!?]{0,60}$/iu,
    example: "Click the alert icon to follow topics:",
    lookAlike: "Click the bell to follow the harbour news, said the note on the door.",
  },
  {
    name: "follow-us",
    does: "drop",
    pattern: /^(?:follow|like|find|join) us on [\p{L} ,&]{1,60}$/iu,
    example: "Follow us on Mastodon and Bluesky",
    lookAlike: "Follow us on foot, the guide said, and mind the tide.",
  },
  {
    // "…in Paris.Credit: AFP": scrapers lose the space between two elements, and
    // a caption need not end in a full stop.
    name: "lead-image-credit",
    does: "caption",
    pattern: /^(?<caption>.*?(?:[.!?…"”’)\]] ?|[\p{L}\p{N}](?=C))|)Credit: ?(?<credit>[^.!?:;]{2,80})$/u,
    example: "The harbour at dawn, March 3, 1909.Credit: Harbour Archive",
    lookAlike: "The bank wrote two words on the slip, Credit: refused, and shut the window.",
  },
  {
    // With a space and no full stop it may be a subheading, "Tax Credit: Who Is
    // Left Out"; above the text, where there are none, it is a caption.
    name: "lead-image-credit-above",
    does: "caption-above",
    pattern: /^(?<caption>.*?) Credit: ?(?<credit>[^.!?:;]{2,80})$/u,
    example: "The harbour at dawn, March 3, 1909 Credit: Harbour Archive",
    lookAlike: "The bank wrote two words on the slip, Credit: refused, and shut the window.",
  },
];
