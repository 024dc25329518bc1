// Media RSS in RSS and Atom alike: the lead image with caption and credit, and
// the attachments, as aggregators read them.
//
// Source: https://www.rssboard.org/media-rss

import type { Article, Attachment, LeadImage } from "../model/article.ts";
import { type Attributes, element, optional } from "./xml.ts";

export const MEDIA_NAMESPACE = "http://search.yahoo.com/mrss/";

export const mediaOf = ({ image, attachments }: Article): string =>
  [image === null ? "" : imageOf(image), ...renditionsIn(attachments).map(thingOf)].join("");

/**
 * Attachments of one title are one thing in several renditions (JSON Feed 1.1, "attachments"):
 * each thing where its first rendition stands.
 */
function renditionsIn(attachments: readonly Attachment[]): readonly (readonly Attachment[])[] {
  const things = Map.groupBy(attachments, (attachment) => attachment.title ?? attachment);
  return [...things.values()];
}

// A group of one is an error to the W3C validator.
const thingOf = (renditions: readonly Attachment[]): string =>
  renditions.length === 1
    ? renditions.map((attachment) => attachmentOf(attachment, {})).join("")
    : element(
        "media:group",
        {},
        renditions.map((attachment, at) => attachmentOf(attachment, { isDefault: String(at === 0) })),
      );

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

const attachmentOf = (
  { url, mediaType, title, lengthBytes, durationSeconds }: Attachment,
  among: Attributes,
): string =>
  element(
    "media:content",
    {
      url,
      type: mediaType,
      medium: mediumOf(mediaType),
      fileSize: lengthBytes === 0 ? null : lengthBytes, // must be positive
      duration: durationSeconds === null ? null : Math.round(durationSeconds),
      ...among,
    },
    title === null ? null : [element("media:title", { type: "plain" }, title)],
  );

function mediumOf(mediaType: string): string {
  const kind = mediaType.slice(0, mediaType.indexOf("/"));
  return kind === "image" || kind === "audio" || kind === "video" ? kind : "document";
}
