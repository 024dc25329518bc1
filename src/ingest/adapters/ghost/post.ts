// A published post of Ghost → a submission, and what is kept of it.
//
// A delivery has more than its reader may see: every author's e-mail address and
// role, and `post_revisions`, all that the post ever said. So what is kept is
// chosen, not what is left out.

import { isRecord } from "../../../model/check-fields.ts";
import { MAX_AUTHORS, MAX_TAGS } from "../../../model/limits.ts";
import type { Dropped } from "../../../model/receipt.ts";
import { EMPTY_SUBMISSION, type Submission } from "../../submission.ts";
import { publicHtmlOf } from "./public-html.ts";

export type Post = Readonly<Record<string, unknown>>;

/** A post whose fields that decide who may read it were checked. */
export type PublishedPost = {
  readonly post: Post;
  readonly id: string;
  readonly html: string | null;
  readonly isPublic: boolean; // for everybody; else its HTML is only down to the divider
};

const TEXTS = [
  "title",
  "slug",
  "url",
  "canonical_url",
  "custom_excerpt",
  "feature_image",
  "feature_image_alt",
  "feature_image_caption",
  "created_at",
  "updated_at",
  "published_at",
] as const;
type TextName = (typeof TEXTS)[number];

/** Read a post that is out. @returns what of it everybody may read, and the JSON of just that */
export function readPost({ post, id, html, isPublic }: PublishedPost): {
  readonly submission: Submission;
  readonly kept: unknown;
} {
  const text = (name: TextName) => textIn(post, name);
  const contentHtml = html === null ? null : publicHtmlOf(html, isPublic);
  const authors = recordsIn(post, "authors")
    .slice(0, MAX_AUTHORS)
    .map((author) => ({
      name: textIn(author, "name"),
      url: pageOf(textIn(author, "url")),
      profile_image: textIn(author, "profile_image"),
    }));
  const tags = recordsIn(post, "tags")
    .flatMap((tag) => publicNameOf(tag) ?? [])
    .slice(0, MAX_TAGS);
  const submission: Submission = {
    ...EMPTY_SUBMISSION,
    id,
    url: pageOf(text("url")) ?? text("canonical_url"),
    baseUrl: text("url"), // even that of no page is on the site
    slug: text("slug"),
    title: text("title"),
    contentHtml,
    // Not `excerpt`: without one of its author's it is the beginning of the whole text, whoever that is for.
    summary: text("custom_excerpt"),
    image: text("feature_image"),
    imageAlt: text("feature_image_alt"),
    imageCaption: text("feature_image_caption"),
    authors: authors.map(({ name, url, profile_image }) => ({ name, url, avatar: profile_image })),
    tags,
    datePublished: earlierOf(text("published_at"), text("updated_at")),
    dateModified: text("updated_at"),
    isLenient: true,
    dropped: TEXTS.flatMap((name) => unusable(post, name)),
  };
  const { status, visibility } = post;
  const current = {
    id,
    status,
    visibility,
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])),
    html: contentHtml,
    authors,
    tags: tags.map((name) => ({ name, visibility: "public" })),
  };
  return { submission, kept: { post: { current, previous: {} } } };
}

export function textIn(record: Post, name: string): string | null {
  const value = record[name];
  return typeof value === "string" && value !== "" ? value : null;
}

const unusable = (post: Post, name: TextName): readonly Dropped[] =>
  typeof (post[name] ?? "") === "string"
    ? []
    : [{ rule: "field-not-usable", detail: `${name} must be a string` }];

// It is out. One that was published before the time it was scheduled for keeps
// that time, and Ghost rounds to seconds, up too.
const earlierOf = (published: string | null, updated: string | null): string | null =>
  published !== null && updated !== null && Date.parse(published) > Date.parse(updated) ? updated : published;

const recordsIn = (post: Post, name: string): readonly Post[] => {
  const list = post[name];
  return Array.isArray(list) ? list.filter(isRecord) : [];
};

/** Ghost's word for "has no page": the address of its page for what isn't found. */
const pageOf = (url: string | null): string | null => (url === null || /\/404\/?$/.test(url) ? null : url);

/** A tag that is for the editors has "#" before its name; readers never see it. */
function publicNameOf(tag: Post): string | null {
  const name = textIn(tag, "name");
  return name === null || name.startsWith("#") || tag["visibility"] === "internal" ? null : name;
}
