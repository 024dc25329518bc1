// The one writer of XML: every text and attribute goes through it.
//
// Source: XML 1.0, §2.2 (characters), §2.11 (a parser turns a bare CR into LF,
// so CR is a reference) and §3.3.3 (and white space in attributes into spaces).

// Articles hold none of these; the writer makes sure of it once more.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
// What may be forbidden, found without looking at whole code points: most texts have none.
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;

const withoutForbidden = (text: string): string => (SUSPECT.test(text) ? text.replace(FORBIDDEN, "") : text);

export function escapeText(text: string): string {
  const clean = withoutForbidden(text);
  return /[&<>\r]/.test(clean)
    ? clean
        .replace(/&/g, "&amp;") // first, or it would escape what the others write
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;") // "]]>" may not stand in text
        .replace(/\r/g, "&#13;")
    : clean;
}

/**
 * A title. Some readers of RSS take it for HTML and some for text, so the RSS Best
 * Practices Profile wants its "&" and "<" as hexadecimal references; and some of
 * either format decode the named ones twice.
 */
export const titleElement = (title: string): string =>
  `<title>${escapeText(title).replace(/&amp;/g, "&#x26;").replace(/&lt;/g, "&#x3C;")}</title>`;

export function escapeAttribute(text: string): string {
  const escaped = escapeText(text);
  return /["\n\t]/.test(escaped)
    ? escaped.replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;")
    : escaped;
}

export type Attributes = Readonly<Record<string, string | number | null>>;

/** A start tag; attributes that are null are left out. */
export function startTag(name: string, attributes: Attributes = {}, end = ">"): string {
  let tag = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? null;
    if (value !== null) tag += ` ${attribute}="${escapeAttribute(String(value))}"`;
  }
  return tag + end;
}

/**
 * An element.
 *
 * @param content a text, which is escaped; or what is written already; or null for an empty element
 */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly string[] | null,
): string {
  if (content === null) return startTag(name, attributes, "/>");
  const inner = typeof content === "string" ? escapeText(content) : content.join("");
  return `${startTag(name, attributes)}${inner}</${name}>`;
}

/** An element with a text, or nothing when there is none. */
export const optional = (name: string, text: string | null): string =>
  text === null ? "" : element(name, {}, text);
