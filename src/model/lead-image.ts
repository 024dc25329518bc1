// Which of an article's lead image is to be shown above its text.

import type { Article, LeadImage } from "./article.ts";
import { inAttribute } from "./sanitized-html.ts";
import { textOf } from "./text-of.ts";

/**
 * The lead image, unless the text shows it already: then what is left of it are
 * the caption and the credit, if the text doesn't have them too.
 */
export function leadImageOf({
  image,
  contentHtml,
}: Pick<Article, "image" | "contentHtml">): LeadImage | null {
  if (image?.url == null || !shows(contentHtml, image.url)) return image;
  const text = textOf(contentHtml);
  const missing = (words: string | null) => (words === null || text.includes(words) ? null : words);
  const [caption, credit] = [missing(image.caption), missing(image.credit)];
  return caption === null && credit === null ? null : { ...image, url: null, caption, credit };
}

/** Whether sanitized HTML has it as a source. */
export const shows = (html: string, url: string): boolean => html.includes(` src="${inAttribute(url)}"`);
