// Media RSS in RSS and Atom alike: the lead image with caption and credit, and
// the attachments, as aggregators read them.
//
// Source: https://www.rssboard.org/media-rss

import type { Article, Attachment, LeadImage } from "../model/article.ts";
import { element, optional } from "./xml.ts";

export const MEDIA_NAMESPACE = "http://search.yahoo.com/mrss/";

export const mediaOf = ({ image, attachments }: Article): string =>
  [image === null ? "" : imageOf(image), ...attachments.map(attachmentOf)].join("");

// A caption whose picture has no URL stands at the item's own level.
function imageOf({ url, alt, width, height, caption, credit }: LeadImage): string {
  const words = [
    caption === null ? "" : element("media:description", { type: "plain" }, caption),
    credit === null ? "" : element("media:credit", {}, credit),
  ];
  if (url === null) return words.join("");
  return element("media:content", { url, medium: "image", width, height }, [
    optional("media:title", alt === "" ? null : alt),
    ...words,
  ]);
}

const attachmentOf = ({ url, mediaType, title, lengthBytes, durationSeconds }: Attachment): string =>
  element(
    "media:content",
    {
      url,
      type: mediaType,
      medium: mediumOf(mediaType),
      fileSize: lengthBytes,
      duration: durationSeconds === null ? null : Math.round(durationSeconds),
    },
    title === null ? null : [element("media:title", { type: "plain" }, title)],
  );

function mediumOf(mediaType: string): string {
  const kind = mediaType.slice(0, mediaType.indexOf("/"));
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "document";
}
