// Only what is new since the reader's copy: RFC 3229's "feed" instance manipulation.
//
// A difference is a whole, valid feed of the articles that changed since then, with
// the tombstones that the document has anyway. It is slices of the bundle; nothing is rendered.

import type { Bundle } from "../formats/bundle.ts";
import { joinBytes } from "../formats/record.ts";
import type { Format } from "../model/format.ts";
import { versionsIn } from "./conditional.ts";

/** Whether a request asks for a difference: A-IM, RFC 3229 §10.5.3. */
export const wantsDelta = (request: Request): boolean =>
  (request.headers.get("A-IM") ?? "")
    .split(",")
    .some(
      (manipulation) =>
        /^\s*feed\s*(?:;|$)/i.test(manipulation) && !/;\s*q\s*=\s*0(?:\.0*)?\s*$/i.test(manipulation),
    );

/**
 * Answer 226 with what changed since the newest version that the reader says it has.
 *
 * @param full the headers of the whole document
 * @returns null when none of them can be answered: the whole document is right then
 */
export function answerDelta(
  request: Request,
  { header, body }: Bundle,
  format: Format,
  full: Headers,
): Response | null {
  const base = versionsIn(request.headers.get("If-None-Match") ?? "")
    .filter(({ version }) => version >= header.since && version < header.version)
    .sort((one, other) => other.version - one.version)[0];
  if (base === undefined) return null;

  const { span, head, tail } = header.documents[format];
  const [start, length] = span;
  const changed = header.articles.filter(({ version }) => version > base.version);
  const document = joinBytes([
    body.subarray(start, start + head),
    ...changed.map(({ spans }) => {
      const [offset, size] = spans[format];
      return body.subarray(start + offset, start + offset + size);
    }),
    body.subarray(start + length - tail, start + length),
  ]);
  const headers = new Headers(full);
  headers.set("IM", "feed");
  headers.set("Delta-Base", base.tag);
  headers.append("Vary", "If-None-Match");
  headers.delete("Content-Location"); // that is where the whole is
  // §10.8: who knows what "im" means may keep it as a difference; nobody as the whole.
  headers.set("Cache-Control", `no-store, im, ${(full.get("Cache-Control") ?? "").replace("public, ", "")}`);
  if (request.method !== "HEAD")
    return new Response(new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(document), {
      status: 226,
      headers,
    });
  headers.set("Content-Length", String(document.byteLength));
  return new Response(null, { status: 226, headers });
}
