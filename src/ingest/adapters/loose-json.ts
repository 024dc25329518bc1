// Reading JSON whose shape somebody else decides: what isn't what it should be
// is as if it weren't there.

import { isRecord } from "../../model/check-fields.ts";

/** What stands at a path of field names; null for nothing. */
export const at = (json: unknown, ...path: readonly string[]): unknown =>
  path.reduce((value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : null), json) ??
  null;

/** Text that isn't empty; null for anything else. */
export function textAt(json: unknown, ...path: readonly string[]): string | null {
  const value = at(json, ...path);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A number that a size or a length may be; null for anything else. */
export function sizeAt(json: unknown, ...path: readonly string[]): number | null {
  const value = at(json, ...path);
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

export function listAt(json: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = at(json, ...path);
  return Array.isArray(value) ? value : [];
}

/** Those fields of an object that have these names. */
export const only = (json: unknown, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.filter((name) => at(json, name) !== null).map((name) => [name, at(json, name)]));
