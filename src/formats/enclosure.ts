// The one attachment that an RSS item carries as its enclosure.

import type { Article, Attachment } from "../model/article.ts";
import { element } from "./xml.ts";

/** The first that is sound or film, since that is what players look for; else the first of all. */
export const enclosedOf = ({ attachments }: Pick<Article, "attachments">): Attachment | null =>
  attachments.find(isPlayed) ?? attachments[0] ?? null;

export const isPlayed = ({ mediaType }: Attachment): boolean => /^(?:audio|video)\//.test(mediaType);

/** RSS wants all three attributes; "0" stands for a length that nobody gave. */
export function enclosureOf(article: Pick<Article, "attachments">): string {
  const enclosed = enclosedOf(article);
  if (enclosed === null) return "";
  const { url, lengthBytes, mediaType } = enclosed;
  return element("enclosure", { url, length: lengthBytes ?? 0, type: mediaType }, null);
}
