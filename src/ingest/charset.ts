// In which character set bytes are, and what they say in it. Nothing is guessed.

import { fail, ok, type Result } from "../model/result.ts";
import type { IngestError } from "./error.ts";

export function decode(body: Uint8Array, charset: string): Result<string, IngestError> {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: false });
  } catch {
    return fail({ kind: "charset_unsupported", charset }); // a RangeError: no such label
  }
  try {
    return ok(decoder.decode(body));
  } catch {
    return fail({ kind: "charset_mismatch", charset }); // a TypeError: bytes that it does not have
  }
}

/**
 * The character set that a byte order mark names; null without one.
 *
 * @see https://encoding.spec.whatwg.org/#decode for the mark, which outranks all
 */
export const markOf = (body: Uint8Array): string | null =>
  MARKS.find(({ bytes }) => bytes.every((byte, at) => body[at] === byte))?.charset ?? null;

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], charset: "utf-8" },
  // Before that of UTF-16, with which it begins; nothing here can read UTF-32, and now it says so.
  { bytes: [0xff, 0xfe, 0, 0], charset: "utf-32" },
  { bytes: [0, 0, 0xfe, 0xff], charset: "utf-32" },
  { bytes: [0xfe, 0xff], charset: "utf-16be" },
  { bytes: [0xff, 0xfe], charset: "utf-16le" },
] as const;

/** @see https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
export function charsetInHtml(body: Uint8Array): string | null {
  const start = startOf(body).replace(/<!--[\s\S]*?-->/g, "");
  const named = [...start.matchAll(/<meta\s([^>]*)>/gi)]
    .map(([, inside = ""]) => charsetInMeta(inside))
    .find((name) => name !== null);
  return asBytes(named ?? XML_DECLARATION.exec(start)?.[1] ?? null);
}

/**
 * What an XML document says of itself. UTF-16 shows without a mark too, by the zero beside its first "<".
 *
 * @see https://www.w3.org/TR/xml/#sec-guessing
 */
export function charsetInXml(body: Uint8Array): string | null {
  const [first, second, third] = body;
  if (first === 0 && second === 0) return "utf-32";
  if (first === 0x3c && second === 0 && third === 0) return "utf-32";
  if (first === 0 && second === 0x3c) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  return asBytes(XML_DECLARATION.exec(startOf(body))?.[1] ?? null);
}

const XML_DECLARATION = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i;

const startOf = (body: Uint8Array): string => new TextDecoder("windows-1252").decode(body.subarray(0, 1_024));

/** A document that can be read to here as bytes is in no UTF-16, whatever it says. */
function asBytes(name: string | null): string | null {
  const charset = name?.toLowerCase() ?? null;
  if (charset !== null && /^(?:utf-?16|unicode$|ucs-2)/.test(charset)) return "utf-8";
  return charset === "x-user-defined" ? "windows-1252" : charset;
}

function charsetInMeta(inside: string): string | null {
  const attributes = new Map(
    [...inside.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g)].map(
      ([, name = "", double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? ""],
    ),
  );
  const charset = attributes.get("charset")?.trim();
  if (charset) return charset;
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-type") return null;
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(attributes.get("content") ?? "")?.[1] ?? null;
}
