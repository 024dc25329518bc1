// Checks what an operator wrote in feeds/. A wrong definition must stop the
// build, not surprise a reader, so each complaint says the field and what is
// allowed. The compiler sees most of it first; this also serves those who skip it.

import { DEFAULT_HEAD_LIMIT, type Feed, type FeedDefinition } from "./feed.ts";
import { languageTagOf } from "./language.ts";
import { fail, ok, type Result } from "./result.ts";

export type FeedIssue = { readonly field: string; readonly allowed: string };

type Check = { readonly holds: (value: unknown) => boolean; readonly allowed: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const CONTROL = /\p{Cc}|\p{Cs}/u;
const isText = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= most && !CONTROL.test(value);

const isWebUrl = (value: unknown): boolean =>
  typeof value === "string" && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const isLanguage = (value: unknown): boolean => typeof value === "string" && languageTagOf(value) !== null;

const text = (most: number): Check => ({
  holds: (value) => isText(value, most),
  allowed: `a text of 1 to ${most} characters on one line`,
});
const webUrl: Check = { holds: isWebUrl, allowed: "an absolute http or https URL" };
const slug: Check = {
  holds: (value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60,
  allowed: "lower-case letters a-z, digits and single hyphens, 60 characters at most",
};
const secretName: Check = {
  holds: (value) => typeof value === "string" && /^[A-Z][A-Z0-9_]{2,63}$/.test(value),
  allowed: 'the name of a secret in capitals, such as "NEWSROOM_TOKEN", never the secret itself',
};
const language: Check = { holds: isLanguage, allowed: 'a BCP 47 language tag, such as "en-GB"' };
const flag: Check = { holds: (value) => typeof value === "boolean", allowed: "true or false" };
const headLimit: Check = {
  holds: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 200,
  allowed: "a whole number from 1 to 200",
};

type Fields = Readonly<Record<string, { readonly check: Check; readonly optional?: true }>>;

const FEED_FIELDS: Fields = {
  slug: { check: slug },
  title: { check: text(200) },
  description: { check: text(1_000) },
  homePage: { check: webUrl },
  language: { check: language },
  icon: { check: webUrl, optional: true },
  image: { check: webUrl, optional: true },
  copyright: { check: text(500), optional: true },
  headLimit: { check: headLimit, optional: true },
  amp: { check: flag, optional: true },
  deltas: { check: flag, optional: true },
  movedTo: { check: webUrl, optional: true },
  retired: { check: flag, optional: true },
};

const LIST_FIELDS: Readonly<Record<string, { readonly of: Fields | Check; readonly least: number }>> = {
  authors: { of: { name: { check: text(200) }, url: { check: webUrl, optional: true } }, least: 0 },
  categories: { of: text(100), least: 0 },
  formerSlugs: { of: slug, least: 0 },
  publishers: { of: { name: { check: slug }, token: { check: secretName } }, least: 1 },
};

const isCheck = (of: Fields | Check): of is Check => typeof of.holds === "function";

function checkFields(value: Record<string, unknown>, fields: Fields, at: string): FeedIssue[] {
  return Object.entries(fields).flatMap(([name, { check, optional }]) => {
    if (value[name] === undefined && optional) return [];
    return check.holds(value[name]) ? [] : [{ field: `${at}${name}`, allowed: check.allowed }];
  });
}

function checkUnknown(value: Record<string, unknown>, known: readonly string[], at: string): FeedIssue[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ field: `${at}${name}`, allowed: `left out: the fields are ${known.join(", ")}` }));
}

function checkList(value: unknown, name: string, of: Fields | Check, least: number): FeedIssue[] {
  if (value === undefined && least === 0) return [];
  if (!Array.isArray(value) || value.length < least)
    return [{ field: name, allowed: `a list${least > 0 ? ` with at least ${least}` : ""}` }];
  return value.flatMap((element: unknown, at) => {
    const field = `${name}[${at}]`;
    if (isCheck(of)) return of.holds(element) ? [] : [{ field, allowed: of.allowed }];
    if (!isRecord(element)) return [{ field, allowed: `an object with ${Object.keys(of).join(", ")}` }];
    return [...checkFields(element, of, `${field}.`), ...checkUnknown(element, Object.keys(of), `${field}.`)];
  });
}

function isDefinition(value: unknown): value is FeedDefinition {
  return issuesOf(value).length === 0;
}

function issuesOf(value: unknown): FeedIssue[] {
  if (!isRecord(value)) return [{ field: "(the definition)", allowed: "an object" }];
  const issues = [
    ...checkFields(value, FEED_FIELDS, ""),
    ...Object.entries(LIST_FIELDS).flatMap(([name, { of, least }]) =>
      checkList(value[name], name, of, least),
    ),
    ...checkUnknown(value, [...Object.keys(FEED_FIELDS), ...Object.keys(LIST_FIELDS)], ""),
  ];
  if (issues.length > 0 || !Array.isArray(value["publishers"])) return issues;
  const names = value["publishers"].map((publisher: { name: string }) => publisher.name);
  return new Set(names).size === names.length
    ? []
    : [{ field: "publishers", allowed: "each name once: idempotency keys are kept by it" }];
}

/** @returns the feed with every default filled in, or everything that is wrong with the definition */
export function checkFeed(definition: unknown): Result<Feed, readonly FeedIssue[]> {
  if (!isDefinition(definition)) return fail(issuesOf(definition));
  return ok({
    slug: definition.slug,
    title: definition.title,
    description: definition.description,
    homePage: new URL(definition.homePage).href,
    language: languageTagOf(definition.language) ?? definition.language,
    authors: (definition.authors ?? []).map(({ name, url }) => ({ name, url: url ?? null })),
    icon: definition.icon ?? null,
    image: definition.image ?? null,
    copyright: definition.copyright ?? null,
    categories: definition.categories ?? [],
    amp: definition.amp ?? true,
    deltas: definition.deltas ?? true,
    movedTo: definition.movedTo?.replace(/\/+$/, "") ?? null,
    formerSlugs: definition.formerSlugs ?? [],
    retired: definition.retired ?? false,
    headLimit: definition.headLimit ?? DEFAULT_HEAD_LIMIT,
    publishers: definition.publishers,
  });
}

/** Check all definitions together. Complaints come one a line, ready for a person. */
export function checkFeeds(
  definitions: readonly unknown[],
): Result<ReadonlyMap<string, Feed>, readonly string[]> {
  const feeds = new Map<string, Feed>();
  const complaints: string[] = [];
  definitions.forEach((definition, at) => {
    const named = isRecord(definition) && slug.holds(definition["slug"]);
    const file = named ? `feeds/${String(definition["slug"])}.ts` : `feeds/index.ts, feed ${at + 1}`;
    const checked = checkFeed(definition);
    if (!checked.ok) {
      complaints.push(...checked.error.map(({ field, allowed }) => `${file}: ${field} must be ${allowed}`));
      return;
    }
    if (feeds.has(checked.value.slug)) complaints.push(`${file}: slug must be used by one feed only`);
    feeds.set(checked.value.slug, checked.value);
  });
  const names = [...feeds.values()].flatMap(({ slug: name, formerSlugs }) => [name, ...formerSlugs]);
  for (const { slug: name, formerSlugs } of feeds.values())
    for (const former of formerSlugs)
      if (names.filter((other) => other === former).length > 1)
        complaints.push(`feeds/${name}.ts: formerSlugs must not be the name of another feed: ${former} is`);
  return complaints.length === 0 ? ok(feeds) : fail(complaints);
}
