// Contentful, https://www.contentful.com/developers/docs/webhooks/: an event's name
// is in a header, an entry's fields are in the body, each in every language.
//
// What is published comes with a `revision`, what is being written with a
// `version` instead: where no scheme proves the header, that tells them apart.
// A tag of the entry's metadata is an id, and may be private: it isn't read.

import { fail, ok, type Result } from "../../model/result.ts";
import { showsSomething } from "../content.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { type ContentfulOptions, pointerOf, readEntryFields } from "./contentful-fields.ts";
import { only, textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";

const ignored = (reason: string) => ok({ kind: "ignored", reason } as const);

/** Read what happened to an entry. */
export function readContentful(
  { json, header }: HookDelivery,
  options: ContentfulOptions,
): Result<HookEvent, IngestError> {
  const topic = header("x-contentful-topic");
  const type = textAt(json, "/sys/type");
  if (type === null) return refuse("/sys/type", "must be what this is: Entry or DeletedEntry");
  if (!isAboutEntry(topic, type)) return ignored(`${topic ?? type} is not about an entry`);

  const id = textAt(json, "/sys/id");
  if (id === null) return refuse("/sys/id", "must be the entry's id");
  const environment = textAt(json, "/sys/environment/sys/id");
  if (options.environment !== undefined && environment !== options.environment)
    return ignored(`the environment ${environment ?? ""} is not this feed's`);
  const contentType = textAt(json, "/sys/contentType/sys/id");
  const isEnd = type === "DeletedEntry" || /\.(?:unpublish|archive|delete)$/.test(topic ?? "");
  // A deletion may come without it, and is of an article if we have that.
  if (!(isEnd && contentType === null) && !options.contentTypes.includes(contentType ?? ""))
    return ignored(`entries of type ${contentType ?? ""} are not articles`);

  const withdrawal = { kind: "withdrawal", id, lastUpdatedAt: textAt(json, "/sys/updatedAt") } as const;
  if (isEnd) {
    const endedAt = textAt(json, "/sys/deletedAt") ?? textAt(json, "/sys/archivedAt");
    return ok({ ...withdrawal, withdrawnAt: endedAt });
  }
  const isPublished = topic === null ? isPublishedForm(json) : topic.endsWith(".publish");
  if (!isPublished) return ignored(`${topic ?? "a version that is not published"}: nothing changes`);
  return readPublished(json, id, withdrawal, options);
}

const isAboutEntry = (topic: string | null, type: string): boolean =>
  (type === "Entry" || type === "DeletedEntry") &&
  (topic === null || topic.startsWith("ContentManagement.Entry."));

const isPublishedForm = (json: unknown): boolean =>
  typeof valueAt(json, "/sys/revision") === "number" && valueAt(json, "/sys/version") === undefined;

type Withdrawal = { readonly kind: "withdrawal"; readonly id: string; readonly lastUpdatedAt: string | null };

function readPublished(
  json: unknown,
  id: string,
  withdrawal: Withdrawal,
  options: ContentfulOptions,
): Result<HookEvent, IngestError> {
  const updatedAt = textAt(json, "/sys/updatedAt");
  if (updatedAt === null) return refuse("/sys/updatedAt", "must be when the entry was published");
  // Where each language is published for itself: "draft", "changed" or "published".
  const status = textAt(json, `/sys/fieldStatus/*${pointerOf(options.locale)}`) ?? "published";
  if (status === "changed") return ignored(`${options.locale} has changes that are not published`);

  const read = readEntryFields(json, options);
  if (!read.ok) return read;
  const { submission, fields } = read.value;
  const isSaid = submission.title !== null || showsSomething(submission.contentHtml ?? "");
  if (status !== "published" || !isSaid) return ok({ ...withdrawal, withdrawnAt: updatedAt });
  const sys = only(valueAt(json, "/sys"), [
    "id",
    "type",
    "contentType",
    "environment",
    "revision",
    "updatedAt",
  ]);
  return ok({
    kind: "article",
    submission: { ...submission, id, dateModified: updatedAt },
    kept: { sys, locale: options.locale, fields },
  });
}

const refuse = (pointer: string, detail: string) => fail(fieldInvalid(pointer, detail));
