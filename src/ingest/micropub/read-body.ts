// A Micropub body → what it asks for: a form, a form with files, or JSON.

import { MAX_BODY_BYTES } from "../../model/limits.ts";
import { fail, ok, type Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";
import { parseJson } from "../json.ts";
import { isJson, mediaTypeOf, receive } from "../receive.ts";
import { readFields } from "./fields.ts";
import { readForm, readMultipart } from "./forms.ts";
import { readMicropubJson } from "./json.ts";
import type { MicropubBody } from "./request.ts";

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

/** The media types that a Micropub request may have. */
export const MICROPUB_MEDIA_TYPES: readonly string[] = [FORM, MULTIPART, "application/json"];

/**
 * Read a request. What it asks for may be wrong, and its token still be told.
 *
 * @param body the bytes as they came, at most one more than allowed
 * @returns the error where not even a token can be found in it
 */
export async function readMicropubBody(
  body: Uint8Array,
  contentType: string | null,
  contentEncoding: string | null,
): Promise<Result<MicropubBody, IngestError>> {
  const mediaType = mediaTypeOf(contentType);
  if (mediaType === MULTIPART && contentType !== null && isPlain(contentEncoding)) {
    if (body.byteLength > MAX_BODY_BYTES) return fail({ kind: "body_too_large", maxBytes: MAX_BODY_BYTES });
    const fields = await readMultipart(body, contentType);
    return fields.ok ? ok(readFields(fields.value)) : fields;
  }
  const received = receive(body, contentType, contentEncoding, MAX_BODY_BYTES, isTextual);
  if (!received.ok) return received;
  const { text } = received.value;
  if (mediaType === FORM) {
    const fields = readForm(text);
    return fields.ok ? ok(readFields(fields.value)) : fields;
  }
  const json = parseJson(text);
  return json.ok ? ok(readMicropubJson(json.value)) : json;
}

const isTextual = (mediaType: string): boolean =>
  isJson(mediaType) || mediaType === FORM || mediaType === MULTIPART;

const isPlain = (contentEncoding: string | null): boolean =>
  /^\s*(?:identity)?\s*$/i.test(contentEncoding ?? "");
