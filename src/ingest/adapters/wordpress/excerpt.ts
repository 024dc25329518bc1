// Whether an excerpt was written by somebody. Of a post without one WordPress
// shows the first 55 words, and the API doesn't say which of the two it is.

const TAG = /<[^<>]*>/g;
const ELLIPSIS = "(?:&hellip;|&#8230;|…)";
const CUT = new RegExp(`\\[${ELLIPSIS}\\]$`);
const OPEN_END = new RegExp(`${ELLIPSIS}$`);

/** Ends as WordPress ends what it cuts off: "[…]". */
export const isCutOff = (html: string): boolean => CUT.test(lettersOf(html));

/** It was cut off, or it is how the text begins: a summary of our own says no less. */
export const isAutomatic = (excerpt: string, content: string): boolean =>
  isCutOff(excerpt) || lettersOf(content).startsWith(lettersOf(excerpt).replace(OPEN_END, ""));

// Where a paragraph ends, one of them has a line break and the other a space.
const lettersOf = (html: string): string => html.replace(TAG, "").replace(/\s+/g, "");
