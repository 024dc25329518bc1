// Who wrote it. Feeds have e-mail addresses where names should be, and those are
// nobody's business: only the name is read, and only the name is kept.

import type { SubmittedAuthor } from "../submission.ts";
import { isVisible } from "../text.ts";
import { textAt, textOf } from "./xml-read.ts";
import type { XmlElement } from "./xml-tree.ts";

// Bounded, and no part can take what the next one needs.
const ADDRESS = /(?:mailto:)?[^\s<>()[\]"',;:@]{1,64}@[^\s<>()[\]"',;:@]{1,255}/gi;

/** "jo@news.example (Jo Berg)", "Jo Berg <jo@news.example>" → "Jo Berg"; null where there is no name. */
export function nameIn(text: string): string | null {
  if (!text.includes("@")) return isVisible(text) ? text.trim() : null;
  const name = text
    .replace(ADDRESS, " ")
    .replace(/<\s*>|[()[\]"]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, "");
  // A handle stays, an address that wasn't known for one doesn't.
  return isVisible(name) && !/[^\s]@/.test(name) ? name : null;
}

/** A person whose element holds a name, as in dc:creator. */
export function readName(element: XmlElement): readonly SubmittedAuthor[] {
  const name = nameIn(textOf(element) ?? "");
  return name === null ? [] : [{ name, url: null, avatar: null }];
}

/** A person of Atom: name, uri (`url` in 0.3) and e-mail, each an element. */
export function readPerson(person: XmlElement): readonly SubmittedAuthor[] {
  const name = nameIn(textAt(person, "atom", "name") ?? "");
  const url = textAt(person, "atom", "uri") ?? textAt(person, "atom", "url");
  if (name === null && url === null)
    return person.children.every((child) => typeof child === "string") ? readName(person) : [];
  return [{ name, url, avatar: null }];
}

/** The elements whose text is a person. @see kept.ts */
export const PEOPLE: ReadonlySet<string> = new Set([
  "author",
  "contributor",
  "creator",
  "managingeditor",
  "name",
  "owner",
  "publisher",
  "rights",
  "webmaster",
]);
