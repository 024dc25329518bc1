// microfeed, https://docs.microfeed.org/webhooks/: Standard Webhooks about items,
// pages, files, themes and the channel.
//
// An item is what microfeed stores, not what its feeds say: without a time of
// modification, a picture or a sound by its name in the media bucket, and an
// address only where somebody gave it one. So the event's own time is the
// article's, and /media/ and /i/ of the site are where the rest is, as in
// microfeed's own feeds.

import { MAX_ATTACHMENTS } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { EMPTY_SUBMISSION, type Submission } from "../submission.ts";
import { shorten } from "../text.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { listAt, only, sizeAt, textAt } from "./loose-json.ts";
import { valueAt } from "./pointer.ts";

const KEPT = [
  "id",
  "title",
  "status",
  "url",
  "content_html",
  "content_text",
  "image",
  "attachments",
  "date_published",
];

/** Read an event. An item that isn't listed publicly is withdrawn, whatever the event is called. */
export function readMicrofeed({ json }: HookDelivery): Result<HookEvent, IngestError> {
  const type = textAt(json, "/type");
  if (type === null) return refuse("/type", 'must be the name of an event, such as "item.published"');
  if (!type.startsWith("item.")) return ok({ kind: "ignored", reason: `${type} is not about an item` });
  const isTest = valueAt(json, "/test");
  if (typeof isTest !== "boolean") return refuse("/test", "must be true or false");
  // Signed like every other, and about an item that may not exist.
  if (isTest) return ok({ kind: "ignored", reason: "a test" });

  const item = valueAt(json, "/data/object");
  const id = textAt(item, "/id");
  if (id === null) return refuse("/data/object/id", "must be the item's id");
  const occurredAt = textAt(json, "/timestamp");
  if (occurredAt === null) return refuse("/timestamp", "must be the event's time: it tells late from new");
  const withdrawal = { kind: "withdrawal", id, withdrawnAt: occurredAt, lastUpdatedAt: null } as const;
  if (type === "item.deleted") return ok(withdrawal);

  const status = /^item\.(unlisted|unpublished)$/.exec(type)?.[1] ?? textAt(item, "/status");
  if (status === null) return refuse("/data/object/status", STATUS_MISSING);
  if (status === "published")
    return ok({ kind: "article", submission: submissionOf(json, item, id), kept: keptOf(json, item) });
  return valueAt(json, "/data/previous_status") === undefined
    ? ok({ kind: "ignored", reason: "a new item that is not listed" })
    : ok(withdrawal);
}

const STATUS_MISSING =
  "must be published, unlisted or unpublished: microfeed leaves the item out of a hook of more than 256 KiB";

const refuse = (pointer: string, detail: string) => fail(fieldInvalid(pointer, detail));

function submissionOf(json: unknown, item: unknown, id: string): Submission {
  const site = textAt(json, "/site/url");
  const attached = listAt(item, "/attachments").slice(0, MAX_ATTACHMENTS);
  const files = attached.filter((one) => textAt(one, "/mime_type") !== null);
  const others = attached.filter((one) => textAt(one, "/mime_type") === null);
  const link = others.find((one) => textAt(one, "/category") === "external_url");
  return {
    ...EMPTY_SUBMISSION,
    id,
    url: textAt(item, "/url") ?? (site === null ? null : `${site}/i/${id}/`),
    baseUrl: site,
    externalUrl: textAt(link, "/url"),
    title: textAt(item, "/title"),
    contentHtml: textAt(item, "/content_html"),
    contentText: textAt(item, "/content_text"),
    image: mediaUrl(textAt(item, "/image")),
    attachments: files.map((file) => ({
      url: mediaUrl(textAt(file, "/url")) ?? "",
      mediaType: textAt(file, "/mime_type") ?? "",
      title: null,
      lengthBytes: sizeAt(file, "/size_in_bytes"),
      durationSeconds: sizeAt(file, "/duration_in_seconds"),
    })),
    datePublished: textAt(item, "/date_published"),
    dateModified: textAt(json, "/timestamp"),
    isLenient: true,
    dropped: others
      .filter((one) => one !== link)
      .map((one) => ({ rule: "attachment-without-type", detail: shorten(textAt(one, "/url") ?? "", 100) })),
  };
}

// "production/images/item.png" is a name in the bucket; in a text microfeed writes "/media/…" itself.
const mediaUrl = (reference: string | null): string | null =>
  reference === null || /^(?:https?:\/\/|\/)/i.test(reference) ? reference : `/media/${reference}`;

const keptOf = (json: unknown, item: unknown) => ({
  ...only(json, ["type", "timestamp", "site"]),
  data: { object: only(item, KEPT) },
});
