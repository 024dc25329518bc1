// The one writer of XML: every text and attribute goes through it.
//
// Source: XML 1.0, §2.2 (characters), §2.11 (a parser turns a bare CR into LF,
// so CR is a reference) and §3.3.3 (and white space in attributes into spaces).

// Articles hold none of these; the writer makes sure of it once more.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;", // "]]>" may not stand in text
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};
const reference = (character: string): string => REFERENCES[character] ?? character;

export const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, "").replace(/[&<>\r]/g, reference);

export const escapeAttribute = (text: string): string =>
  text.replace(FORBIDDEN, "").replace(/[&<>"\r\n\t]/g, reference);

export type Attributes = Readonly<Record<string, string | number | null>>;

/** A start tag; attributes that are null are left out. */
export function startTag(name: string, attributes: Attributes = {}, end = ">"): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== null) tag += ` ${attribute}="${escapeAttribute(String(value))}"`;
  return tag + end;
}

/**
 * An element.
 *
 * @param content a text, which is escaped; or elements, already written; or null for an empty element
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
