// An article → its properties: what a client asks for before it changes them.
//
// Source: https://www.w3.org/TR/micropub/#source-content

import type { Article, ArticleState, Attachment, Author } from "../../model/article.ts";
import { textOf } from "../../model/text-of.ts";
import { type Medium, mediumOf } from "./file-types.ts";
import type { Properties } from "./request.ts";

export function propertiesOf(article: Article, state: ArticleState): Properties {
  const listed: readonly (readonly [string, readonly unknown[]])[] = [
    ["name", said(article.title)],
    ["content", contentOf(article.contentHtml)],
    ["summary", said(article.summary)],
    ["category", article.tags],
    ["author", article.authors.map(cardOf)],
    ["published", [new Date(article.publishedAt).toISOString()]],
    ["updated", [new Date(article.updatedAt).toISOString()]],
    ["photo", [...leadPhotoOf(article), ...filesOf(article, "photo")]],
    ["video", filesOf(article, "video")],
    ["audio", filesOf(article, "audio")],
    // Which of the four kinds of link it was isn't kept.
    ["bookmark-of", said(article.externalUrl)],
    ["post-status", [state === "draft" ? "draft" : "published"]],
  ];
  return new Map(listed.filter(([, values]) => values.length > 0));
}

const said = <Value>(value: Value | null): readonly Value[] => (value === null ? [] : [value]);

const PARAGRAPHS = /^(?:<p>(?:[^<]|<br \/>)*<\/p>\n?)+$/;

/** HTML as {"html"}, but for what plain text would have become as well: that is text. */
function contentOf(html: string): readonly unknown[] {
  if (html === "") return [];
  if (!PARAGRAPHS.test(html)) return [{ html }];
  const paragraphs = html.split(/<\/p>\n?/).slice(0, -1);
  return [
    paragraphs.map((paragraph) => paragraph.slice(3).split("<br />").map(textOf).join("\n")).join("\n\n"),
  ];
}

const photoOf = (url: string, alt: string | null): unknown =>
  alt === null || alt === "" ? url : { value: url, alt };

const leadPhotoOf = ({ image }: Article): readonly unknown[] =>
  image === null || image.url === null ? [] : [photoOf(image.url, image.alt)];

const filesOf = ({ attachments }: Article, medium: Medium): readonly unknown[] =>
  attachments
    .filter(({ mediaType }) => mediumOf(mediaType) === medium)
    .map(({ url, title }: Attachment) => (medium === "photo" ? photoOf(url, title) : url));

const cardOf = ({ name, url, avatar }: Author): unknown => ({
  type: ["h-card"],
  properties: {
    name: [name],
    ...(url === null ? {} : { url: [url] }),
    ...(avatar === null ? {} : { photo: [avatar] }),
  },
});
