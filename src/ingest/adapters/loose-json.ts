// Reading JSON whose shape somebody else decides: what isn't what it should be
// is as if it weren't there.

import { valueAt } from "./pointer.ts";

/** Text that isn't empty; null for anything else. */
export function textAt(json: unknown, pointer: string): string | null {
  const value = valueAt(json, pointer);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A number that a size or a length may be; null for anything else. */
export function sizeAt(json: unknown, pointer: string): number | null {
  const value = valueAt(json, pointer);
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

export function listAt(json: unknown, pointer: string): readonly unknown[] {
  const value = valueAt(json, pointer);
  return Array.isArray(value) ? value : [];
}

/** Those fields of an object that have these names. */
export const only = (json: unknown, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    names.map((name) => [name, valueAt(json, `/${name}`)]).filter(([, value]) => value !== undefined),
  );

/** A name that a library may look up in its tables: every object has a "constructor" from birth. */
export const isPlainName = (name: unknown): name is string =>
  typeof name === "string" && !(name in Object.prototype);
