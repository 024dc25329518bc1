// Addresses with holes, as a source's definition writes them: "https://news.example/{slug}".

import { textOf } from "./values.ts";

const HOLE = /\{([^{}]*)\}/g;

/** What stands in a template's braces. */
export const holesIn = (template: string): string[] =>
  [...template.matchAll(HOLE)].map(([, hole = ""]) => hole);

/**
 * Fill a template, each value as a part of an address.
 *
 * @param valueIn what belongs into a hole
 * @returns null where a hole stays empty: no address is better than a wrong one
 */
export function fillTemplate(template: string, valueIn: (hole: string) => unknown): string | null {
  const values = holesIn(template).map((hole) => textOf(valueIn(hole)));
  if (values.includes(null)) return null;
  let at = -1;
  return template.replace(HOLE, () => {
    at += 1;
    return encodeURIComponent(values[at]?.toWellFormed() ?? "");
  });
}
