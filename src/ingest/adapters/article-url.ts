// An article's own address, where a source doesn't send it: a template of the definition's.

import { valueAt } from "./pointer.ts";
import { textOf } from "./values.ts";

/**
 * "https://news.example/{category.slug}/{slug}" with what the entry has there.
 *
 * @returns null where a hole stays empty: no address is better than a wrong one
 */
export function articleUrlOf(template: string | undefined, entry: unknown): string | null {
  if (template === undefined) return null;
  let isWhole = true;
  const url = template.replace(/\{([\w.-]+)\}/g, (_, path: string) => {
    const value = textOf(valueAt(entry, `/${path.replaceAll(".", "/")}`));
    if (value === null) isWhole = false;
    return encodeURIComponent(value?.toWellFormed() ?? "");
  });
  return isWhole ? url : null;
}
