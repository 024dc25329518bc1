// JSON as TypeScript sees it, and pointers into it (RFC 6901).

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What kind of value it is, as a person calls it. */
export function kindOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The pointer to a member of what another pointer points at. */
export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;

export const textAt = (object: JsonObject, key: string): string | null => {
  const value = object[key];
  return typeof value === "string" ? value : null;
};
