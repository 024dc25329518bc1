// xml:base and xml:lang, which hold for all that is in an element.

import type { Surroundings } from "./feed.ts";
import { attributeOf } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Step into elements, the outer one first. */
export const enter = (around: Surroundings, ...elements: readonly XmlElement[]): Surroundings =>
  elements.reduce(
    (outer, element) => ({
      base: resolve(attributeOf(element, "xml:base"), baseOf(outer)) ?? outer.base,
      fallback: outer.fallback,
      language: attributeOf(element, "xml:lang") ?? outer.language,
    }),
    around,
  );

/** What a link is relative to. */
export const baseOf = ({ base, fallback }: Surroundings): string | null => base ?? fallback;

/** A URL made absolute where it can be; else as it came, for `normalize` to refuse. */
export const resolve = (url: string | null, base: string | null): string | null =>
  url === null ? null : (URL.parse(url, base ?? undefined)?.href ?? url);
