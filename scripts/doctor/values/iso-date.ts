// Dates in Atom and JSON Feed: RFC 3339, which Atom narrows to upper-case T and Z (RFC 4287 §3.3).

import type { Check } from "./check.ts";

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

const EXAMPLE = "2026-11-24T10:08:40Z";

/** ms since 1970 UTC, or null for what is no date. */
export function readIsoDate(value: string): number | null {
  const [, year, month, day, hour, minute, second, offsetHours = "0", offsetMinutes = "0"] =
    RFC_3339.exec(value) ?? [];
  if (year === undefined) return null;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isReal =
    local.getUTCMonth() === Number(month) - 1 &&
    local.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) <= 60 && // 60: a leap second
    Number(offsetHours) < 24 &&
    Number(offsetMinutes) < 60;
  return isReal ? Date.parse(value.toUpperCase().replace(/:60(?=[.Z+-])/, ":59")) : null;
}

export const isoDate: Check = (value) => {
  if (value !== value.trim()) return "take out the white space around it";
  if (!RFC_3339.test(value)) return `write it as in "${EXAMPLE}", with a time zone`;
  if (/[tz]/.test(value)) return "write T and Z in upper case";
  return readIsoDate(value) === null ? "write a day and a time that exist" : null;
};
