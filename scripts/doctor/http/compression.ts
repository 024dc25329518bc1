// The same feed compressed: other bytes, so a cache must not mix the two up.

import { advice, error, type Finding, warning } from "../finding.ts";
import { ask, type Fetched, type Network } from "./fetch-feed.ts";

const WORTH_COMPRESSING = 2_000;

export async function checkCompression(first: Fetched, network: Network): Promise<Finding[]> {
  const answer = await ask(first.url, network, { headers: { "Accept-Encoding": "gzip, br" } });
  if (!answer.ok) return [];
  const { headers } = answer.value;
  const coding = headers.get("Content-Encoding");
  const where = "GET with Accept-Encoding: gzip, br";
  if (coding === null)
    return first.bytes.length < WORTH_COMPRESSING
      ? []
      : [
          advice(
            "http-compression",
            where,
            "Compress the feed for who asks: text shrinks to a quarter.",
            "RFC 9110 §8.4",
          ),
        ];
  const findings: Finding[] = [];
  if (!/\baccept-encoding\b|\*/i.test(headers.get("Vary") ?? ""))
    findings.push(
      error(
        "http-vary-encoding",
        where,
        "Send Vary: Accept-Encoding: without it, a cache gives compressed bytes to who can't read them.",
        "RFC 9110 §12.5.5",
      ),
    );
  const etag = headers.get("ETag");
  if (etag !== null && !etag.startsWith("W/") && etag === first.headers.get("ETag"))
    findings.push(
      warning(
        "http-etag-shared",
        where,
        `Give the compressed feed another ETag, or a weak one: the strong ${etag} is that of the bytes as they are.`,
        "RFC 9110 §8.8.3.3",
      ),
    );
  return findings;
}
