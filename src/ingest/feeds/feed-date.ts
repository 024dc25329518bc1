// Dates as feeds have them: RFC 822 and RFC 3339, and what people make of them.
//
// What is read here is written anew as RFC 3339, for `normalize` to judge; a wrong
// weekday is nobody's business. Of a zone that has no one meaning nothing is kept.

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Hours from UTC. RFC 822 §5.1, and what else is seen and means one thing. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  cet: 1,
  west: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

const MOST_CHARACTERS = 60;

const TIME =
  "(?<hour>\\d{1,2})(?::|h)(?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,:](?<fraction>\\d{1,9}))?)?(?:\\s?(?<half>[ap])\\.?m\\.?)?";
const ZONE = "(?<zone>[+-]\\d{1,2}:?(?:\\d{2})?|[a-z]{1,5}(?:\\s?[+-]\\d{1,2}:?(?:\\d{2})?)?)";
const AFTER = `(?:[t,\\s]+(?:at\\s)?${TIME})?\\s*${ZONE}?(?:\\s*\\([^()]*\\))?$`;

// Each is tied to its beginning and end, and what may repeat in it can't overlap.
const SHAPES: readonly RegExp[] = [
  // 2026-11-20T10:05:00Z, 2026/11/20 10:05, 2026-11, 2026
  new RegExp(`^(?<year>\\d{4})(?:[-/](?<month>\\d{1,2})(?:[-/](?<day>\\d{1,2}))?)?${AFTER}`, "i"),
  // 20261120, 20261120T100500Z
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zone>z|[+-]\d{4})?)?$/i,
  // 20 Nov 2026 10:05:00 GMT, 20-Nov-26
  new RegExp(
    `^(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<name>[a-z]{3,9})\\.?[\\s,-]+(?<year>\\d{4}|\\d{2,3})${AFTER}`,
    "i",
  ),
  // November 20, 2026 10:05 AM
  new RegExp(
    `^(?<name>[a-z]{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${AFTER}`,
    "i",
  ),
  // Nov 20 10:05:00 GMT 2026, as C and Java have it
  new RegExp(`^(?<name>[a-z]{3,9})\\s+(?<day>\\d{1,2})\\s+${TIME}(?:\\s+${ZONE})?\\s+(?<year>\\d{4})$`, "i"),
];

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?(?:\s*,\s*|\s+)/i;

/** Read a date. @returns it in RFC 3339, without a zone where it has none; as it came where it can't be read */
export function readFeedDate(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return trimmed;
  const bare = trimmed.replace(/\s+/g, " ").replace(WEEKDAY, "");
  for (const shape of SHAPES) {
    const parts = shape.exec(bare)?.groups;
    const read = parts === undefined ? null : writeDate(parts);
    if (read !== null) return read;
  }
  return trimmed;
}

type Parts = Readonly<Record<string, string | undefined>>;

function writeDate(parts: Parts): string | null {
  const month = parts["name"] === undefined ? Number(parts["month"] ?? "1") : monthOf(parts["name"]);
  const hour = hourOf(parts);
  if (month === null || hour === null) return null;
  const day = `${yearOf(parts["year"] ?? "")}-${two(month)}-${two(parts["day"] ?? "1")}`;
  const fraction = parts["fraction"] === undefined ? "" : `.${parts["fraction"]}`;
  const zone = parts["zone"] === undefined ? "" : zoneOf(parts["zone"]);
  return `${day}T${two(hour)}:${parts["minute"] ?? "00"}:${parts["second"] ?? "00"}${fraction}${zone}`;
}

const two = (number: number | string): string => String(number).padStart(2, "0");

function monthOf(name: string): number | null {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at === -1 ? null : at + 1;
}

// RFC 2822 §4.3
function yearOf(year: string): string {
  if (year.length === 4) return year;
  const number = Number(year);
  return String(year.length === 2 && number < 50 ? number + 2000 : number + 1900);
}

function hourOf(parts: Parts): number | null {
  const hour = Number(parts["hour"] ?? "0");
  const half = parts["half"]?.toLowerCase();
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** "+0100", "+1", "EST", "GMT+2" → an offset; "" for a name that means nothing, or several things. */
function zoneOf(zone: string): string {
  const [, name = "", sign, hours = "", minutes = "00"] =
    /^([a-z]*)\s?(?:([+-])(\d{1,2}):?(\d{2})?)?$/i.exec(zone) ?? [];
  if (sign !== undefined) return `${sign}${two(hours)}:${minutes}`;
  // RFC 2822 §4.3: the letters of the military were given the wrong way round, and mean nothing.
  const offset = /^[a-ik-z]$/i.test(name) ? 0 : ZONES[name.toLowerCase()];
  if (offset === undefined) return "";
  return offset === 0 ? "Z" : `${offset < 0 ? "-" : "+"}${two(Math.abs(offset))}:00`;
}
