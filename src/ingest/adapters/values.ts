// Values as systems send them, read for what they are meant to be.

import type { SubmittedAuthor } from "../submission.ts";
import { valueAt } from "./pointer.ts";

/** A text, or a number as the text that it spells; null for all else. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  // Beyond 2^53 JSON's numbers are read as a neighbour's: two ids would be one.
  const isExact = typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isExact ? String(value) : null;
}

const MILLISECONDS_FROM = 100_000_000_000; // in seconds that is the year 5138

/** A date as text; a number is Unix time, in seconds or in milliseconds. */
export function dateOf(value: unknown): string | null {
  if (typeof value !== "number") return typeof value === "string" ? value : null;
  const at = Math.abs(value) < MILLISECONDS_FROM ? value * 1_000 : value;
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null;
}

/** A list as it is; a single thing as a list of one; nothing as an empty list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Authors by name, or objects with a name. Nothing else of them is read: it may be nobody's business. */
export const authorsOf = (value: unknown): readonly SubmittedAuthor[] =>
  listOf(value).flatMap((author) => {
    const name = textOf(author) ?? textOf(valueAt(author, "/name"));
    return name === null || isEmailAddress(name)
      ? []
      : [{ name, url: textOf(valueAt(author, "/url")), avatar: textOf(valueAt(author, "/avatar")) }];
  });

/** An e-mail address and nothing else. Some systems call a person without a name by it, and it is nobody's business. */
export const isEmailAddress = (text: string): boolean => /^\s*(?:mailto:)?[^\s@]+@[^\s@]+\s*$/i.test(text);

/** Tags by name, objects with a name, or one text with commas. */
export const tagsOf = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? value.split(",").filter((tag) => tag.trim() !== "")
    : listOf(value).flatMap((tag) => textOf(tag) ?? textOf(valueAt(tag, "/name")) ?? []);
