// Dates in RSS: RFC 822 §5.1 as RFC 2822 §3.3 writes it, the year with four digits.

export type DateReading = {
  readonly at: number | null; // ms since 1970 UTC; null when it can't be read
  readonly fault: { readonly level: "error" | "warning"; readonly change: string } | null;
};

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// Hours from UTC, RFC 822 §5.1.
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const RFC_822 =
  /^(?:([A-Z][a-z]{2}), +)?(\d{1,2}) +([A-Z][a-z]{2}) +(\d{4}|\d{2}) +(\d{2}):(\d{2})(?::(\d{2}))? +([+-]\d{4}|[A-Z]{1,3})$/;

const EXAMPLE = "Tue, 24 Nov 2026 10:08:40 GMT";
const bad = (change: string): DateReading => ({ at: null, fault: { level: "error", change } });

export function readRssDate(value: string): DateReading {
  const parts = RFC_822.exec(value.trim());
  if (parts === null) return bad(`write it as in "${EXAMPLE}"`);
  const [, weekday, day, month = "", year = "", hour, minute, second = "0", zone = ""] = parts;
  const offset = offsetMinutes(zone);
  if (offset === null) return bad(`write GMT, or the offset as in +0100, for the time zone ${zone}`);

  const local = new Date(0);
  local.setUTCFullYear(fullYear(year), MONTHS.indexOf(month), Number(day));
  local.setUTCHours(Number(hour), Number(minute), Math.min(Number(second), 59));
  const isReal =
    local.getUTCMonth() === MONTHS.indexOf(month) &&
    local.getUTCDate() === Number(day) &&
    local.getUTCHours() === Number(hour) &&
    Number(minute) < 60 &&
    Number(second) <= 60; // 60: a leap second
  if (!isReal) return bad("write a day and a time that exist");
  const rightDay = DAYS[local.getUTCDay()];
  if (weekday !== undefined && weekday !== rightDay) return bad(`write ${rightDay} for ${weekday}`);

  const at = local.getTime() - offset * 60_000;
  if (year.length === 2)
    return { at, fault: { level: "warning", change: `write the year as ${fullYear(year)}` } };
  if (/^[A-Z]/.test(zone) && zone !== "GMT")
    return {
      at,
      fault: { level: "warning", change: `write GMT or an offset for ${zone}: many readers don't know it` },
    };
  return { at, fault: null };
}

// RFC 2822 §4.3
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);

function offsetMinutes(zone: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (sign !== undefined) {
    const size = Number(hours) * 60 + Number(minutes);
    return Number(hours) < 24 && Number(minutes) < 60 ? (sign === "-" ? -size : size) : null;
  }
  const named = zone === "GMT" ? 0 : ZONES[zone];
  return named === undefined ? null : named * 60;
}
