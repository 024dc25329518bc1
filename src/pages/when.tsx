/** An instant for people, in the article's language, and for machines. */
export const When = ({ at, language, name }: WhenProps) => (
  <time class={name} datetime={new Date(at).toISOString()}>
    {formatterOf(language).format(at)} UTC
  </time>
);

type WhenProps = {
  readonly at: number; // ms since 1970 UTC
  readonly language: string; // BCP 47
  readonly name?: string; // its class
};

// Making a formatter takes longer than the rest of a page; a wire has few languages.
const formatters = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATTERS = 50;

function formatterOf(language: string): Intl.DateTimeFormat {
  const known = formatters.get(language);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(language, formatter);
  return formatter;
}
