// The fields of a submission, read one at a time: each reader returns the clean
// value, and writes down what was wrong and what was dropped.

import { languageTagOf } from "../model/language.ts";
import { MAX_HTML_TAGS, MAX_ID_CHARACTERS, MAX_URL_CHARACTERS } from "../model/limits.ts";
import type { Dropped } from "../model/receipt.ts";
import { parseDate, TOO_FAR_AHEAD } from "./dates.ts";
import type { FieldError } from "./error.ts";
import { hasNoUser, type Sanitized, sanitize } from "./html/sanitize.ts";
import { plainOf } from "./plain.ts";
import { countCharacters, countForbidden, isVisible, oneLine, shorten } from "./text.ts";

export type Reading = ReturnType<typeof startReading>;

/** Clean HTML, what of substance it has lost, and whether it has lost nothing at all. */
export type Html = Pick<Sanitized, "html" | "lost"> & { readonly isWhole: boolean };

const NO_HTML: Html = { html: "", lost: null, isWhole: true };

/**
 * Start one pass over a submission.
 *
 * @param now ms since 1970 UTC
 * @param isLenient a field that can't be used is left out and said in `dropped`, not refused
 */
export function startReading(now: number, isLenient: boolean) {
  const errors: FieldError[] = [];
  const dropped: Dropped[] = [];
  const refuse = (pointer: string, detail: string): null => {
    if (isLenient) dropped.push({ rule: "field-not-usable", detail: `${pointer.slice(1)} ${detail}` });
    else errors.push({ pointer, detail });
    return null;
  };
  const noteForbidden = (pointer: string, value: string) => {
    const count = countForbidden(value);
    if (count > 0)
      dropped.push({
        rule: "forbidden-characters",
        detail: `${count} in ${pointer.slice(1)} that XML 1.0 forbids`,
      });
  };

  const line = (pointer: string, value: string | null, most: number): string | null => {
    if (value === null) return null;
    noteForbidden(pointer, value);
    const folded = oneLine(value);
    // What no markup can explain is refused as it stands.
    const plain = folded.length > most * 20 ? { text: folded, hadMarkup: false } : plainOf(folded);
    if (plain.hadMarkup)
      dropped.push({ rule: "markup-in-text", detail: `${pointer.slice(1)}: ${shorten(folded, 80)}` });
    const text = oneLine(plain.text);
    const length = countCharacters(text);
    if (length > most) return refuse(pointer, `must be at most ${most} characters, and has ${length}`);
    return isVisible(text) ? text : null;
  };

  const url = (pointer: string, value: string | null, base: string | null): string | null => {
    if (value === null || value.trim() === "") return null;
    const parsed = URL.parse(value.trim(), base ?? undefined);
    if (parsed === null || !/^https?:$/.test(parsed.protocol) || !hasNoUser(parsed) || parsed.hostname === "")
      return refuse(pointer, "must be an absolute http or https URL, without a user name or password");
    if (parsed.href.length > MAX_URL_CHARACTERS)
      return refuse(pointer, `must be at most ${MAX_URL_CHARACTERS} characters`);
    return parsed.href;
  };

  // An id is kept to the letter: one that can't be is refused, not mended.
  const id = (pointer: string, value: string | null): string | null => {
    if (value === null) return null;
    if (value.trim() === "" || countCharacters(value) > MAX_ID_CHARACTERS)
      return refuse(pointer, `must be 1 to ${MAX_ID_CHARACTERS} characters; leave it out if there is none`);
    if (/\p{Cc}/u.test(value) || countForbidden(value) > 0)
      return refuse(pointer, "must not hold control characters or half a surrogate pair");
    return value;
  };

  const html = (pointer: string, value: string | null, base: string | null): Html => {
    if (value === null) return NO_HTML;
    const tags = value.match(/<\/?[a-z]/gi)?.length ?? 0;
    if (tags > MAX_HTML_TAGS)
      errors.push({ pointer, detail: `must have at most ${MAX_HTML_TAGS} tags, and has ${tags}` });
    if (errors.length > 0) return NO_HTML; // nothing will be kept: spare the work
    noteForbidden(pointer, value);
    const sanitized = sanitize(value, base);
    dropped.push(...sanitized.dropped);
    return { ...sanitized, isWhole: sanitized.dropped.length === 0 };
  };

  const date = (pointer: string, value: string | null): number | null => {
    if (value === null || value.trim() === "") return null;
    const parsed = parseDate(value, now);
    if (!parsed.ok) return refuse(pointer, parsed.error);
    if (parsed.value.zoneMissing)
      dropped.push({ rule: "time-zone-missing", detail: `${pointer.slice(1)} was read as UTC` });
    return parsed.value.at;
  };

  // What waits for a day too far ahead must not come out today because its date was left out.
  const dateOut = (pointer: string, value: string | null): number | null => {
    const parsed = value === null ? null : parseDate(value, now);
    if (parsed === null || parsed.ok || parsed.error !== TOO_FAR_AHEAD) return date(pointer, value);
    errors.push({ pointer, detail: parsed.error });
    return null;
  };

  // One from the future would make every later state look older than this one.
  const pastDate = (pointer: string, value: string | null): number | null => {
    const at = date(pointer, value);
    if (at === null || at <= now) return at;
    dropped.push({ rule: "date-ahead", detail: `${pointer.slice(1)} was taken for now` });
    return now;
  };

  // Nobody plans an article by what stands under a headline: it is out already.
  const dateSoFar = (pointer: string, value: string | null): number | null => {
    const at = date(pointer, value);
    if (at === null || at <= now) return at;
    dropped.push({ rule: "date-ahead", detail: `${pointer.slice(1)} lies ahead and was left out` });
    return null;
  };

  const language = (pointer: string, value: string | null): string | null => {
    if (value === null || value.trim() === "") return null;
    const tag = languageTagOf(value.trim());
    return tag ?? refuse(pointer, 'must be a BCP 47 language tag, such as "en-GB"');
  };

  return { errors, dropped, refuse, line, url, id, html, date, dateOut, pastDate, dateSoFar, language };
}
