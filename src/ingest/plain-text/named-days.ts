// The one day that a line names beyond doubt: "15. September 2014", "Sept. 15, 2014",
// "2014年9月15日". Numbers alone never do: whether 05/06 is in May or in June
// nobody can tell from here.

// One row a month. No name here stands for two.
const MONTH_NAMES = [
  "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia января січня ocak ιανουαρίου يناير ינואר בינואר जनवरी",
  "february feb februar février févr febrero febbraio fevereiro fev februari lutego февраля лютого şubat φεβρουαρίου فبراير פברואר בפברואר फरवरी फ़रवरी",
  "march mar märz mär mars marzo março maart marts marca марта березня mart μαρτίου مارس מרץ במרץ मार्च",
  "april apr avril avr abril abr aprile kwietnia апреля квітня nisan απριλίου أبريل אפריל באפריל अप्रैल",
  "may mai mayo maggio mag maio mei maja мая травня mayıs μαΐου مايو מאי במאי मई",
  "june jun juni juin junio giugno giu junho czerwca июня червня haziran ιουνίου يونيو יוני ביוני जून",
  "july jul juli juillet juil julio luglio lug julho lipca июля липня temmuz ιουλίου يوليو יולי ביולי जुलाई",
  "august aug août agosto ago augusti augustus sierpnia августа серпня ağustos αυγούστου أغسطس אוגוסט באוגוסט अगस्त",
  "september sep sept septembre septiembre settembre set setembro września сентября вересня eylül σεπτεμβρίου سبتمبر ספטמבר בספטמבר सितंबर सितम्बर",
  "october oct oktober okt octobre octubre ottobre ott outubro out października октября жовтня ekim οκτωβρίου أكتوبر אוקטובר באוקטובר अक्टूबर",
  "november nov novembre noviembre novembro listopada ноября листопада kasım νοεμβρίου نوفمبر נובמבר בנובמבר नवंबर",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia декабря грудня aralık δεκεμβρίου ديسمبر דצמבר בדצמבר दिसंबर",
];

/** Names, written small, to 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(" ").map((name): [string, number] => [name, at + 1])),
);

const MONTH = `(?<month>${[...MONTHS.keys()].join("|")})`;
const YEAR = "(?<year>\\d{4})(?!\\d)";
// "14–15 May 2014" is two days, and 15 no day in "12:15 May 2014".
const NO_NUMBER_BEFORE = "(?<!\\d(?: ?[-–—/.:h] ?| (?:y|e|et|und) )?)";

const NAMED = [
  `${NO_NUMBER_BEFORE}(?<day>\\d{1,2})(?:st|nd|rd|th|er)?[ .,/-]{1,2}(?:de |of )?${MONTH}[ .,/-]{1,2}(?:del? )?${YEAR}`,
  `${MONTH}[ .]{1,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ ,]{1,2}${YEAR}`,
].map((source) => new RegExp(source, "u"));
const EAST_ASIAN = /(?<!\d)(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/u;

/**
 * Read the day.
 *
 * @param line of one year, and of one month's name at most
 * @returns YYYY-MM-DD, though there may be no such day
 */
export function readNamedDay(line: string): string | null {
  const text = line.normalize("NFKC").toLowerCase();
  const found = [...NAMED, EAST_ASIAN].map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  if (!found) return null;
  const { year = "", month = "", day = "" } = found;
  const number = MONTHS.get(month) ?? Number(month);
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
