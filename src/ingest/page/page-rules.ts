// What stands in and around an article on its page and is no part of it, one row
// a habit. A row names what an element is called, and an element is taken for it
// only if it also looks like it: what holds a paragraph of text never goes.

import type { Measure } from "./page-measure.ts";
import { isInLine, named, type PageElement } from "./page-tree.ts";

export type PageRule = {
  readonly name: string; // as the receipt's `dropped` names it
  readonly isIt: (element: PageElement) => boolean;
  readonly mostCharacters: number; // of text, in what can be it
  readonly looksLikeIt?: (measure: Measure) => boolean;
};

/** From here on a run of text, not counting its links, is a paragraph of an article. */
export const PARAGRAPH_CHARACTERS = 150;

// What stands before and after a name in a class, where it is still that name:
// "entry-share", "post__share-buttons", "c-share_list". In "share-price" it isn't.
const BEFORE =
  "entry|post|article|page|site|story|content|single|main|wp|wp-block|jp|block|widget|module|component|section|c|o|m|l|u|js|td|et|elementor|inline|sticky|floating|in-article|in-content|mobile|desktop";
const AFTER =
  "buttons?|btns?|bar|links?|tools?|icons?|widget|list|menu|block|container|wrapper|wrap|box|section|area|slot|unit|banner|form|signup|cta|inner|content|items?|groups?|module|component|posts?|articles?|stories|sidebar|placeholder|label|holder|promo|header|footer|title|media|top|bottom|inline";

const SEPARATED = `(?:[-_]{1,2})`;

/** @param words patterns without a hyphen at either end */
const called = (words: string) => {
  const token = new RegExp(
    `^(?:(?:${BEFORE})${SEPARATED}){0,3}(?:${words})(?:${SEPARATED}(?:${AFTER}|\\d{1,8})){0,3}$`,
    "i",
  );
  return ({ attributes }: PageElement): boolean =>
    `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["data-component"] ?? ""}`
      .split(/\s+/, MOST_TOKENS)
      .some((one) => one.length <= MOST_TOKEN_CHARACTERS && token.test(one));
};

// Some frameworks write fifty classes; hostile pages write a hundred thousand.
const MOST_TOKENS = 60;
const MOST_TOKEN_CHARACTERS = 80;

const hasRole =
  (...roles: readonly string[]) =>
  (element: PageElement): boolean =>
    roles.includes((element.attributes["role"] ?? "").toLowerCase());

const either =
  (...tests: readonly ((element: PageElement) => boolean)[]) =>
  (element: PageElement): boolean =>
    tests.some((test) => test(element));

// A list of links to other articles is little else.
const isMostlyLinks = ({ linked, length }: Measure): boolean => linked * 10 >= length * 6;

// What is hidden from the ear alone may be a formula, a sign or a picture.
const isHidden = ({ name, attributes, children }: PageElement): boolean =>
  attributes["hidden"] !== undefined ||
  (attributes["aria-hidden"] === "true" && name !== "img" && name !== "svg" && children.some(isPlainWord)) ||
  /(?:^|;)\s*display\s*:\s*none/i.test((attributes["style"] ?? "").slice(0, 1_000));

const isPlainWord = (child: PageElement | string): boolean =>
  typeof child === "string" && /[\p{L}\p{N}]/u.test(child);

/** Words for screen readers alone. */
export const isForEars = called("screen-reader-text|sr-only|visually-hidden|print-only");

/** What there is only where readers write, or have written: an article may be about comments. */
export const isOfComments = either(
  ({ attributes }) => attributes["id"] === "disqus_thread",
  named("form", "textarea"),
  called("comment|comment-body|comment-content|comment-author|reply|comment-reply-link"),
);

const ANY = Number.POSITIVE_INFINITY;

export const PAGE_RULES: readonly PageRule[] = [
  {
    name: "navigation",
    isIt: either(
      (element) => named("nav")(element) && !called("footnotes?|endnotes?|references")(element),
      hasRole("navigation", "search", "toolbar", "menu", "menubar"),
      called("breadcrumbs?|pagination|pager|page-links|skip-link|skip-to-content|toc|table-of-contents"),
    ),
    mostCharacters: ANY,
  },
  {
    name: "hidden",
    // A drop cap is written twice: for the eye, and hidden in a line for the ear.
    isIt: either(isHidden, (element) => isForEars(element) && !isInLine(element)),
    mostCharacters: ANY,
  },
  {
    name: "dialog",
    isIt: either(
      named("dialog"),
      hasRole("dialog", "alertdialog"),
      called("cookies?|cookie-notice|cookie-consent|consent|gdpr|modal|popup"),
    ),
    mostCharacters: 2_000,
  },
  {
    name: "advertisement",
    isIt: called("ads?|adverts?|advertisement|advertorial|adsbygoogle|dfp|sponsored"),
    mostCharacters: 300,
  },
  {
    name: "share-button",
    isIt: called(
      "share|sharing|shares|share-this|sharethis|sharedaddy|addtoany|addthis|socials?|social-share|social-sharing|social-media",
    ),
    mostCharacters: 300,
  },
  {
    name: "newsletter",
    isIt: called("newsletters?|subscribe|subscription|sign-?up|mailing-list|mailchimp|mc_embed_signup"),
    mostCharacters: 800,
  },
  {
    name: "related",
    isIt: called(
      "related|jp-relatedposts|recommended|recommendations|recirculation|read-?more|more-stories|also-read|read-also|trending|most-read|popular|outbrain|taboola",
    ),
    mostCharacters: 4_000,
    looksLikeIt: isMostlyLinks,
  },
  { name: "button", isIt: either(named("button"), hasRole("button")), mostCharacters: 100 },
];

/** What readers wrote under an article, however long. */
export const isCommentSection = called(
  "comments|comments-area|comment-list|comment-respond|respond|disqus_thread",
);

/** Who wrote it, at the top of an article. */
export const isByline = either(
  called("byline|by-line|authors?|author-name|author-info|author-meta|contributors?"),
  ({ attributes }) =>
    /(?:^|\s)author(?:\s|$)/.test(`${attributes["rel"] ?? ""} ${attributes["itemprop"] ?? ""}`),
);

/** When it was published, at the top of an article. */
export const isDateLine = either(
  named("time"),
  called("dates?|dateline|date-line|published|pubdate|posted-on|timestamp|last-updated|updated|reading-time"),
);
