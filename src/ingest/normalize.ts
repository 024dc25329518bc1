// A submission, from whichever adapter → a Draft: clean text, safe HTML, UTC
// instants, absolute URLs. Field errors point into JSON Feed's vocabulary,
// which is the contract whatever the media type was.

import type { Author, Draft } from "../model/article.ts";
import { foldLabel } from "../model/label.ts";
import { MAX_NAME_CHARACTERS, MAX_SUMMARY_CHARACTERS, MAX_TITLE_CHARACTERS } from "../model/limits.ts";
import type { Dropped } from "../model/receipt.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { readAttachments } from "./attachments.ts";
import { readContent, showsSomething } from "./content.ts";
import { readEpisode } from "./episode.ts";
import { fieldInvalid, type IngestError } from "./error.ts";
import { type Reading, startReading } from "./reading.ts";
import { slugOf } from "./slug.ts";
import type { Submission, SubmittedAuthor } from "./submission.ts";
import { shorten } from "./text.ts";
import { withoutTracking } from "./tracking.ts";

export type Normalized = {
  readonly draft: Draft;
  readonly isHeldBack: boolean; // it is a draft
  readonly dropped: readonly Dropped[];
};

/**
 * Turn a submission into a Draft.
 *
 * @param now ms since 1970 UTC; what a date may be a year ahead of
 * @returns the draft and what was dropped on the way, or every field that is wrong, at once
 */
export function normalize(submission: Submission, now: number): Result<Normalized, IngestError> {
  const read = readDraft(submission, now);
  return read.ok && isEmpty(read.value.draft) ? fail(NOTHING_TO_READ) : read;
}

/** The same for a submission that may be part of an article, and so have nothing to read. */
export function readDraft(submission: Submission, now: number): Result<Normalized, IngestError> {
  const reading = startReading(now, submission.isScraped || submission.isLenient);
  const sourceUrl = readSourceUrl(reading, submission);
  const base = reading.url("/url", submission.baseUrl, sourceUrl) ?? sourceUrl;
  const title = reading.line("/title", submission.title, MAX_TITLE_CHARACTERS);
  const content = readContent(reading, submission, title, base);
  const withheld = content.lost === null ? null : shorten(content.lost, 100);
  if (withheld !== null) reading.dropped.push({ rule: "amp-withheld", detail: withheld });
  const draft: Draft = {
    sourceId: reading.id("/id", submission.id),
    sourceUrl,
    externalUrl: reading.url("/external_url", submission.externalUrl, base),
    slug: slugOf(submission.slug ?? title ?? ""),
    title,
    contentHtml: content.html,
    markdown: content.markdown,
    summary: reading.line("/summary", submission.summary, MAX_SUMMARY_CHARACTERS),
    image: content.image,
    authors: readAuthors(reading, submission.authors, base),
    tags: readTags(reading, submission.tags),
    language: reading.language("/language", submission.language),
    attachments: readAttachments(reading, submission.attachments, base),
    episode: readEpisode(reading, submission.episode, base),
    publishedAt: submission.isScraped
      ? reading.dateSoFar("/date_published", submission.datePublished)
      : reading.dateOut("/date_published", submission.datePublished),
    sourceUpdatedAt: reading.pastDate("/date_modified", submission.dateModified),
    ampWithheld: withheld,
  };
  if (submission.status === "scheduled" && (draft.publishedAt === null || draft.publishedAt <= now))
    reading.refuse("/status", "must not be scheduled without a date_published that lies ahead");
  return reading.errors.length > 0
    ? fail({ kind: "fields_invalid", fields: reading.errors })
    : ok({
        draft,
        isHeldBack: submission.status === "draft",
        dropped: atMost([...submission.dropped, ...reading.dropped]),
      });
}

/** A receipt is for a person: a hostile text can lose something in a thousand places. */
const MOST_DROPPED = 100;
const atMost = (dropped: readonly Dropped[]): readonly Dropped[] =>
  dropped.length <= MOST_DROPPED
    ? dropped
    : [
        ...dropped.slice(0, MOST_DROPPED - 1),
        { rule: "and-more", detail: `${dropped.length - MOST_DROPPED + 1} more` },
      ];

export const NOTHING_TO_READ = fieldInvalid("", "must have a title or content that is left after cleaning");

export const isEmpty = ({ title, contentHtml, image, attachments }: Draft): boolean =>
  title === null && !showsSomething(contentHtml) && !image?.url && attachments.length === 0;

function readAuthors(reading: Reading, authors: readonly SubmittedAuthor[], base: string | null): Author[] {
  return authors.flatMap((author, at) => {
    const url = reading.url(`/authors/${at}/url`, author.url, base);
    const avatar = reading.url(`/authors/${at}/avatar`, author.avatar, base);
    const name = reading.line(`/authors/${at}/name`, author.name, MAX_NAME_CHARACTERS) ?? url;
    return name === null ? [] : [{ name, url, avatar }];
  });
}

/** The article's own address, the same whichever way it was reached. */
function readSourceUrl(reading: Reading, { url }: Submission): string | null {
  const href = reading.url("/url", url, null);
  if (href === null) return null;
  const untracked = withoutTracking(href);
  if (untracked.removed.length > 0)
    reading.dropped.push({ rule: "tracking-parameter", detail: shorten(untracked.removed.join(", "), 100) });
  return untracked.url;
}

/** Each tag once, as it was first written: "#Tides", "tides" and " Tides " are one. */
function readTags(reading: Reading, tags: readonly string[]): string[] {
  const read = new Map<string, string>();
  for (const [at, tag] of tags.entries()) {
    const line = reading.line(`/tags/${at}`, tag.trim().replace(/^#+(?=[^\s#])/, ""), MAX_NAME_CHARACTERS);
    if (line === null) continue;
    const folded = foldLabel("tag", line);
    if (!read.has(folded)) read.set(folded, line.normalize("NFC"));
  }
  return [...read.values()];
}
