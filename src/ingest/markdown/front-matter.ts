// The lines of YAML between two "---" at the top of a Markdown file, in the
// names that static site generators use for an article's fields.
//
// Every value is read as text: "title: 2026", "slug: 007" and "draft: no" are
// what they say, and no number, date or truth value that YAML takes them for.

import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Dropped } from "../../model/receipt.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { Submission, SubmittedAuthor } from "../submission.ts";
import { shorten } from "../text.ts";
import { EPISODE_NAMES, episodeIn } from "./front-episode.ts";
import { attachmentsIn } from "./front-files.ts";
import { isSaid, type Values } from "./front-values.ts";

const MOST_CHARACTERS = 65_536;

export type FrontMatter = {
  readonly fields: Partial<Submission>;
  readonly dropped: readonly Dropped[];
  readonly body: string; // what follows
};

/** The article's field, and the names it goes by. */
const TEXTS = {
  id: ["id", "guid"],
  url: ["url", "canonical_url", "canonicalurl", "canonical", "link"],
  externalUrl: ["external_url", "link_to"],
  title: ["title"],
  slug: ["slug"],
  summary: ["summary", "description", "excerpt", "subtitle"],
  image: ["image", "cover", "cover_image", "featured_image", "thumbnail", "hero_image"],
  imageAlt: ["image_alt", "cover_alt"],
  imageCaption: ["image_caption", "cover_caption"],
  imageCredit: ["image_credit", "cover_credit"],
  language: ["language", "lang", "locale"],
  datePublished: ["date", "date_published", "published_at", "pubdate", "publishdate"],
  dateModified: ["updated", "date_modified", "modified", "updated_at", "lastmod", "last_modified_at"],
} as const satisfies Partial<Record<keyof Submission, readonly string[]>>;
const AUTHORS = ["authors", "author", "byline", "creator"];
const TAGS = ["tags", "tag", "keywords", "categories", "category"];
const SIZES = ["image_width", "image_height"];
const KNOWN = new Set([
  "draft",
  "published",
  ...Object.values(TEXTS).flat(),
  ...AUTHORS,
  ...TAGS,
  ...SIZES,
  "attachments",
  ...EPISODE_NAMES,
] as readonly string[]);

/**
 * Split a Markdown text into its front matter and the rest.
 *
 * @returns what is wrong with the YAML; no fields when the text begins otherwise
 */
export function readFrontMatter(text: string): Result<FrontMatter, IngestError> {
  const [whole = "", yaml = ""] =
    /^---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  // A line across the page, and a text that has colons in it.
  if (whole === "" || /^\s*\n/.test(yaml) || !namesAField(yaml))
    return ok({ fields: {}, dropped: [], body: text });
  if (yaml.length > MOST_CHARACTERS)
    return fail(fieldInvalid("", `must have at most ${MOST_CHARACTERS} characters of front matter`));
  let value: unknown;
  try {
    value = load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    return fail(fieldInvalid("", `must have front matter in YAML: ${reasonOf(error)}`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(fieldInvalid("", "must have front matter of the form `name: value`"));
  return readFields(new Map(Object.entries(value)), text.slice(whole.length));
}

const namesAField = (yaml: string): boolean =>
  [...yaml.matchAll(/^["']?([\w-]{1,40})["']?[ \t]*:/gm)].some(([, name = ""]) =>
    KNOWN.has(name.toLowerCase()),
  );

// The first line says what and where; the others show the place.
const reasonOf = (error: unknown): string =>
  shorten(String(error instanceof Error ? error.message : error).split("\n")[0] ?? "", 200);

function readFields(given: Values, body: string): Result<FrontMatter, IngestError> {
  const values: Values = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  const isTrue = (name: string) => /^(?:true|yes|on)$/i.test(textIn(values.get(name)) ?? "");
  const isFalse = (name: string) => /^(?:false|no|off)$/i.test(textIn(values.get(name)) ?? "");
  const fields: Record<string, unknown> = {};
  if (isTrue("draft") || isFalse("published")) fields["status"] = "draft";
  const unused: string[] = [];
  for (const [field, names] of Object.entries(TEXTS)) {
    const [name, ...others] = names.filter((one) => isSaid(values.get(one)));
    unused.push(...others);
    const value = name === undefined ? null : values.get(name);
    const text = textIn(value);
    if (name !== undefined && text === null)
      return fail(fieldInvalid("", `must have text as the front matter's ${name}`));
    if (text !== null) fields[field] = text;
  }
  // Some write a date here, and some whether it is published.
  const published = textIn(values.get("published")) ?? "";
  if (/^\d/.test(published)) fields["datePublished"] ??= published;
  const authors = firstOf(values, AUTHORS).flatMap(authorsIn);
  const tags = TAGS.flatMap((name) => listIn(values.get(name)));
  const episode = episodeIn(values);
  if (!episode.ok) return episode;
  return ok({
    fields: {
      ...pictureIn(values),
      ...fields,
      ...(authors.length > 0 ? { authors } : {}),
      ...(tags.length > 0 ? { tags } : {}),
      ...sizesIn(values),
      attachments: attachmentsIn(values),
      episode: episode.value,
    },
    dropped: [
      ...[...values.keys()]
        .filter((name) => !KNOWN.has(name))
        .map((name) => ({ rule: "unknown-field", detail: shorten(name, 100) })),
      ...unused.map((name) => ({ rule: "duplicate-field", detail: name })),
    ].slice(0, 20),
    body,
  });
}

/** What a picture that is written as an object says of itself. */
function pictureIn(values: Values): Partial<Submission> {
  const object = TEXTS.image
    .map((name) => values.get(name))
    .find((value) => typeof value === "object" && value !== null);
  const named = new Map(Object.entries(object ?? {}));
  const said = {
    imageAlt: textIn(named.get("alt")),
    imageCaption: textIn(named.get("caption")),
    imageCredit: textIn(named.get("credit")),
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== null));
}

/** Text, or what an object such as `cover: {image: …}` is about; null for what is neither. */
function textIn(value: unknown): string | null {
  if (typeof value === "string") return value.trim();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const named = new Map(Object.entries(value));
  return (
    ["image", "url", "src", "name"].map((name) => named.get(name)).find((one) => typeof one === "string") ??
    null
  );
}

const firstOf = (values: Values, names: readonly string[]): readonly unknown[] => {
  const name = names.find((one) => values.has(one));
  const value = name === undefined ? [] : values.get(name);
  return Array.isArray(value) ? value : [value];
};

function authorsIn(value: unknown): SubmittedAuthor[] {
  const name = textIn(value);
  if (name === null || name === "") return [];
  const named = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  const field = (one: string) => textIn(named.get(one));
  return [{ name: field("name") ?? name, url: field("url"), avatar: field("avatar") }];
}

/** A list, or what is written as one: "tides, ferries". */
function listIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;、，]/) : [];
  return list.flatMap((one) => textIn(one) || []);
}

function sizesIn(values: Values): Pick<Submission, "imageWidth" | "imageHeight"> {
  const size = (name: string) => Number.parseInt(textIn(values.get(name)) ?? "", 10) || null;
  return { imageWidth: size("image_width"), imageHeight: size("image_height") };
}
