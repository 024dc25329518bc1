// What stands in and around an article on its page and is no part of it, one row
// a habit. A row names what an element is called; an element is only taken for
// that if it also looks like it: what holds an article's paragraphs never goes.

import { findAll, named, type PageElement, wordsOf } from "./page-tree.ts";

export type PageRule = {
  readonly name: string; // as the receipt's `dropped` names it
  readonly isIt: (element: PageElement) => boolean;
  readonly mostCharacters: number; // of text, in what can be it
};

/** What an element is called: its classes, its id, its role. */
const callingOf = ({ attributes }: PageElement): string =>
  `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["data-component"] ?? ""}`;

const called = (words: string) => {
  const pattern = new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, "i");
  return (element: PageElement): boolean => pattern.test(callingOf(element));
};

const hasRole =
  (...roles: readonly string[]) =>
  (element: PageElement): boolean =>
    roles.includes((element.attributes["role"] ?? "").toLowerCase());

const either =
  (...tests: readonly ((element: PageElement) => boolean)[]) =>
  (element: PageElement): boolean =>
    tests.some((test) => test(element));

// A list of links to other articles is little else.
const isMostlyLinks = (element: PageElement): boolean => {
  const linked = findAll(element, named("a")).reduce((sum, link) => sum + wordsOf(link).length, 0);
  return linked * 10 >= wordsOf(element).length * 6;
};

const isHidden = ({ name, attributes }: PageElement): boolean =>
  attributes["hidden"] !== undefined ||
  (attributes["aria-hidden"] === "true" && name !== "img" && name !== "svg") ||
  /(?:^|;)\s*display\s*:\s*none/i.test(attributes["style"] ?? "");

const ANY = Number.POSITIVE_INFINITY;

export const PAGE_RULES: readonly PageRule[] = [
  {
    name: "navigation",
    isIt: either(
      named("nav", "menu"),
      hasRole("navigation", "search", "toolbar", "menu", "menubar"),
      called("breadcrumbs?|pagination|pager|page-links|skip-link|skip-to-content|toc|table-of-contents"),
    ),
    mostCharacters: ANY,
  },
  {
    name: "hidden",
    isIt: either(isHidden, called("screen-reader-text|sr-only|visually-hidden|print-only")),
    mostCharacters: ANY,
  },
  {
    name: "dialog",
    isIt: either(
      named("dialog"),
      hasRole("dialog", "alertdialog"),
      called("cookie|cookies|consent|gdpr|modal|popup"),
    ),
    mostCharacters: 2_000,
  },
  {
    name: "advertisement",
    isIt: called("ad|ads|advert|adverts|advertisement|advertorial|adslot|ad-slot|adsbygoogle|dfp|sponsored"),
    mostCharacters: 300,
  },
  {
    name: "share-button",
    isIt: called(
      "share|sharing|shares|sharebar|sharethis|sharedaddy|addtoany|addthis|social|socials|social-media|jp-relatedposts",
    ),
    mostCharacters: 300,
  },
  {
    name: "newsletter",
    isIt: called("newsletters?|subscribe|subscription|signup|sign-up|mailing-list|mailchimp|mc_embed_signup"),
    mostCharacters: 800,
  },
  {
    name: "related",
    isIt: (element) =>
      called(
        "related|recommended|recommendations|recirculation|read-more|readmore|more-stories|also-read|read-also|trending|most-read|popular|outbrain|taboola",
      )(element) && isMostlyLinks(element),
    mostCharacters: 4_000,
  },
  {
    name: "comments",
    isIt: called("comments|comment-list|comments-area|comment-respond|respond|disqus_thread"),
    mostCharacters: ANY,
  },
  { name: "button", isIt: either(named("button"), hasRole("button")), mostCharacters: 100 },
];

/** Who wrote it, at the top of an article. */
export const isByline = either(
  called("byline|by-line|author|authors|article-author|author-name|post-author|entry-author|contributors?"),
  ({ attributes }) =>
    /(?:^|\s)author(?:\s|$)/.test(`${attributes["rel"] ?? ""} ${attributes["itemprop"] ?? ""}`),
);

/** When it was published, at the top of an article. */
export const isDateLine = either(
  named("time"),
  called(
    "date|dates|dateline|date-line|published|pubdate|posted-on|post-date|entry-date|timestamp|last-updated|updated|reading-time",
  ),
);
