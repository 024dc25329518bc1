// A public post as an article. Author, picture and terms come under `_embedded`;
// without `_embed` a post has only their numbers, which say nothing.

import { isRecord } from "../../../model/check-fields.ts";
import { MAX_AUTHORS, MAX_TAGS } from "../../../model/limits.ts";
import type { Dropped } from "../../../model/receipt.ts";
import { EMPTY_SUBMISSION, type Submission } from "../../submission.ts";
import { readAuthor, readPicture, readTerms } from "./embedded.ts";
import { isAutomatic } from "./excerpt.ts";

export type Post = Readonly<Record<string, unknown>>;

/** What the caller has read of it: `content` is its HTML, `changedAt` when it became what it is now. */
export type PublicPost = {
  readonly post: Post;
  readonly id: string;
  readonly content: string;
  readonly changedAt: string | null;
};

/** @returns `kept`: the fields that were read, and no other. Plugins add to a post what they like. */
export function readPost({ post, id, content, changedAt }: PublicPost): {
  readonly submission: Submission;
  readonly kept: unknown;
} {
  const dropped: Dropped[] = [];
  const leaveOut = (value: unknown, name: string, wanted: string) => {
    if (value !== undefined && value !== null)
      dropped.push({ rule: "field-not-usable", detail: `${name} must be ${wanted}` });
  };
  const textIn = (name: string): string | null => {
    const field = post[name];
    const value = isRecord(field) ? field["rendered"] : field;
    if (typeof value === "string") return value;
    leaveOut(value, name, "a string");
    return null;
  };
  const embedded = isRecord(post["_embedded"]) ? post["_embedded"] : {};
  const listIn = (name: string): readonly unknown[] => {
    const value = embedded[name];
    if (Array.isArray(value)) return value;
    leaveOut(value, `_embedded/${name}`, "a list");
    return [];
  };

  const [title, link, excerpt] = [textIn("title"), textIn("link"), textIn("excerpt")];
  const [date, modified] = [textIn("date_gmt"), textIn("modified_gmt")];
  const authors = listIn("author").flatMap(readAuthor).slice(0, MAX_AUTHORS);
  const terms = listIn("wp:term").flatMap(readTerms).slice(0, MAX_TAGS);
  const [picture] = listIn("wp:featuredmedia").flatMap(readPicture);
  return {
    submission: {
      ...EMPTY_SUBMISSION,
      id,
      url: link,
      title,
      contentHtml: content,
      summary: excerpt === null || isAutomatic(excerpt, content) ? null : excerpt,
      image: picture?.source_url ?? null,
      imageAlt: picture?.alt_text ?? null,
      imageCaption: picture?.caption.rendered ?? null,
      imageCredit: picture?.media_details.image_meta.credit ?? null,
      imageWidth: picture?.media_details.width ?? null,
      imageHeight: picture?.media_details.height ?? null,
      authors: authors.map(({ name, link: url }) => ({ name, url, avatar: null })),
      tags: terms.map(({ name }) => name),
      datePublished: utc(date),
      dateModified: changedAt,
      isLenient: true,
      dropped,
    },
    kept: {
      type: post["type"],
      status: post["status"],
      guid: { rendered: id },
      link,
      date_gmt: date,
      modified_gmt: modified,
      title: { rendered: title },
      content: { rendered: content, protected: false },
      excerpt: { rendered: excerpt },
      _embedded: {
        author: authors,
        "wp:term": [terms],
        "wp:featuredmedia": picture === undefined ? [] : [picture],
      },
    },
  };
}

/** WordPress writes no zone, and `…_gmt` is UTC. */
export const utc = (date: unknown): string | null =>
  typeof date === "string" ? date.replace(/T[\d:.]+$/, "$&Z") : null;
