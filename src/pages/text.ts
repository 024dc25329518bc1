// An article's HTML as its page shows it. What is added here is how a page
// loads and lays out, which is no part of the article: feeds don't get it.

import { sizesIn } from "../model/picture.ts";

/**
 * Pictures load when they come near, but for the page's first; a picture without
 * sizes gets a box, so that nothing moves when it arrives.
 *
 * @param contentHtml sanitized: an attribute holds no "<" and no ">"
 * @param isFirst whether the text's first picture is the page's first
 */
export function withPictures(contentHtml: string, isFirst: boolean): string {
  let first = isFirst;
  return contentHtml.replace(/<img ([^>]*>)/g, (tag, rest: string) => {
    const loading = first ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"';
    first = false;
    const box = sizesIn(tag).width === null ? 'class="boxed" ' : "";
    return `<img ${box}${loading} ${rest}`;
  });
}

const SCROLLING: Readonly<Record<string, string>> = {
  "<table": '<div class="wide" tabindex="0"><table',
  "</table>": "</table></div>",
  "<pre": '<pre tabindex="0"',
};

/** What may be wider than the page scrolls by itself, by keyboard too. */
export const withScrolling = (html: string): string =>
  html.replace(/<table(?=[ >])|<\/table>|<pre(?=[ >])/g, (tag) => SCROLLING[tag] ?? tag);
