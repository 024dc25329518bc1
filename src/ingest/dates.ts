// Dates as publishers write them: RFC 3339, as JSON Feed asks.

import { MAX_SCHEDULE_AHEAD } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";

// RFC 3339 §5.6, and two habits of the wild: no zone at all, or a day alone.
const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([Zz]|[+-]\d{2}:?\d{2})?)?$/;

const EARLIEST = Date.UTC(1000, 0, 1); // RSS dates have four digits for a year

/** Why a date that is one is refused all the same. */
export const TOO_FAR_AHEAD = "must not be more than a year ahead";

export type Instant = {
  readonly at: number; // ms since 1970 UTC
  readonly zoneMissing: boolean; // it was read as UTC
};

/**
 * Read a date as an instant.
 *
 * @returns why not, for a person: no such shape, no such day, or more than a year ahead
 */
export function parseDate(text: string, now: number): Result<Instant, string> {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return fail("must be a date as in 2026-11-20T10:05:00Z (RFC 3339)");
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone] = parts;
  const time = `${hour}:${minute}:${second === "60" ? "59" : second}.${fraction.padEnd(3, "0").slice(0, 3)}`;
  const local = Date.parse(`${year}-${month}-${day}T${time}Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day))
    return fail("must be a day and time that exist");

  const offset = offsetOf(zone);
  if (offset === null) return fail("must have an offset from UTC of less than a day");
  const at = local - offset;
  if (at < EARLIEST) return fail("must not be before the year 1000");
  if (at > now + MAX_SCHEDULE_AHEAD) return fail(TOO_FAR_AHEAD);
  return ok({ at, zoneMissing: zone === undefined });
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
