// The values of properties, read for what they are meant to be.

import { textAt } from "../adapters/loose-json.ts";
import { textOf } from "../adapters/values.ts";
import type { SubmittedAuthor } from "../submission.ts";

/** A text, or the text of an object that has one beside others. */
export const textIn = (value: unknown): string | null => textOf(value) ?? textAt(value, "/value");

/** An address: a text, what {value} or {url} says, or what a nested object is at. */
export const urlIn = (value: unknown): string | null =>
  textIn(value) ?? textAt(value, "/url") ?? textAt(value, "/properties/url/0");

/** A name: a text, or what a nested object is called. */
export const nameIn = (value: unknown): string | null => textIn(value) ?? textAt(value, "/properties/name/0");

/** A name alone, an address alone, or an h-card. */
export function authorIn(value: unknown): SubmittedAuthor {
  const name = nameIn(value);
  if (name !== null && /^https?:\/\//i.test(name)) return { name: null, url: name, avatar: null };
  return {
    name,
    url: textAt(value, "/properties/url/0"),
    avatar: textAt(value, "/properties/photo/0") ?? textAt(value, "/properties/photo/0/value"),
  };
}

/** Whether two values are one: what is to go needn't be spelt with all that stands beside it. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const address = urlIn(one) ?? nameIn(one);
  return address !== null && address === (urlIn(other) ?? nameIn(other));
}
