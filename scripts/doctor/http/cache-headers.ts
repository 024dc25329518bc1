// The headers by which a reader knows whether to ask again, and when: RFC 9110 §8.8, RFC 9111.

import { advice, error, type Finding, type Findings, shown, warning } from "../finding.ts";

export const checkCacheHeaders = (headers: Headers): Findings => [
  ...checkETag(headers.get("ETag"), headers.get("Last-Modified")),
  ...checkLastModified(headers.get("Last-Modified")),
  ...checkCacheControl(headers.get("Cache-Control")?.toLowerCase() ?? ""),
  ...checkExpires(headers.get("Expires")),
];

function checkETag(etag: string | null, lastModified: string | null): Finding[] {
  const where = "header ETag";
  if (etag === null)
    return [
      (lastModified === null ? error : warning)(
        "http-etag-missing",
        where,
        "Send an ETag, such as a digest of the bytes: with it, readers fetch the feed only when it changed.",
        "RFC 9110 §8.8.3",
      ),
    ];
  if (!/^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(etag))
    return [
      error(
        "http-etag",
        where,
        `Put the ETag ${etag} into double quotes, without spaces.`,
        "RFC 9110 §8.8.3",
      ),
    ];
  return etag.startsWith("W/")
    ? [
        advice(
          "http-etag-weak",
          where,
          `Send a strong ETag (without W/) with what isn't compressed: ${etag} says only that it is much the same.`,
          "RFC 9110 §8.8.1",
        ),
      ]
    : [];
}

const IMF_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function checkLastModified(lastModified: string | null): Finding[] {
  const where = "header Last-Modified";
  if (lastModified === null)
    return [
      warning(
        "http-last-modified-missing",
        where,
        "Send Last-Modified: some readers know no other validator.",
        "RFC 9110 §8.8.2",
      ),
    ];
  return IMF_DATE.test(lastModified) && !Number.isNaN(Date.parse(lastModified))
    ? []
    : [
        error(
          "http-last-modified",
          where,
          `Write ${shown(lastModified)} as in "Tue, 24 Nov 2026 10:08:40 GMT".`,
          "RFC 9110 §5.6.7",
        ),
      ];
}

function checkCacheControl(caching: string): Finding[] {
  const where = "header Cache-Control";
  const forbids = /\b(no-cache|no-store)\b/.exec(caching)?.[1];
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(caching)?.[1];
  if (forbids !== undefined)
    return [
      warning(
        "http-no-cache",
        where,
        `Take ${forbids} out: FreshRSS, for one, then asks every minute.`,
        "RFC 9111 §5.2.2; FreshRSS, lib/simplepie/src/HTTP/Utils.php",
      ),
    ];
  return maxAge === undefined || Number(maxAge) === 0
    ? [
        warning(
          "http-max-age",
          where,
          "Send max-age with the seconds until it is worth asking again, as in public, max-age=300.",
          "RFC 9111 §5.2.2.1",
        ),
      ]
    : [];
}

const checkExpires = (expires: string | null): Finding[] =>
  expires === null || IMF_DATE.test(expires)
    ? []
    : [
        warning(
          "http-expires",
          "header Expires",
          `Leave out Expires: ${expires}. Miniflux, for one, then forgets the validators and fetches all of it each time.`,
          "RFC 9111 §5.3; Miniflux, internal/reader/fetcher/response_handler.go",
        ),
      ];
