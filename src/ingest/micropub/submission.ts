// Properties → a submission.
//
// Source: https://www.w3.org/TR/micropub/#create and https://microformats.org/wiki/h-entry
//
// The first photo is the article's picture; every other, and sound and film, is
// attached. What a post answers, likes or keeps a link to is its external URL.

import type { Dropped } from "../../model/receipt.ts";
import { ok, type Result } from "../../model/result.ts";
import { textAt } from "../adapters/loose-json.ts";
import type { IngestError } from "../error.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAttachment } from "../submission.ts";
import { shorten } from "../text.ts";
import { fileTypeOf, type Medium } from "./file-types.ts";
import { statusOf } from "./post-status.ts";
import type { Properties } from "./request.ts";
import { authorIn, nameIn, textIn, urlIn } from "./values.ts";

/** What a post may be about, elsewhere; the first that is there counts. */
export const LINKS: readonly string[] = ["bookmark-of", "in-reply-to", "like-of", "repost-of"];

/** Properties of which a post has one. */
export const SINGLE: readonly string[] = ["name", "content", "summary", "published", "updated", "mp-slug"];

const LISTS = ["category", "author", "photo", "video", "audio"];
const KNOWN = new Set([...SINGLE, ...LINKS, ...LISTS, "post-status", "visibility"]);

/**
 * Read a post.
 *
 * @param files what was uploaded beside it, by name
 */
export function submissionOf(
  properties: Properties,
  files: readonly string[],
): Result<Submission, IngestError> {
  const status = statusOf(properties);
  if (!status.ok) return status;
  const values = (name: string) => properties.get(name) ?? [];
  const text = (name: string) => textIn(values(name)[0]);
  const [content] = values("content");
  const [photo, ...photos] = filesIn(values("photo"));
  return ok({
    ...EMPTY_SUBMISSION,
    title: text("name"),
    contentHtml: textAt(content, "/html"),
    contentText: textIn(content),
    summary: text("summary"),
    slug: text("mp-slug"),
    externalUrl: LINKS.map((name) => urlIn(values(name)[0])).find((url) => url !== null) ?? null,
    image: photo?.url ?? null,
    imageAlt: photo?.alt ?? null,
    authors: values("author").map(authorIn),
    tags: values("category").flatMap((value) => nameIn(value) ?? []),
    attachments: [
      ...photos.map((file) => attachmentOf(file, "photo")),
      ...filesIn(values("video")).map((file) => attachmentOf(file, "video")),
      ...filesIn(values("audio")).map((file) => attachmentOf(file, "audio")),
    ],
    datePublished: text("published"),
    dateModified: text("updated"),
    status: status.value,
    dropped: [...droppedOf(properties), ...files.slice(0, MOST_NAMED).map(fileNotKept)],
  });
}

type File = { readonly url: string; readonly alt: string | null };

function filesIn(values: readonly unknown[]): readonly File[] {
  return values.flatMap((value) => {
    const url = urlIn(value);
    return url === null ? [] : [{ url, alt: textAt(value, "/alt") }];
  });
}

const attachmentOf = ({ url, alt }: File, medium: Medium): SubmittedAttachment => ({
  url,
  mediaType: fileTypeOf(url, medium),
  title: alt,
  lengthBytes: null,
  durationSeconds: null,
});

const MOST_NAMED = 20;

const fileNotKept = (file: string): Dropped => ({ rule: "file-not-kept", detail: shorten(file, 100) });

function droppedOf(properties: Properties): readonly Dropped[] {
  const links = LINKS.filter((name) => properties.has(name));
  const said = (rule: string, names: readonly string[]): Dropped[] =>
    names.slice(0, MOST_NAMED).map((name) => ({ rule, detail: shorten(name, 100) }));
  const names = [...properties.keys()].filter((name) => !KNOWN.has(name));
  return [
    ...said(
      "unknown-property",
      names.filter((name) => !name.startsWith("mp-")),
    ),
    ...said(
      "command-not-done",
      names.filter((name) => name.startsWith("mp-")),
    ),
    ...said("one-value-only", [
      ...SINGLE.filter((name) => (properties.get(name)?.length ?? 0) > 1),
      ...links.filter((name, at) => at > 0 || (properties.get(name)?.length ?? 0) > 1),
    ]),
  ];
}
