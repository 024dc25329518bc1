// What comes with an article: sound, film, papers.

import type { Attachment } from "../model/article.ts";
import { MAX_ATTACHMENTS, MAX_TITLE_CHARACTERS } from "../model/limits.ts";
import type { Reading } from "./reading.ts";
import type { SubmittedAttachment, SubmittedFile } from "./submission.ts";

// RFC 6838 §4.2, without parameters
const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/;

/** Read where a file is and of which type. @returns null for one that can't be used, which is said already */
export function readFile(
  reading: Reading,
  pointer: string,
  file: SubmittedFile,
  base: string | null,
): { readonly url: string; readonly mediaType: string } | null {
  const url = reading.url(`${pointer}/url`, file.url, base);
  const mediaType = (file.mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (url === null && file.url.trim() === "") reading.refuse(`${pointer}/url`, "must be there");
  if (!MEDIA_TYPE.test(mediaType))
    return reading.refuse(`${pointer}/mime_type`, 'must be a media type, such as "audio/mpeg"');
  return url === null ? null : { url, mediaType };
}

export function readAttachments(
  reading: Reading,
  attachments: readonly SubmittedAttachment[],
  base: string | null,
): Attachment[] {
  if (attachments.length > MAX_ATTACHMENTS)
    reading.refuse("/attachments", `must be at most ${MAX_ATTACHMENTS}`);
  return attachments.slice(0, MAX_ATTACHMENTS).flatMap((attachment, at) => {
    const pointer = `/attachments/${at}`;
    const file = readFile(reading, pointer, attachment, base);
    if (file === null) return [];
    const title = reading.line(`${pointer}/title`, attachment.title, MAX_TITLE_CHARACTERS);
    const lengthBytes = attachment.lengthBytes === null ? null : Math.round(attachment.lengthBytes);
    return [{ ...file, title, lengthBytes, durationSeconds: attachment.durationSeconds }];
  });
}
