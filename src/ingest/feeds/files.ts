// What comes with an entry: enclosures, and Media RSS (https://www.rssboard.org/media-rss).

import type { SubmittedAttachment, SubmittedFile } from "../submission.ts";
import { resolve } from "./surroundings.ts";
import { attributeOf, childOf, findBelow, sizeOf, textAt } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

export type EntryFiles = {
  readonly attachments: readonly SubmittedAttachment[];
  readonly image: EntryImage | null;
};

export type EntryImage = {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly credit: string | null;
};

/** What files are by their names, where nobody says. */
const TYPES: Readonly<Record<string, string>> = {
  aac: "audio/aac",
  epub: "application/epub+zip",
  flac: "audio/flac",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  m4a: "audio/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  wav: "audio/wav",
  webm: "video/webm",
  webp: "image/webp",
  zip: "application/zip",
};

/** Read the files of an entry. @param links of Atom whose rel is enclosure */
export function readFiles(entry: XmlElement, links: readonly XmlElement[], base: string | null): EntryFiles {
  const durationSeconds = secondsOf(textAt(entry, "itunes", "duration"));
  const enclosures = [
    ...findBelow(entry, ({ vocabulary, local }) => vocabulary === "rss" && local === "enclosure"),
    ...links,
  ].flatMap((element) => fileOf(element, base, durationSeconds));
  const media = findBelow(entry, ({ vocabulary }) => vocabulary === "media");
  const contents = media.filter(({ local }) => local === "content");
  const played = contents
    .filter((content) => !isPicture(content) && /^(?:audio|video)\//.test(typeOf(content)))
    .flatMap((content) => fileOf(content, base, null));

  const attachments = [...enclosures, ...played].filter(isFirstOfItsUrl);
  const enclosedPicture = attachments.find(({ mediaType }) => mediaType.startsWith("image/"));
  const image =
    pictureOf(contents.filter(isPicture), base) ??
    pictureOf(
      media.filter(({ local }) => local === "thumbnail"),
      base,
    ) ??
    imageAt(resolve(attributeOf(childOf(entry, "itunes", "image"), "href"), base)) ??
    imageAt(resolve(pictureInItem(entry), base)) ??
    imageAt(enclosedPicture?.url ?? null);
  return { attachments: attachments.filter(({ url }) => url !== image?.url), image };
}

function fileOf(
  element: XmlElement,
  base: string | null,
  durationSeconds: number | null,
): readonly SubmittedAttachment[] {
  const url = resolve(attributeOf(element, "url") ?? attributeOf(element, "href"), base);
  if (url === null) return [];
  return [
    {
      url,
      mediaType: typeOf(element),
      title: attributeOf(element, "title"),
      // Many say 0 for what they don't know.
      lengthBytes: sizeOf(attributeOf(element, "length") ?? attributeOf(element, "fileSize")) || null,
      durationSeconds: secondsOf(attributeOf(element, "duration")) ?? durationSeconds,
    },
  ];
}

const isFirstOfItsUrl = (file: SubmittedFile, at: number, files: readonly SubmittedFile[]): boolean =>
  files.findIndex(({ url }) => url === file.url) === at;

function typeOf(element: XmlElement): string {
  const said = attributeOf(element, "type") ?? "";
  if (/^[\w.+-]+\/[\w.+-]+/.test(said)) return said;
  const url = attributeOf(element, "url") ?? attributeOf(element, "href") ?? "";
  const [, ending = ""] = /\.([a-z\d]{2,4})(?:[?#]|$)/i.exec(url) ?? [];
  return TYPES[ending.toLowerCase()] ?? "application/octet-stream";
}

const isPicture = (content: XmlElement): boolean =>
  attributeOf(content, "medium") === "image" || typeOf(content).startsWith("image/");

// WordPress.com's first picture is its author's face.
const AVATAR = /^https?:\/\/(?:[\w-]+\.)?gravatar\.com\/avatar\//i;

function pictureOf(pictures: readonly XmlElement[], base: string | null): EntryImage | null {
  for (const picture of pictures) {
    const url = resolve(attributeOf(picture, "url"), base);
    if (url === null || AVATAR.test(url)) continue;
    const width = sizeOf(attributeOf(picture, "width")) || null;
    const height = sizeOf(attributeOf(picture, "height")) || null;
    return { url, width, height, credit: textAt(picture, "media", "credit") };
  }
  return null;
}

const imageAt = (url: string | null): EntryImage | null =>
  url === null ? null : { url, width: null, height: null, credit: null };

/** Some have a picture in an item as RSS has it in a channel. */
function pictureInItem(entry: XmlElement): string | null {
  const image = childOf(entry, "rss", "image");
  if (image === null) return null;
  return textAt(image, "rss", "url") ?? attributeOf(image, "href") ?? attributeOf(image, "url");
}

/** "1:02:03", "62:03" or "3723" → seconds. */
function secondsOf(text: string | null): number | null {
  if (text === null || !/^\d{1,6}(?::\d{1,2}){0,2}(?:\.\d{1,6})?$/.test(text)) return null;
  const seconds = text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds : null;
}
