// How a server answers those who come again: conditional requests (RFC 9110 §13),
// HEAD, and compression. Some eight requests, one after another.

import { advice, error, type Finding, type Findings, warning } from "../finding.ts";
import { checkCompression } from "./compression.ts";
import { ask, type Fetched, type Network } from "./fetch-feed.ts";

/** @param first what a plain GET gave */
export async function revalidate(first: Fetched, network: Network): Promise<Findings> {
  const etag = first.headers.get("ETag");
  const lastModified = first.headers.get("Last-Modified");
  return [
    ...(await checkHead(first, network)),
    ...(await checkConditions(first, conditionsFor(etag, lastModified), network)),
    ...(await checkPrecedence(first, network)),
    ...(await checkCompression(first, network)),
  ];
}

const COMPARED = ["Content-Type", "ETag", "Last-Modified", "Cache-Control", "Link", "Vary"];

async function checkHead(first: Fetched, network: Network): Promise<Finding[]> {
  const answer = await ask(first.url, network, { method: "HEAD" });
  const source = "RFC 9110 §9.3.2";
  if (!answer.ok) return [warning("http-head", "HEAD", `Answer HEAD as GET: ${answer.reason}.`, source)];
  const { status, headers } = answer.value;
  if (status !== first.status)
    return [
      warning("http-head", "HEAD", `Answer HEAD as GET: it gets ${status} for ${first.status}.`, source),
    ];
  return COMPARED.filter((name) => headers.get(name) !== first.headers.get(name)).map((name) =>
    warning(
      "http-head",
      "HEAD",
      `Send the ${name} of GET to HEAD too: it is ${headers.get(name) ?? "missing"} for ${first.headers.get(name) ?? "none"}.`,
      source,
    ),
  );
}

type Condition = {
  readonly headers: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly make: typeof error;
  readonly whose: string;
  readonly source: string;
};

function conditionsFor(etag: string | null, lastModified: string | null): readonly Condition[] {
  const conditions: Condition[] = [];
  const add = (
    headers: Readonly<Record<string, string>>,
    rule: string,
    make: typeof error,
    whose: string,
    source: string,
  ): void => {
    conditions.push({ headers, rule, make, whose, source });
  };
  if (etag !== null) {
    const strong = etag.replace(/^W\//, "");
    const suffixed = strong.replace(/"$/, '-gzip"');
    add({ "If-None-Match": etag }, "http-etag-304", error, "the ETag it was given", "RFC 9110 §13.1.2");
    add(
      { "If-None-Match": etag.startsWith("W/") ? strong : `W/${etag}` },
      "http-etag-weak-304",
      error,
      "the same ETag with or without W/, which proxies put there",
      "RFC 9110 §13.1.2, weak comparison",
    );
    add(
      { "If-None-Match": `"other", ${etag}` },
      "http-etag-list-304",
      error,
      "a list with the ETag in it",
      "RFC 9110 §13.1.2",
    );
    if (strong.endsWith('"'))
      add(
        { "If-None-Match": suffixed },
        "http-etag-gzip-304",
        advice,
        "the ETag with the -gzip that Apache and others put there",
        "Apache bug 45023; FreshRSS pull request 1199",
      );
  }
  if (lastModified !== null)
    add(
      { "If-Modified-Since": lastModified },
      "http-last-modified-304",
      etag === null ? error : warning,
      "the Last-Modified it was given",
      "RFC 9110 §13.1.3",
    );
  if (etag !== null && lastModified !== null)
    add(
      { "If-None-Match": etag, "If-Modified-Since": lastModified },
      "http-both-304",
      error,
      "both validators, as most readers do",
      "RFC 9110 §13.2.2",
    );
  return conditions;
}

async function checkConditions(
  first: Fetched,
  conditions: readonly Condition[],
  network: Network,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { headers, rule, make, whose, source } of conditions) {
    const answer = await ask(first.url, network, { headers });
    const where = `GET with ${Object.keys(headers).join(" and ")}`;
    const status = answer.ok ? String(answer.value.status) : "no answer";
    if (status !== "304")
      findings.push(make(rule, where, `Answer 304 to who sends ${whose}: the answer is ${status}.`, source));
    else if (answer.ok && rule === "http-etag-304")
      findings.push(...checkNotModified(first, answer.value, where));
  }
  return findings;
}

// A cache renews what it keeps by these.
function checkNotModified(first: Fetched, { headers }: Fetched, where: string): Finding[] {
  return ["ETag", "Cache-Control", "Vary", "Expires", "Content-Location"]
    .filter((name) => first.headers.get(name) !== null && headers.get(name) !== first.headers.get(name))
    .map((name) =>
      warning(
        "http-304-headers",
        where,
        `Send the ${name} of the 200 with the 304 too: it is ${headers.get(name) ?? "missing"}.`,
        "RFC 9110 §15.4.5",
      ),
    );
}

// A date that fits says nothing when the tag beside it doesn't.
async function checkPrecedence(first: Fetched, network: Network): Promise<Finding[]> {
  const lastModified = first.headers.get("Last-Modified");
  if (lastModified === null || first.headers.get("ETag") === null) return [];
  const answer = await ask(first.url, network, {
    headers: { "If-None-Match": '"not-this-feed"', "If-Modified-Since": lastModified },
  });
  return answer.ok && answer.value.status === 304
    ? [
        error(
          "http-precedence",
          "GET with If-None-Match and If-Modified-Since",
          "Ignore If-Modified-Since beside an If-None-Match: who has another version gets 304, and keeps it.",
          "RFC 9110 §13.1.3",
        ),
      ]
    : [];
}
