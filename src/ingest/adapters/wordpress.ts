// WordPress: a post as its REST API shows it, with `_embed`, and what the API
// answers to a deletion, {deleted: true, previous}. WordPress sends neither by
// itself: docs/connect/edgewire-hook.php does.
//
// Source: https://developer.wordpress.org/rest-api/reference/posts/
//
// The id is the guid, as in WordPress's own feeds: `link` follows every change of
// title, date and domain.

import { isRecord } from "../../model/check-fields.ts";
import { fail, ok } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import { shorten } from "../text.ts";
import type { Adapter, HookEvent } from "./adapter.ts";
import { type Post, readPost, utc } from "./wordpress/post.ts";

export type WordPressOptions = { readonly types?: readonly string[] };

/** What is not surely public is withdrawn or refused, never published. */
export const readWordPress: Adapter<WordPressOptions> = ({ json }, { types = ["post"] }) => {
  const isDeletion = isRecord(json) && json["deleted"] === true;
  const post = isDeletion ? json["previous"] : json;
  const at = isDeletion ? "/previous" : "";
  const refuse = (pointer: string, detail: string) => fail<IngestError>(fieldInvalid(at + pointer, detail));

  if (!isRecord(post)) return refuse("", "must be a post as WordPress's REST API shows it: a JSON object");
  const { type, status } = post;
  if (typeof type !== "string") return refuse("/type", 'must be a string, such as "post"');
  if (!types.includes(type)) return ok(ignored(`"${shorten(type, 50)}" is not a type of articles here`));

  const id = guidOf(post);
  if (id === null) return refuse("/guid/rendered", "must be the post's guid: a string");
  if (isDeletion) return ok({ kind: "withdrawal", id, withdrawnAt: null, lastUpdatedAt: changedAt(post) });

  if (typeof status !== "string") return refuse("/status", 'must be a string, such as "publish"');
  const content = isRecord(post["content"]) ? post["content"] : {};
  const withdrawal: HookEvent = { kind: "withdrawal", id, withdrawnAt: changedAt(post), lastUpdatedAt: null };
  if (status !== "publish" || content["protected"] === true) return ok(withdrawal);

  // Only this says that a password is asked for, so silence isn't a no.
  if (content["protected"] !== false) return refuse("/content/protected", "must be true or false");
  const html = content["rendered"];
  if (typeof html !== "string") return refuse("/content/rendered", "must be a string");
  return ok({ kind: "article", ...readPost({ post, id, content: html, changedAt: changedAt(post) }) });
};

const ignored = (reason: string): HookEvent => ({ kind: "ignored", reason });

// Of a type of its own the guid is "…?post_type=event&#038;p=42": HTML, which WordPress's
// feeds put into XML, where it is "&". A guid that was kept raw has that already.
function guidOf({ guid }: Post): string | null {
  const rendered = isRecord(guid) ? guid["rendered"] : null;
  const id = typeof rendered === "string" ? rendered.replace(/&(?:#0*38|amp);/g, "&") : "";
  return id.trim() === "" ? null : id;
}

/**
 * When the post became what it is now.
 *
 * A schedule publishes a post without modifying it, so its date is the later one then.
 * Less than a minute ahead WordPress publishes at once: that date says nothing.
 */
function changedAt(post: Post): string | null {
  const modified = utc(post["modified_gmt"]);
  const date = utc(post["date_gmt"]);
  if (post["status"] !== "publish" || modified === null || date === null) return modified;
  return Date.parse(date) - Date.parse(modified) >= 60_000 ? date : modified;
}
