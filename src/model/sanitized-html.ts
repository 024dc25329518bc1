// How the sanitizer writes: a tag and its attributes in one way only, and four
// characters as references.

/** The value of an attribute in a tag, as it is written; null without. */
export const attributeIn = (tag: string, name: string): string | null =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** What text or an attribute's value says. */
export const unescaped = (written: string): string =>
  written
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&"); // last, or "&amp;lt;" would become "<"

/** The value of an attribute → as it is written. */
export const inAttribute = (value: string): string => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

/** Whether there is a link to an address. */
export const linksTo = (html: string, url: string): boolean => html.includes(` href="${inAttribute(url)}"`);
