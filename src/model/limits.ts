// Every limit that a publisher can meet, in one place; the README lists them.

export const MAX_BODY_BYTES = 1_048_576;
/** Of a webhook: Ghost sends 25 earlier versions of a post along with it. */
export const MAX_HOOK_BODY_BYTES = 4 * 1_048_576;
export const MAX_JSON_DEPTH = 64;
export const MAX_BATCH_ARTICLES = 100;

// Counted in code points, so that a title in any script has the same room.
export const MAX_TITLE_CHARACTERS = 500;
export const MAX_SUMMARY_CHARACTERS = 5_000;
export const MAX_CAPTION_CHARACTERS = 2_000;
export const MAX_NAME_CHARACTERS = 200;
export const MAX_ID_CHARACTERS = 1_000;
export const MAX_URL_CHARACTERS = 2_000;
export const MAX_SLUG_CHARACTERS = 80;

export const MAX_AUTHORS = 50;
export const MAX_TAGS = 100;
export const MAX_ATTACHMENTS = 50;
export const MAX_TRANSCRIPTS = 20;

// Elements deeper than this are unwrapped and their text kept: the HTML
// parsers of browsers flatten at 512, and no article needs a tenth of it.
export const MAX_HTML_DEPTH = 64;

// No article has a tenth of this; hostile HTML has more, and takes seconds to clean.
export const MAX_HTML_TAGS = 40_000;

/** What one row of the journal may hold. The platform's limit is 2 MB, which local workerd does not enforce. */
export const MAX_ROW_BYTES = 1_800_000;

/** What a head document may hold a format: what the largest aggregators read. */
export const MAX_HEAD_BYTES = 2 * 1_048_576;

/** How far ahead an article may be scheduled, in ms. */
export const MAX_SCHEDULE_AHEAD = 366 * 86_400_000;

/** How long an idempotency key is remembered, in ms. */
export const IDEMPOTENCY_KEPT_FOR = 7 * 86_400_000;

// Of a call out, with all its redirects. What is asked for says how many bytes it may have.
export const MAX_OUTBOUND_MILLISECONDS = 10_000;
export const MAX_REDIRECTS = 3;
