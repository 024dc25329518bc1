// What the fields of a definition may hold, and how a complaint says so.

import { languageTagOf } from "./language.ts";

export type FeedIssue = { readonly field: string; readonly allowed: string };

export type Check = { readonly holds: (value: unknown) => boolean; readonly allowed: string };

/** One value, an object with fields of its own, or a list of either. */
export type Field = { readonly optional?: true } & (
  | { readonly check: Check }
  | { readonly object: Fields }
  | { readonly list: Check | Fields | FieldsOf; readonly least: number }
);
export type Fields = { readonly [name: string]: Field };

/** The fields of an object that says itself which it has. */
export type FieldsOf = (value: Readonly<Record<string, unknown>>) => Fields;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const CONTROL = /\p{Cc}|\p{Cs}/u;
const isText = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= most && !CONTROL.test(value);

const isWebUrl = (value: unknown): boolean =>
  typeof value === "string" && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === "string" && pattern.test(value);

export const text = (most: number): Check => ({
  holds: (value) => isText(value, most),
  allowed: `a text of 1 to ${most} characters on one line`,
});
export const webUrl: Check = { holds: isWebUrl, allowed: "an absolute http or https URL" };
export const svgUrl: Check = {
  holds: (value) => isWebUrl(value) && /\.svg$/i.test(new URL(String(value)).pathname),
  allowed: "the absolute http or https URL of an SVG, ending in .svg",
};
export const slug: Check = {
  holds: matches(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/),
  allowed: "lower-case letters a-z, digits and single hyphens, 60 characters at most",
};
export const secretName: Check = {
  holds: matches(/^[A-Z][A-Z0-9_]{2,63}$/),
  allowed: 'the name of a secret in capitals, such as "NEWSROOM_TOKEN", never the secret itself',
};
export const language: Check = {
  holds: (value) => typeof value === "string" && languageTagOf(value) !== null,
  allowed: 'a BCP 47 language tag, such as "en-GB"',
};
export const flag: Check = { holds: (value) => typeof value === "boolean", allowed: "true or false" };
export const wholeNumber = (least: number, most: number): Check => ({
  holds: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  allowed: `a whole number from ${least} to ${most}`,
});
export const email: Check = {
  holds: matches(/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i),
  allowed: 'an e-mail address, such as "desk@news.example"',
};
export const uuid: Check = {
  holds: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  allowed: "a UUID in lower case",
};
export const instant: Check = {
  holds: (value) =>
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  allowed: 'a time with its zone, such as "2026-11-20T10:05:00Z"',
};
export const hexColor: Check = {
  holds: matches(/^[0-9a-f]{6}$/i),
  allowed: 'six hexadecimal digits without "#", such as "ff8800"',
};
export const oneOf = (...values: readonly string[]): Check => ({
  holds: (value) => typeof value === "string" && values.includes(value),
  allowed: values.map((value) => `"${value}"`).join(" or "),
});

/** Everything that is wrong with an object. @param at what stands before its fields' names */
export const issuesIn = (value: Record<string, unknown>, fields: Fields, at: string): FeedIssue[] => [
  ...Object.entries(fields).flatMap(([name, field]) => issuesOf(value[name], field, `${at}${name}`)),
  ...Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({
      field: `${at}${name}`,
      allowed: `left out: the fields are ${Object.keys(fields).join(", ")}`,
    })),
];

function issuesOf(value: unknown, field: Field, name: string): FeedIssue[] {
  if (value === undefined && field.optional) return [];
  if ("check" in field) return issuesWith(value, field.check, name);
  if ("object" in field) return issuesWith(value, field.object, name);
  const { list, least } = field;
  if (!Array.isArray(value) || value.length < least)
    return [{ field: name, allowed: `a list${least > 0 ? ` with at least ${least}` : ""}` }];
  return value.flatMap((element: unknown, at) => issuesWith(element, list, `${name}[${at}]`));
}

const isCheck = (of: Check | Fields): of is Check => "holds" in of && typeof of["holds"] === "function";

function issuesWith(value: unknown, of: Check | Fields | FieldsOf, field: string): FeedIssue[] {
  if (typeof of === "function") return issuesWith(value, of(isRecord(value) ? value : {}), field);
  if (isCheck(of)) return of.holds(value) ? [] : [{ field, allowed: of.allowed }];
  if (!isRecord(value)) return [{ field, allowed: `an object with ${Object.keys(of).join(", ")}` }];
  return issuesIn(value, of, `${field}.`);
}
