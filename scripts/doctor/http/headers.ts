// What a feed's headers should say. Pure: headers in, findings out.

import { charsetOf } from "../encoding.ts";
import type { DeclaredLinks } from "../extensions/links.ts";
import type { Format } from "../feed.ts";
import { advice, error, type Finding, type Findings, warning } from "../finding.ts";
import { sameAddress } from "../values/urls.ts";
import { checkCacheHeaders } from "./cache-headers.ts";

const OWN_TYPE: Readonly<Record<Format, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
const TYPE_SOURCE: Readonly<Record<Format, string>> = {
  rss: "W3C Feed Validator, UnexpectedContentType",
  atom: "RFC 4287 §7",
  json: "JSON Feed 1.1, Suggestions for Publishers",
};
/** What readers take as well. */
const GENERAL_TYPES: Readonly<Record<Format, readonly string[]>> = {
  rss: ["application/xml", "text/xml"],
  atom: ["application/xml", "text/xml"],
  json: ["application/json"],
};

export const checkHeaders = (headers: Headers, format: Format, links: DeclaredLinks): Findings => [
  ...checkContentType(headers.get("Content-Type"), format),
  ...checkCacheHeaders(headers),
  ...checkVary(headers.get("Vary")),
  ...checkLinkHeader(headers.get("Link"), links),
  ...checkOpenness(headers),
];

function checkContentType(contentType: string | null, format: Format): Finding[] {
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const own = OWN_TYPE[format];
  const where = "header Content-Type";
  const charset = format === "json" ? "" : "; charset=utf-8";
  if (type === "")
    return [error("http-content-type", where, `Send Content-Type: ${own}${charset}.`, "RFC 9110 §8.3")];
  const findings: Finding[] = [];
  if (type !== own)
    findings.push(
      (GENERAL_TYPES[format].includes(type) ? advice : error)(
        "http-content-type",
        where,
        `Send ${own}${charset} for ${type}: readers know by it what it is.`,
        TYPE_SOURCE[format],
      ),
    );
  // JSON is always UTF-8, and its types have no charset.
  if (format !== "json" && charsetOf(contentType) === null)
    findings.push(
      warning("http-charset", where, `Send the charset too: ${type}; charset=utf-8.`, "RFC 7303 §3.2"),
    );
  return findings;
}

function checkVary(vary: string | null): Finding[] {
  const names = (vary ?? "").toLowerCase().split(/\s*,\s*/);
  const costly = names.find((name) => ["*", "cookie", "user-agent"].includes(name));
  return costly === undefined
    ? []
    : [
        warning(
          "http-vary",
          "header Vary",
          `Take ${costly} out of Vary: with it, no cache between serves two readers.`,
          "RFC 9110 §12.5.5",
        ),
      ];
}

/** The targets of a relation in a Link header (RFC 8288 §3). */
export const targetsOf = (link: string | null, rel: string): readonly string[] =>
  [...(link ?? "").matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]+))?)*)/g)]
    .filter(([, , parameters = ""]) => {
      const value = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters);
      return (value?.[1] ?? value?.[2] ?? "").toLowerCase().split(/\s+/).includes(rel);
    })
    .map(([, target = ""]) => target);

function checkLinkHeader(link: string | null, { self, hubs }: DeclaredLinks): Finding[] {
  const where = "header Link";
  const selves = targetsOf(link, "self");
  const headerHubs = targetsOf(link, "hub");
  const [own] = self;
  const findings: Finding[] = [];
  if (selves.length === 0)
    findings.push(
      (hubs.length + headerHubs.length > 0 ? warning : advice)(
        "http-link-self",
        where,
        `Send Link: <${own ?? "the feed's address"}>; rel="self": who asks with HEAD sees the feed's own address there.`,
        "WebSub §4",
      ),
    );
  if (selves.length > 1)
    findings.push(error("http-link-self", where, 'Send one Link with rel="self".', "WebSub §4"));
  const [first] = selves;
  if (first !== undefined && own !== undefined && !sameAddress(first, own))
    findings.push(
      error(
        "http-link-differs",
        where,
        `Name one address: rel="self" is ${first} in the header and ${own} in the feed.`,
        "WebSub §4",
      ),
    );
  for (const hub of hubs.filter((address) => !headerHubs.some((other) => sameAddress(address, other))))
    findings.push(
      warning(
        "http-link-hub",
        where,
        `Send Link: <${hub}>; rel="hub" too: headers are looked at first.`,
        "WebSub §4",
      ),
    );
  return findings;
}

function checkOpenness(headers: Headers): Finding[] {
  return [
    ...(headers.get("Access-Control-Allow-Origin") === null
      ? [
          advice(
            "http-cors",
            "header Access-Control-Allow-Origin",
            "Send Access-Control-Allow-Origin: *, so that readers that run in a browser may read the feed.",
            "Fetch Standard, CORS protocol",
          ),
        ]
      : []),
    ...(headers.get("X-Content-Type-Options")?.toLowerCase() === "nosniff"
      ? []
      : [
          advice(
            "http-nosniff",
            "header X-Content-Type-Options",
            "Send X-Content-Type-Options: nosniff: a feed holds HTML, and no browser should take it for a page.",
            "Fetch Standard, X-Content-Type-Options",
          ),
        ]),
  ];
}
