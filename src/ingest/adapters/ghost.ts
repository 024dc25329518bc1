// Ghost's webhooks: {post: {current, previous}}.
//
// Newer ones name the event and older ones don't, and an editor may send only some
// events; so what happened is read from the post alone: where it stands now, and
// what of that has changed (`previous`). A deletion has an empty `current`; that
// of a published post comes twice, as post.unpublished and post.deleted.
//
// Source: core/server/services/webhooks/serialize.js of Ghost

import { isRecord } from "../../model/check-fields.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { Adapter, HookEvent } from "./adapter.ts";
import { type Post, readPost, textIn } from "./ghost/post.ts";

/** What is not surely public is withdrawn, ignored or refused, never published. */
export const readGhost: Adapter<unknown> = ({ json }) => {
  if (!isRecord(json)) return refuse("", "must be a JSON object");
  // Pages, tags, members and the site come without one.
  if (json["post"] === undefined) return ok({ kind: "ignored", reason: "not about a post" });
  if (!isRecord(json["post"])) return refuse("/post", "must be an object with current and previous");
  const { current, previous } = json["post"];
  if (!isRecord(current)) return refuse("/post/current", "must be an object");

  const isDeletion = Object.keys(current).length === 0;
  if (isDeletion && !isRecord(previous))
    return refuse("/post/previous", "must be the post that was deleted: an object");
  const before = isRecord(previous) ? previous : {};
  return isDeletion ? readDeletion(before) : readChange(current, before);
};

const refuse = (pointer: string, detail: string): Result<never, IngestError> =>
  fail(fieldInvalid(pointer, detail));

function readDeletion(post: Post): Result<HookEvent, IngestError> {
  const { id } = post;
  if (!isId(id)) return refuse("/post/previous/id", NOT_AN_ID);
  if (wasNeverPublic(post)) return NEVER_PUBLIC;
  // Its time is that of its last edit: Ghost doesn't say when it was deleted.
  return ok({ kind: "withdrawal", id, withdrawnAt: null, lastUpdatedAt: textIn(post, "updated_at") });
}

function readChange(post: Post, previous: Post): Result<HookEvent, IngestError> {
  const at = "/post/current";
  const { id, status, visibility, email_only: isEmailOnly = null, html = null } = post;
  if (!isId(id)) return refuse(`${at}/id`, NOT_AN_ID);
  if (typeof status !== "string") return refuse(`${at}/status`, 'must be a string, such as "published"');
  if (typeof visibility !== "string") return refuse(`${at}/visibility`, 'must be a string, such as "public"');
  if (isEmailOnly !== null && typeof isEmailOnly !== "boolean")
    return refuse(`${at}/email_only`, "must be true or false");
  if (html !== null && typeof html !== "string") return refuse(`${at}/html`, "must be a string or null");

  if (status === "published" && isEmailOnly !== true) {
    const isPublic = visibility === "public";
    return ok({ kind: "article", ...readPost({ post, id, html, isPublic }) });
  }
  if (previous["status"] !== "published" && wasNeverPublic(post)) return NEVER_PUBLIC;
  return ok({ kind: "withdrawal", id, withdrawnAt: textIn(post, "updated_at"), lastUpdatedAt: null });
}

const NOT_AN_ID = "must be the post's id: a string that isn't empty";
const isId = (id: unknown): id is string => typeof id === "string" && id.trim() !== "";

const NEVER_PUBLIC = ok({ kind: "ignored", reason: "a post that was never public" } as const);

/**
 * Whether a post that isn't published never was: nothing is remembered of a draft.
 *
 * The date of publication stays when a post is taken back. A scheduled post has
 * one too, after its last change; one that was only sent by e-mail has one as well.
 */
function wasNeverPublic(post: Post): boolean {
  const { status } = post;
  if (status === "sent") return true;
  if (status !== "draft" && status !== "scheduled") return false;
  const publishedAt = textIn(post, "published_at");
  if (publishedAt === null) return post["published_at"] === null;
  return Date.parse(publishedAt) > Date.parse(textIn(post, "updated_at") ?? "");
}
