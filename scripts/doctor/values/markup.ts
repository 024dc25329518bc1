// HTML where plain text belongs, and what HTML in a feed should not hold.

const ELEMENTS =
  "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|figure|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul";

// A title may speak of the <p> element; what is closed, stands alone or has attributes is markup.
const MARKUP = new RegExp(
  `</(?:${ELEMENTS})>|<(?:br|hr|img)\\b[^<>]*>|<(?:${ELEMENTS})\\s+[a-z-]+\\s*=`,
  "i",
);

const REFERENCE =
  /&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[mn]dash|copy|[a-z]uml|eacute);/i;

/** What is wrong with a text that is shown as it is written; null when nothing is. */
export function plainTextFault(text: string): string | null {
  const tag = MARKUP.exec(text)?.[0];
  if (tag !== undefined) return `take the markup (${tag}) out of it`;
  const reference = REFERENCE.exec(text)?.[0];
  return reference === undefined ? null : `write the character itself for ${reference}: it is escaped twice`;
}

/** The first address in HTML that needs another to mean something. */
export function relativeAddressIn(html: string): string | null {
  for (const [, quoted, single] of html.matchAll(
    /<[a-z][^<>]*?\s(?:src|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
  )) {
    const address = (quoted ?? single ?? "").trim();
    if (address !== "" && !address.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  }
  return null;
}

export const hasScriptOrStyle = (html: string): boolean =>
  /<(?:script|style)\b|<[a-z][^<>]*\sstyle\s*=/i.test(html);
