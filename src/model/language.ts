// Language tags, BCP 47.

// RFC 5646 §4.4.1: no tag in use needs more.
const MOST_CHARACTERS = 35;

/**
 * A language tag as it is written canonically, without a calendar or other
 * extension, which would change how dates are shown.
 *
 * @returns null when it isn't one
 */
export function languageTagOf(text: string): string | null {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    return new Intl.Locale(text).baseName;
  } catch {
    return null; // a RangeError is how Intl says no
  }
}

/** Scripts that are written from the right, ISO 15924. */
const RIGHT_TO_LEFT = new Set("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi".split(" "));

/** The direction of a language's script: the tag's own ("az-Arab"), else the one it is usually written in. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
