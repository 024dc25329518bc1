/** A part of https://www.rssboard.org/rss-specification */
export const SPECIFICATION = (part: string): string => `RSS 2.0 specification, ${part}`;

/** A part of https://www.rssboard.org/rss-profile, which says what works in most readers. */
export const PROFILE = (part: string): string => `RSS Best Practices Profile, ${part}`;
