// The values of front matter: each is text, a list or an object.

export type Values = ReadonlyMap<string, unknown>;

/** Whether a value says something: YAML has several words for nothing. */
export const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  !(typeof value === "string" && /^(?:~|null|false)?$/i.test(value.trim()));

/** What an object says under a name: "" where it says nothing, or is no object. */
export function textAt(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null) return "";
  return plainText(new Map(Object.entries(value)).get(name));
}

export const plainText = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** One, or a list of them. */
export const listOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).filter(isSaid);
