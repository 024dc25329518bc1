// From bytes to text, as RFC 7303 §3 tells an XML parser and RFC 8259 §8.1 a JSON parser.
//
// A byte order mark wins, then the charset of the Content-Type, then the XML
// declaration. What two of them disagree on, two readers read differently.

import { error, type Finding, type Findings, shown, warning } from "./finding.ts";
import { lineAt } from "./values/lines.ts";

export type Decoded = {
  readonly text: string;
  readonly encoding: string; // as the Encoding Standard names it
  readonly findings: Findings;
};

/** What a document begins with, whatever its encoding; null when that is neither. */
export function sniff(bytes: Uint8Array): "xml" | "json" | null {
  // Every encoding in use writes these characters as their ASCII byte, and UTF-16 a zero beside it.
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/\0/g, "");
  const first = /^(?:ï»¿|þÿ|ÿþ)?\s*(\S)/.exec(start)?.[1];
  if (first === "<") return "xml";
  return first === "{" || first === "[" ? "json" : null;
}

export function decode(bytes: Uint8Array, contentType: string | null, kind: "xml" | "json"): Decoded {
  const mark = markOf(bytes);
  const charset = charsetOf(contentType);
  const declared = kind === "xml" ? declaredIn(bytes) : null;
  const label = mark ?? charset ?? declared ?? "utf-8";
  const encoding = canonical(label);
  if (encoding === null)
    return {
      text: new TextDecoder().decode(bytes),
      encoding: "utf-8",
      findings: [
        error(
          "encoding-unknown",
          "line 1",
          `Write the feed in UTF-8: no reader knows the encoding ${shown(label)}.`,
          "XML 1.0 §4.3.3",
        ),
      ],
    };
  const text = new TextDecoder(encoding).decode(bytes);
  const findings = [
    ...disagreements({ mark, charset, declared }),
    ...wrongBytes(bytes, text, encoding),
    ...discouraged(encoding, kind),
    ...markFindings(bytes, kind),
  ];
  return { text, encoding, findings };
}

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xfe, 0xff], "utf-16be"],
  [[0xff, 0xfe], "utf-16le"],
];

function markOf(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[1] ?? null;
}

export const charsetOf = (contentType: string | null): string | null =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? "")?.[1] ?? null;

function declaredIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 256)).replace(/\0/g, "");
  return /<\?xml[^>]*?\bencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? null;
}

function canonical(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null; // the only way to ask which labels are known
  }
}

type Sayings = Readonly<Record<"mark" | "charset" | "declared", string | null>>;

// "utf-16" alone leaves the order of the bytes to the mark.
const family = (label: string | null): string | null =>
  label === null ? null : (canonical(label) ?? label).replace(/^utf-16.e$/, "utf-16");

function disagreements({ mark, charset, declared }: Sayings): Finding[] {
  const said = [
    { by: "the byte order mark", label: family(mark) },
    { by: "the charset of Content-Type", label: family(charset) },
    { by: "the XML declaration", label: family(declared) },
  ].filter(({ label }) => label !== null);
  const [first] = said;
  const other = said.find(({ label }) => label !== first?.label);
  if (first === undefined || other === undefined) return [];
  return [
    error(
      "encoding-mismatch",
      "line 1",
      `Name one encoding: ${first.by} says ${first.label}, ${other.by} says ${other.label}.`,
      "RFC 7303 §3",
    ),
  ];
}

function wrongBytes(bytes: Uint8Array, text: string, encoding: string): Finding[] {
  const at = text.indexOf("\ufffd");
  if (at === -1) return [];
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return [
      error(
        "encoding-wrong",
        lineAt(text, at),
        `Write the feed in the encoding it names: here are bytes that aren't ${encoding}.`,
        "XML 1.0 §4.3.3",
      ),
    ];
  }
  return [
    warning(
      "encoding-lost",
      lineAt(text, at),
      "Find out where a character got lost: here is U+FFFD, which stands for one that could not be read.",
      "Unicode §23.8, replacement character",
    ),
  ];
}

function discouraged(encoding: string, kind: "xml" | "json"): Finding[] {
  if (encoding === "utf-8") return [];
  const message = `Write the feed in UTF-8 rather than ${encoding}.`;
  return kind === "json"
    ? [error("encoding-not-utf8", "the feed", message, "RFC 8259 §8.1")]
    : [warning("encoding-not-utf8", "line 1", `${message} Every reader knows it.`, "RFC 7303 §3")];
}

function markFindings(bytes: Uint8Array, kind: "xml" | "json"): Finding[] {
  if (markOf(bytes) !== "utf-8") return [];
  const message = "Leave the byte order mark out: UTF-8 needs none";
  return kind === "json"
    ? [error("byte-order-mark", "the feed", `${message}, and JSON must not have one.`, "RFC 8259 §8.1")]
    : [
        warning(
          "byte-order-mark",
          "line 1",
          `${message}, and some parsers stumble over it.`,
          "RFC 7303 §3.3",
        ),
      ];
}
