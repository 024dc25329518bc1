// What is kept of a delivery: the values that the map points to, where they stood.
// The rest may be anybody's address, or most of a megabyte.

import type { Pointers } from "../../model/source-fields.ts";
import { namesIn, valueAt } from "./pointer.ts";
import { holesIn } from "./template.ts";

/** @param pointers of every field and condition; of an address with holes its holes */
export function keptOf(json: unknown, pointers: readonly Pointers[]): unknown {
  const wanted = pointers.flat().flatMap((place) => (/^https?:/.test(place) ? holesIn(place) : [place]));
  if (typeof json !== "object" || json === null) return json;
  const kept = new Map<string, Branch>();
  for (const pointer of wanted) {
    const value = valueAt(json, pointer);
    const names = namesIn(pointer);
    if (value !== undefined && names.length > 0) put(kept, names, value);
  }
  return objectOf(kept);
}

type Branch = Map<string, Branch> | { readonly value: unknown };

function put(kept: Map<string, Branch>, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    kept.set(name, { value });
    return;
  }
  const there = kept.get(name);
  if (there !== undefined && !(there instanceof Map)) return; // the whole of it is kept already
  const below = there ?? new Map<string, Branch>();
  kept.set(name, below);
  put(below, rest, value);
}

const objectOf = (kept: Map<string, Branch>): object =>
  Object.fromEntries(
    [...kept].map(([name, branch]) => [name, branch instanceof Map ? objectOf(branch) : branch.value]),
  );
