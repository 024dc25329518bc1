// Checks what an operator wrote in feeds/. A wrong definition must stop the
// build, not surprise a reader, so each complaint says the field and what is
// allowed. The compiler sees most of it first; this also serves those who skip it.

import {
  type FeedIssue,
  type Fields,
  flag,
  isRecord,
  issuesIn,
  language,
  oneOf,
  secretName,
  slug,
  text,
  webUrl,
  wholeNumber,
} from "./check-fields.ts";
import { issuesAmongSources, sourceFieldsOf } from "./check-source.ts";
import { DEFAULT_HEAD_LIMIT, type Feed, type FeedDefinition } from "./feed.ts";
import { FEEDLY_FIELDS, feedlyOf } from "./feedly.ts";
import { languageTagOf } from "./language.ts";
import { PODCAST_FIELDS, podcastOf } from "./podcast.ts";
import { fail, ok, type Result } from "./result.ts";
import { SCOPES } from "./scope.ts";

const FEED_FIELDS: Fields = {
  slug: { check: slug },
  title: { check: text(200) },
  description: { check: text(1_000) },
  homePage: { check: webUrl },
  language: { check: language },
  icon: { check: webUrl, optional: true },
  image: { check: webUrl, optional: true },
  copyright: { check: text(500), optional: true },
  headLimit: { check: wholeNumber(1, 200), optional: true },
  amp: { check: flag, optional: true },
  deltas: { check: flag, optional: true },
  movedTo: { check: webUrl, optional: true },
  retired: { check: flag, optional: true },
  markdown: { check: flag, optional: true },
  authors: {
    list: { name: { check: text(200) }, url: { check: webUrl, optional: true } },
    least: 0,
    optional: true,
  },
  categories: { list: text(100), least: 0, optional: true },
  formerSlugs: { list: slug, least: 0, optional: true },
  publishers: {
    list: {
      name: { check: slug },
      token: { check: secretName },
      scopes: { list: oneOf(...SCOPES), least: 1, optional: true },
    },
    least: 1,
  },
  sources: { list: sourceFieldsOf, least: 0, optional: true },
  podcast: { object: PODCAST_FIELDS, optional: true },
  feedly: { object: FEEDLY_FIELDS, optional: true },
};

function isDefinition(value: unknown): value is FeedDefinition {
  return issuesOf(value).length === 0;
}

function issuesOf(value: unknown): FeedIssue[] {
  if (!isRecord(value)) return [{ field: "(the definition)", allowed: "an object" }];
  const issues = issuesIn(value, FEED_FIELDS, "");
  if (issues.length > 0 || !Array.isArray(value["publishers"])) return issues;
  const names = value["publishers"].map((publisher: { name: string }) => publisher.name);
  return [
    ...(new Set(names).size === names.length
      ? []
      : [{ field: "publishers", allowed: "each name once: idempotency keys are kept by it" }]),
    ...issuesAmongSources(value["sources"]),
  ];
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
    markdown: definition.markdown ?? true,
    headLimit: definition.headLimit ?? DEFAULT_HEAD_LIMIT,
    publishers: definition.publishers,
    sources: definition.sources ?? [],
    podcast: definition.podcast === undefined ? null : podcastOf(definition.podcast),
    feedly: definition.feedly === undefined ? null : feedlyOf(definition.feedly),
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
