// JSON Feed 1 and 1.1, https://www.jsonfeed.org/version/1.1/
//
// An item that was sent to us is read strictly (json-article.ts); one of a feed that
// somebody wrote for readers, for what it is meant to be.

import { isRecord } from "../../model/check-fields.ts";
import { MAX_AUTHORS, MAX_TAGS } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { listAt, only, sizeAt, textAt } from "../adapters/loose-json.ts";
import { valueAt } from "../adapters/pointer.ts";
import { tagsOf, textOf } from "../adapters/values.ts";
import type { IngestError } from "../error.ts";
import { EMPTY_SUBMISSION, type Submission, type SubmittedAuthor } from "../submission.ts";
import type { FeedEntry, FeedFacts, ReadFeed } from "./feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { nameIn } from "./people.ts";
import { resolve } from "./surroundings.ts";

const ITEM_FIELDS = [
  "id",
  "url",
  "external_url",
  "title",
  "content_html",
  "content_text",
  "summary",
  "image",
  "banner_image",
  "date_published",
  "date_modified",
  "tags",
  "language",
  "attachments",
];

/** Whether a value is a feed: some leave the version out. */
export const isJsonFeed = (json: unknown): boolean => isRecord(json) && Array.isArray(json["items"]);

/** @param feedUrl where the feed is; what is relative in it is relative to its page, else to that */
export function readJsonFeed(json: unknown, feedUrl: string | null): ReadFeed {
  const feed: FeedFacts = {
    dialect: "json",
    title: textAt(json, "/title"),
    language: textAt(json, "/language"),
    url: resolve(textAt(json, "/home_page_url"), feedUrl),
  };
  const authors = authorsIn(json);
  const frame = {
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: feed.url ?? undefined,
    language: feed.language ?? undefined,
    authors,
  };
  // It is kept with every item: one that is long is kept with none.
  const shared = JSON.stringify(frame).length <= MOST_SHARED ? frame : { version: frame.version };
  const base = feed.url ?? feedUrl;
  return {
    feed,
    entries: listAt(json, "/items").map((item, at) =>
      readItem(item, `/items/${at}`, { feed, authors, base, shared }),
    ),
  };
}

const MOST_SHARED = 4_000; // characters

type Inherited = {
  readonly feed: FeedFacts;
  readonly authors: readonly SubmittedAuthor[];
  readonly base: string | null;
  readonly shared: Readonly<Record<string, unknown>>;
};

function readItem(
  item: unknown,
  place: string,
  { feed, authors: feedAuthors, base, shared }: Inherited,
): Result<FeedEntry, IngestError> {
  if (!isRecord(item)) return fail({ kind: "entry_unusable", place, reason: "must be an object" });
  const own = authorsIn(item);
  const authors = own.length > 0 ? own : feedAuthors;
  const url = resolve(textAt(item, "/url"), base);
  const dateOf = (pointer: string): string | null => {
    const text = textAt(item, pointer);
    return text === null ? null : readFeedDate(text);
  };
  const submission: Submission = {
    ...EMPTY_SUBMISSION,
    id: textOf(item["id"])?.trim() || null, // a number is the string that it spells
    url,
    baseUrl: url === null ? base : null,
    externalUrl: resolve(textAt(item, "/external_url"), base),
    title: textAt(item, "/title"),
    contentHtml: textAt(item, "/content_html"),
    contentText: textAt(item, "/content_text"),
    summary: textAt(item, "/summary"),
    image: textAt(item, "/image") ?? textAt(item, "/banner_image"),
    authors,
    tags: tagsOf(item["tags"]).slice(0, MAX_TAGS),
    language: textAt(item, "/language") ?? feed.language,
    attachments: listAt(item, "/attachments").map((attachment) => ({
      url: textAt(attachment, "/url") ?? "",
      mediaType: textAt(attachment, "/mime_type") ?? "application/octet-stream",
      title: textAt(attachment, "/title"),
      lengthBytes: sizeAt(attachment, "/size_in_bytes"),
      durationSeconds: sizeAt(attachment, "/duration_in_seconds"),
    })),
    datePublished: dateOf("/date_published") ?? dateOf("/date_modified"),
    dateModified: dateOf("/date_modified"),
    isLenient: true,
  };
  const kept = { ...shared, items: [{ ...only(item, ITEM_FIELDS), authors: own }] };
  return ok({ submission, kept: JSON.stringify(kept), place });
}

/** `authors`, or the one `author` of version 1. Of their fields only those of JSON Feed. */
function authorsIn(json: unknown): readonly SubmittedAuthor[] {
  const list = listAt(json, "/authors");
  const single = valueAt(json, "/author");
  return (list.length > 0 ? list.slice(0, MAX_AUTHORS) : [single]).flatMap((author) => {
    const name = nameIn(textAt(author, "/name") ?? textOf(author) ?? "");
    const url = textAt(author, "/url");
    if (name === null && (url === null || url.startsWith("mailto:"))) return [];
    return [{ name, url, avatar: textAt(author, "/avatar") }];
  });
}
