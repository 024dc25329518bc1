// Checks the sources that a feed's definition lists.

import {
  type Check,
  type FeedIssue,
  type Fields,
  flag,
  instant,
  isRecord,
  oneOf,
  secretName,
  slug,
  text,
  webUrl,
} from "./check-fields.ts";
import type { AdapterName, SchemeName } from "./source.ts";
import { ARTICLE_FIELDS, NAMED_FIELDS } from "./source-fields.ts";

const isPointer = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 500 && /^(?:\/(?:[^~/]|~[01])*)*$/.test(value);

const POINTER: Check = {
  holds: isPointer,
  allowed: 'a JSON Pointer (RFC 6901), such as "/data/title"',
};
const POINTERS: Check = {
  holds: (value) =>
    isPointer(value) || (Array.isArray(value) && value.length > 0 && value.every((one) => isPointer(one))),
  allowed: 'a JSON Pointer (RFC 6901), such as "/data/title", or a list of them',
};
/** An address with pointers in braces, or a pointer. */
const isPlace = (value: unknown): boolean =>
  isPointer(value) ||
  (typeof value === "string" &&
    webUrl.holds(value.replace(HOLE, "x")) &&
    value.search(HOLE) !== -1 &&
    !/[{}]/.test(value.replace(HOLE, "")) &&
    (value.match(HOLE) ?? []).every((hole) => isPointer(hole.slice(1, -1))));
const HOLE = /\{[^{}]*\}/g;

const HEADER: Check = {
  holds: (value) => typeof value === "string" && /^[A-Za-z0-9-]{1,64}$/.test(value),
  allowed: 'the name of a header, such as "X-Edgewire-Token"',
};
const URL_TEMPLATE: Check = {
  holds: (value) =>
    typeof value === "string" &&
    /^https?:\/\/[^/{}]+\//.test(value) &&
    webUrl.holds(value.replace(/\{[\w.-]+\}/g, "x")) &&
    /\{[\w.-]+\}/.test(value) &&
    !/[{}]/.test(value.replace(/\{[\w.-]+\}/g, "")),
  allowed: 'an absolute http or https URL with a field in braces, such as "https://news.example/{slug}"',
};

const PLACES: Check = {
  holds: (value) => (Array.isArray(value) && value.length > 0 ? value : [value]).every(isPlace),
  allowed:
    'a JSON Pointer (RFC 6901), such as "/data/title", an address with pointers in braces, such as "https://news.example/{/data/slug}", or a list of them',
};

const CONDITION: Fields = { at: { check: POINTERS }, is: { list: text(200), least: 1 } };

const NAMES: Fields = Object.fromEntries(
  NAMED_FIELDS.map((name) => [name, { check: text(100), optional: true }]),
);
const POINTED: Fields = Object.fromEntries(
  ARTICLE_FIELDS.map((name) => [name, name === "id" ? { check: PLACES } : { check: PLACES, optional: true }]),
);

const TYPES: Fields = { types: { list: text(100), least: 1, optional: true } };
const ARTICLE_URL: Fields = { articleUrl: { check: URL_TEMPLATE, optional: true } };
const FIELD_NAMES: Fields = { fields: { object: NAMES, optional: true } };

const ADAPTERS: Readonly<Record<AdapterName, Fields>> = {
  ghost: {},
  wordpress: TYPES,
  contentful: {
    environment: { check: text(100), optional: true },
    contentTypes: { list: text(100), least: 1 },
    locale: { check: text(35) },
    ...FIELD_NAMES,
    ...ARTICLE_URL,
  },
  sanity: TYPES,
  strapi: {
    model: { check: text(200) },
    drafts: { check: flag, optional: true },
    contentIs: { check: oneOf("markdown", "html"), optional: true },
    mediaOrigin: { check: webUrl, optional: true },
    ...FIELD_NAMES,
    ...ARTICLE_URL,
  },
  microfeed: {},
  generic: {
    fields: { object: POINTED },
    each: { check: POINTER, optional: true },
    only: { object: CONDITION, optional: true },
    test: { object: CONDITION, optional: true },
    publishedWhen: { object: CONDITION, optional: true },
    withdrawnWhen: { object: CONDITION, optional: true },
  },
};

const SCHEMES: Readonly<Record<SchemeName, Fields>> = {
  "standard-webhooks": {},
  "standard-webhooks-ed25519": {},
  ghost: {},
  "ghost-legacy": {},
  github: {},
  contentful: {},
  sanity: {},
  bearer: {},
  header: { header: { check: HEADER } },
};

const isOneOf = <Name extends string>(all: Readonly<Record<Name, Fields>>, name: unknown): name is Name =>
  typeof name === "string" && Object.hasOwn(all, name);

/** The fields that a source has, by what it says of its adapter and its scheme. */
export const sourceFieldsOf = ({ adapter, scheme }: Readonly<Record<string, unknown>>): Fields => ({
  name: { check: slug },
  adapter: { check: oneOf(...Object.keys(ADAPTERS)) },
  scheme: { check: oneOf(...Object.keys(SCHEMES)) },
  secret: { check: secretName },
  formerSecret: { object: { secret: { check: secretName }, until: { check: instant } }, optional: true },
  ...(isOneOf(ADAPTERS, adapter) ? ADAPTERS[adapter] : {}),
  ...(isOneOf(SCHEMES, scheme) ? SCHEMES[scheme] : {}),
});

/** What is wrong with well-formed sources taken together. */
export function issuesAmongSources(sources: unknown): FeedIssue[] {
  const names = Array.isArray(sources) ? sources.map((source) => isRecord(source) && source["name"]) : [];
  return new Set(names).size === names.length
    ? []
    : [{ field: "sources", allowed: "each name once: it is the hook's address" }];
}
