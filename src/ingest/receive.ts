// Bytes → text: what came, in which media type and character set.

import { MAX_BODY_BYTES } from "../model/limits.ts";
import { fail, ok, type Result } from "../model/result.ts";
import { charsetInHtml, decode, markOf } from "./charset.ts";
import type { IngestError } from "./error.ts";

export type Received = {
  readonly mediaType: string; // lower case, without parameters
  readonly text: string;
};

/** The media types a submission may have; the answer to any other names them. */
export const SUBMISSION_MEDIA_TYPES: readonly string[] = [
  "application/json",
  "text/markdown",
  "text/html",
  "text/plain",
];

export type ContentType = { readonly mediaType: string; readonly charset: string | null };

/** @see RFC 9110 §8.3.1 for the grammar */
export function readContentType(contentType: string | null): ContentType {
  const [mediaType = "", ...parameters] = (contentType ?? "").split(";");
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]*)["']?\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined && value !== "");
  return { mediaType: mediaType.trim().toLowerCase(), charset: charset?.toLowerCase() ?? null };
}

/** The media type alone, in lower case; "" without a header. */
export const mediaTypeOf = (contentType: string | null): string => readContentType(contentType).mediaType;

/** JSON by any name: application/json, application/feed+json, application/ld+json. */
export const isJson = (mediaType: string): boolean => /^application\/([\w.+-]+\+)?json$/.test(mediaType);

/** RFC 7763, and the name that was in use before it. */
export const isMarkdown = (mediaType: string): boolean => /^text\/(?:x-)?markdown$/.test(mediaType);

export const isHtml = (mediaType: string): boolean =>
  mediaType === "text/html" || mediaType === "application/xhtml+xml";

const isSubmission = (mediaType: string): boolean =>
  isJson(mediaType) || isMarkdown(mediaType) || isHtml(mediaType) || mediaType === "text/plain";

/**
 * Decode a submission's body.
 *
 * @param body the bytes as they came, at most one more than allowed
 * @param contentType the header, or null without one
 * @param contentEncoding the header, or null; a compressed body is refused, not unpacked
 * @param maxBytes how long the body may be
 * @param isSupported which media types are read
 */
export function receive(
  body: Uint8Array,
  contentType: string | null,
  contentEncoding: string | null,
  maxBytes: number = MAX_BODY_BYTES,
  isSupported: (mediaType: string) => boolean = isSubmission,
): Result<Received, IngestError> {
  const encoding = (contentEncoding ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "")
    return fail({ kind: "content_encoding_unsupported", encoding });
  const { mediaType, charset } = readContentType(contentType);
  if (!isSupported(mediaType)) return fail({ kind: "media_type_unsupported", mediaType });
  if (body.byteLength > maxBytes) return fail({ kind: "body_too_large", maxBytes });

  const decoded = decode(body, charsetOf(body, charset, mediaType));
  if (!decoded.ok) return decoded;
  if (decoded.value.trim() === "") return fail({ kind: "body_empty" });
  return ok({ mediaType, text: decoded.value });
}

/**
 * In which character set the body is: its byte order mark says so, else the
 * header, else an HTML page's own word. Otherwise it is UTF-8, and nothing is guessed.
 */
const charsetOf = (body: Uint8Array, said: string | null, mediaType: string): string =>
  markOf(body) ?? said ?? (isHtml(mediaType) ? charsetInHtml(body) : null) ?? "utf-8";
