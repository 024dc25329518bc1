// application/atom+xml;type=entry: one entry as a document (RFC 4287 §4.1.2), as
// AtomPub (RFC 5023) sends it.
//
// It comes from a program that was written for this, so what can't be read is
// refused with its line; a field that can't be used is left out and said.

import { fail, ok, type Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import type { Submission } from "../submission.ts";
import { readEntry } from "./atom.ts";
import { whyBroken } from "./unusable.ts";
import { openXml } from "./xml-tree.ts";

export function readAtomEntry(text: string): Result<Submission, IngestError> {
  const root = openXml(text.replace(/\r\n?/g, "\n"));
  if (!root.ok) return root;
  const entry = root.value;
  if (entry.local !== "entry" || entry.vocabulary !== "atom")
    return fail({ kind: "feed_unknown", found: `<${entry.name}>` });
  const broken = whyBroken(entry);
  if (broken !== null) return fail({ kind: "xml_invalid", ...broken });
  return ok(readEntry(entry, [], { base: null, fallback: null, language: null }));
}
