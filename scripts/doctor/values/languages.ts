// Language tags, BCP 47 (RFC 5646).

import type { Check } from "./check.ts";

const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // it throws at what is no tag
  }
}

export const languageTag: Check = (tag) => {
  if (/^[a-z]+_[a-z]+$/i.test(tag)) return `write ${tag.replace("_", "-")}`;
  const [language = ""] = tag.split("-");
  // Longer ones are well-formed too, but none is registered: "english" is a name.
  if (!/^[a-z]{2,3}$/i.test(language) && !/^[xi]-/i.test(tag)) return "write a language tag such as en-GB";
  if (/^[xi]-/i.test(tag)) return null;
  if (!isWellFormed(tag)) return "write a language tag such as en-GB";
  return NAMES.of(language) === undefined ? "write the code of a language, such as en" : null;
};

/** With a region, as Apple's guidelines ask: en-GB, zh-Hant-TW. */
export const hasRegion = (tag: string): boolean =>
  /^[a-z]{2,3}(?:-[a-z]{4})?-(?:[a-z]{2}|\d{3})\b/i.test(tag);
