// "(c) dpa-infocom, dpa:260915-99-12345/3": how an agency signs the end of its
// text. Of anyone else's notice nobody can tell whether it is the article's.

import { isAgency } from "./agencies.ts";

const MOST_CHARACTERS = 100; // what a receipt shows whole

const NOTICE =
  /^(?:©|\(c\)) ?(?:\d{4},? )?(?<owner>.+?)(?:,? \d{4})?(?:, dpa:\d{6}-\d{2,3}-\d{4,8}\/\d{1,3})?\.?$/iu;
// dpa's service for texts that are not of the day
const SERVICE = /^dpa-infocom$/i;

/** @param before the line above it: behind a "(b)", "(c)" is the third of a list */
export function isCopyrightNotice(line: string, before: string): boolean {
  if (line.length > MOST_CHARACTERS || /^\(b\)/i.test(before)) return false;
  const owner = NOTICE.exec(line)?.groups?.["owner"] ?? "";
  return isAgency(owner) || SERVICE.test(owner);
}
