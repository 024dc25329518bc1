// Addresses in feeds. A feed is read far from where it was written, so an address
// must stand by itself: with its scheme, and with what URLs don't allow escaped.

import type { Check } from "./check.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export const isAbsolute = (address: string): boolean => SCHEME.test(address) && URL.canParse(address);

const isWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

/** RFC 3986: a URL of the web, absolute and escaped. */
export const webUrl: Check = (address) => {
  if (address.trim() === "") return "write an absolute URL";
  if (!SCHEME.test(address.trim())) return "write the whole URL, from https:// on";
  if (!isWeb(address.trim())) return "write a URL that begins with https:// or http://";
  return unescaped(address) ?? outsideAscii(address);
};

/** RFC 3986: any absolute URL, such as mailto: */
export const anyUrl: Check = (address) => {
  if (!SCHEME.test(address.trim())) return "write the whole URL, from its scheme on";
  if (!isAbsolute(address.trim())) return "write a URL that can be parsed";
  return unescaped(address) ?? outsideAscii(address);
};

/** RFC 3987: an absolute IRI, in which letters of every script are allowed. */
export const absoluteIri: Check = (address) => {
  if (!SCHEME.test(address.trim())) return "write an absolute IRI, from its scheme on (https:, tag:, urn:)";
  if (!isAbsolute(address.trim())) return "write an IRI that can be parsed";
  return unescaped(address);
};

/** RFC 3987: an IRI that may be relative. */
export const iriReference: Check = (address) =>
  address.trim() === "" ? "write an IRI" : SCHEME.test(address) ? absoluteIri(address) : unescaped(address);

function unescaped(address: string): string | null {
  if (address !== address.trim()) return "take out the white space around it";
  if (/\s/.test(address)) return "escape the space as %20";
  const forbidden = /[<>"{}|\\^`]/.exec(address)?.[0];
  if (forbidden !== undefined) return `escape ${forbidden} as ${encodeURIComponent(forbidden)}`;
  if (/%(?![0-9a-f]{2})/i.test(address)) return "escape % as %25";
  return null;
}

function outsideAscii(address: string): string | null {
  const letter = /[^\p{ASCII}]/u.exec(address)?.[0];
  return letter === undefined ? null : `escape ${letter} as ${encodeURIComponent(letter.toWellFormed())}`;
}

/** Whether two addresses are one, as a browser sees it; without what only a browser sees. */
export function sameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other;
  const [first, second] = [new URL(one), new URL(other)];
  first.hash = "";
  second.hash = "";
  return first.href === second.href;
}
