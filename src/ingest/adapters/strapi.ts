// Strapi 5 and Strapi 4, https://docs.strapi.io/cms/backend-customization/webhooks
//
// 5 has a draft and a published version side by side under one documentId: only
// entry.publish and entry.unpublish speak of what is public. 4 has one row, so what
// its publishedAt says after entry.update counts too; its entry.publish has no uid.
// Every event is sent once, up to five at a time: they overtake each other.

import { isRecord } from "../../model/check-fields.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { HookDelivery, HookEvent } from "./adapter.ts";
import { type Entry, keptOf, type Public, type StrapiOptions, submissionOf } from "./strapi/entry.ts";
import { textOf } from "./values.ts";

type Answer = Result<HookEvent, IngestError>;

/** An event about an article, with what makes it one. */
type About = {
  readonly event: string;
  readonly entry: Entry;
  readonly id: string;
  readonly sentAt: string | null;
};

export function readStrapi({ json }: HookDelivery, options: StrapiOptions): Answer {
  const body = isRecord(json) ? json : {};
  const event = body["event"];
  if (typeof event !== "string")
    return refuse("/event", 'must be the name of an event, such as "entry.publish"');
  if (event === "trigger-test") return ignored("a test");
  if (!event.startsWith("entry.") || !isArticle(body, options))
    return ignored("not about an entry that is an article");
  const entry = body["entry"];
  if (!isRecord(entry)) return refuse("/entry", "must be an object: the entry");
  const id = idOf(entry, nameOf(options.model));
  if (!id.ok) return id;

  const about = { event, entry, id: id.value, sentAt: timeOf(body["createdAt"]) };
  switch (event) {
    case "entry.publish":
    case "entry.create":
    case "entry.update":
      return stateOf(about, body, options);
    case "entry.unpublish":
      // 5 sends the version that was published, 4 what is left; in bulk its updatedAt is an old one.
      return isStrapi5(entry)
        ? withdrawal(about, null, changedAtOf(about))
        : withdrawal(about, about.sentAt, null);
    case "entry.delete":
      return withdrawal(about, about.sentAt, null);
    default:
      return ignored(`${event} changes nothing that is published`);
  }
}

function stateOf(about: About, body: Entry, options: StrapiOptions): Answer {
  const { event, entry } = about;
  const published = publishedAtOf(entry, options);
  if (!published.ok) return published;
  if (published.value === "draft") {
    if (event === "entry.publish") return refuse("/entry/publishedAt", "must be a date: it is published");
    return isStrapi5(entry) || event === "entry.create"
      ? ignored("a draft")
      : withdrawal(about, timeOf(entry["updatedAt"]), null);
  }
  const state: Public = {
    entry,
    id: about.id,
    publishedAt: firstPublicAt(about, published.value),
    changedAt: changedAtOf(about),
  };
  const submission = submissionOf(state, options);
  return ok({ kind: "article", submission, kept: keptOf(body, state, submission, options) });
}

/** The uid, where one is sent; else the name of the type alone, which is its end. */
function isArticle(body: Entry, { model }: StrapiOptions): boolean {
  const sent = model.includes(".") && body["uid"] != null ? body["uid"] : body["model"];
  return sent === model || (body["uid"] == null && sent === nameOf(model));
}

const nameOf = (model: string): string => model.slice(model.lastIndexOf(".") + 1);

const isStrapi5 = (entry: Entry): boolean => entry["documentId"] != null;

/** The same for every version of it; each of its languages is an article of its own. */
function idOf(entry: Entry, name: string): Result<string, IngestError> {
  const { documentId, locale, id } = entry;
  if (locale != null && typeof locale !== "string")
    return refuse("/entry/locale", "must be the name of a language, or null");
  if (documentId == null) {
    const own = textOf(id) || null;
    return own === null ? refuse("/entry/id", "must be the entry's id") : ok(`${name}:${own}`);
  }
  if (typeof documentId !== "string" || documentId === "")
    return refuse("/entry/documentId", "must be the document's id: a text");
  return ok(locale ? `${documentId}:${locale}` : documentId);
}

/** Since when it is public; "draft" if it isn't. Nothing is published that doesn't say so. */
function publishedAtOf(entry: Entry, { drafts }: StrapiOptions): Result<string | null, IngestError> {
  const { publishedAt } = entry;
  if (publishedAt === null) return ok("draft");
  if (publishedAt === undefined && !isStrapi5(entry) && drafts === false) return ok(null);
  const at = timeOf(publishedAt);
  return at === null
    ? refuse(
        "/entry/publishedAt",
        "must be a date, or null in a draft; where the type has no drafts at all, set drafts: false in the source",
      )
    : ok(at);
}

/**
 * When it was first public. Publishing anew gives 5 a new publishedAt, and an edit
 * must not come as news: null leaves it at the date that is kept.
 */
function firstPublicAt({ event, entry }: About, publishedAt: string | null): string | null {
  if (isStrapi5(entry)) return event === "entry.publish" ? null : timeOf(entry["createdAt"]);
  return publishedAt ?? timeOf(entry["createdAt"]);
}

/**
 * When it came to be what it is. Publishing in bulk leaves updatedAt as it was; and
 * with 4 anybody may set publishedAt, to a time that hasn't come.
 */
function changedAtOf({ entry, sentAt }: About): string | null {
  const times = [entry["updatedAt"], entry["publishedAt"]].flatMap((time) => timeOf(time) ?? []);
  const past = times.filter((time) => sentAt === null || Date.parse(time) <= Date.parse(sentAt));
  return past.reduce<string | null>(
    (last, time) => (last !== null && Date.parse(last) >= Date.parse(time) ? last : time),
    null,
  );
}

const timeOf = (value: unknown): string | null =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;

const refuse = (pointer: string, detail: string) => fail(fieldInvalid(pointer, detail));
const ignored = (reason: string) => ok({ kind: "ignored", reason } as const);
const withdrawal = ({ id }: About, withdrawnAt: string | null, lastUpdatedAt: string | null) =>
  ok({ kind: "withdrawal", id, withdrawnAt, lastUpdatedAt } as const);
