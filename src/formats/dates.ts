// Instants as each format spells them.

/** RFC 822 with a four-digit year, always GMT: RSS 2.0's pubDate. */
export const rssDate = (at: number): string => new Date(at).toUTCString();

/** RFC 3339 in UTC, with upper-case T and Z: Atom §3.3 and JSON Feed. */
export const isoDate = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
