// Bytes → text: what came, in which media type and character set.

import { MAX_BODY_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import type { IngestError } from "./error.ts";

export type Received = {
  readonly mediaType: string; // lower case, without parameters
  readonly text: string;
};

/** The media types a submission may have; the answer to any other names them. */
export const SUBMISSION_MEDIA_TYPES: readonly string[] = ["application/json", "text/plain"];

type Parts = { readonly mediaType: string; readonly charset: string };

/** @see RFC 9110 §8.3.1 for the grammar; text/plain and JSON without a charset are UTF-8 here */
function readContentType(contentType: string | null): Parts {
  const [mediaType = "", ...parameters] = (contentType ?? "").split(";");
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined && value !== "");
  return { mediaType: mediaType.trim().toLowerCase(), charset: (charset ?? "utf-8").toLowerCase() };
}

/** JSON by any name: application/json, application/feed+json, application/ld+json. */
export const isJson = (mediaType: string): boolean => /^application\/([\w.+-]+\+)?json$/.test(mediaType);

/**
 * Decode a submission's body.
 *
 * @param body the bytes as they came, at most one more than allowed
 * @param contentType the header, or null without one
 * @param contentEncoding the header, or null; a compressed body is refused, not unpacked
 */
export function receive(
  body: Uint8Array,
  contentType: string | null,
  contentEncoding: string | null,
): Result<Received, IngestError> {
  const encoding = (contentEncoding ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "")
    return fail({ kind: "content_encoding_unsupported", encoding });
  const { mediaType, charset } = readContentType(contentType);
  if (!isJson(mediaType) && !SUBMISSION_MEDIA_TYPES.includes(mediaType))
    return fail({ kind: "media_type_unsupported", mediaType });
  if (body.byteLength > MAX_BODY_BYTES) return fail({ kind: "body_too_large", maxBytes: MAX_BODY_BYTES });

  const decoded = decode(body, charset);
  if (!decoded.ok) return decoded;
  if (decoded.value.trim() === "") return fail({ kind: "body_empty" });
  return ok({ mediaType, text: decoded.value });
}

function decode(body: Uint8Array, charset: string): Result<string, IngestError> {
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
