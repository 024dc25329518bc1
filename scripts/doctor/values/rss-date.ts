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
  /^(?:([a-z]{3}) ?, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}|\d{2}) (\d{2}):(\d{2})(?::(\d{2}))? ([+-]\d{4}|[a-z]{1,3})$/i;

const EXAMPLE = "Tue, 24 Nov 2026 10:08:40 GMT";
const bad = (change: string): DateReading => ({ at: null, fault: { level: "error", change } });

export function readRssDate(value: string): DateReading {
  const parts = RFC_822.exec(value.trim().replace(/\s+/g, " "));
  if (parts === null) return bad(`write it as in "${EXAMPLE}"`);
  const [, weekday, day, monthName = "", year = "", hour, minute, second = "0", zone = ""] = parts;
  const offset = offsetMinutes(zone.toUpperCase());
  if (offset === null) return bad(`write GMT, or the offset as in +0100, for the time zone ${zone}`);
  const month = MONTHS.indexOf(capitalized(monthName));
  if (month === -1) return bad(`write a month as in ${MONTHS.join(", ")} for ${monthName}`);

  const local = new Date(0);
  local.setUTCFullYear(fullYear(year), month, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Math.min(Number(second), 59));
  const isReal =
    local.getUTCMonth() === month &&
    local.getUTCDate() === Number(day) &&
    local.getUTCHours() === Number(hour) &&
    Number(minute) < 60 &&
    Number(second) <= 60; // 60: a leap second
  if (!isReal) return bad("write a day and a time that exist");
  const rightDay = DAYS[local.getUTCDay()] ?? "";
  if (weekday !== undefined && capitalized(weekday) !== rightDay)
    return bad(`write ${rightDay} for ${weekday}`);

  const at = local.getTime() - offset * 60_000;
  const change = oddity(year, zone, [weekday ?? rightDay, monthName]);
  return { at, fault: change === null ? null : { level: "warning", change } };
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();

// What RFC 822 allows and not every reader knows.
function oddity(year: string, zone: string, names: readonly string[]): string | null {
  if (year.length === 2) return `write the year as ${fullYear(year)}`;
  if (/^[a-z]/i.test(zone) && zone !== "GMT")
    return `write GMT or an offset for ${zone}: many readers don't know it`;
  const lower = names.find((name) => name !== capitalized(name));
  return lower === undefined ? null : `write ${capitalized(lower)} for ${lower}`;
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
  // RFC 2822 §4.3: the letters of the military were given the wrong way round, and mean nothing.
  const named = /^(?:GMT|[A-IK-Z])$/.test(zone) ? 0 : ZONES[zone];
  return named === undefined ? null : named * 60;
}
