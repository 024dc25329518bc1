// Files that front matter names beside the text, in the names of the JSON fields.

import type { SubmittedAttachment, SubmittedFile } from "../submission.ts";
import { listOf, plainText, textAt, type Values } from "./front-values.ts";

/** A file is an object, or where it is nearly always of one type its address alone. */
export function fileIn(value: unknown, usualType: string): SubmittedFile {
  return {
    url: plainText(value) || textAt(value, "url"),
    mediaType: textAt(value, "mime_type") || usualType,
  };
}

export const attachmentsIn = (values: Values): readonly SubmittedAttachment[] =>
  listOf(values.get("attachments")).map((attachment) => ({
    ...fileIn(attachment, ""),
    title: textAt(attachment, "title") || null,
    lengthBytes: sizeAt(attachment, "size_in_bytes"),
    durationSeconds: sizeAt(attachment, "duration_in_seconds"),
  }));

// One that can't be used is as good as none.
function sizeAt(value: unknown, name: string): number | null {
  const size = Number(textAt(value, name) || Number.NaN);
  return size >= 0 && size <= Number.MAX_SAFE_INTEGER ? size : null;
}
