// What many articles of a feed lack is said once, with their number.

import type { Finding } from "../finding.ts";
import { lineOf, type XmlElement } from "../xml/xml-tree.ts";

type Make = (rule: string, where: string, message: string, source: string) => Finding;

/** @param message of the articles that have it not; their number is put behind it */
export function sayOnce(
  make: Make,
  rule: string,
  lacking: readonly XmlElement[],
  articles: readonly XmlElement[],
  message: string,
  source: string,
): Finding[] {
  const [first] = lacking;
  if (first === undefined) return [];
  return [make(rule, lineOf(first), `${message} (${lacking.length} of ${articles.length} lack it).`, source)];
}
