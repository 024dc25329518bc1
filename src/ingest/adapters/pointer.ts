// JSON Pointer, RFC 6901, into what a source sent.

import type { Pointers } from "../../model/source-fields.ts";

/** Every pointer in turn: the first that leads to something — not null, not an empty text — counts. */
export function valueAt(json: unknown, pointers: Pointers): unknown {
  for (const pointer of typeof pointers === "string" ? [pointers] : pointers) {
    const value = valueBehind(json, pointer);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

/** The names along a pointer, from the outside in. */
export const namesIn = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((escaped) => escaped.replace(/~1/g, "/").replace(/~0/g, "~"));

function valueBehind(json: unknown, pointer: string): unknown {
  let value = json;
  for (const name of namesIn(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}
