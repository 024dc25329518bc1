// May this address be called? Asked of every call out, and of every hop of it.
//
// It goes by what the URL parser makes of an address, never by how that is written:
// 0x7f.1, 2130706433 and １２７.０.０.１ are one and the same host to it. What a name
// leads to in DNS can't be seen from here; that the platform sees to (wrangler.toml,
// global_fetch_strictly_public).

import { MAX_URL_CHARACTERS } from "./limits.ts";
import { isReservedName } from "./reserved-names.ts";
import { fail, ok, type Result } from "./result.ts";

/** Every reason not to call an address. */
export type OutboundRefusal =
  | { readonly kind: "url_too_long"; readonly maxCharacters: number }
  | { readonly kind: "url_invalid" }
  | { readonly kind: "scheme_refused"; readonly scheme: string } // without its colon
  | { readonly kind: "credentials_present" }
  | { readonly kind: "port_refused"; readonly port: number }
  | { readonly kind: "host_is_address"; readonly host: string }
  | { readonly kind: "host_invalid"; readonly host: string } // no name that public DNS could have
  | { readonly kind: "host_reserved"; readonly host: string }
  | { readonly kind: "host_own"; readonly host: string };

export type GuardRules = {
  readonly own: readonly string[]; // hosts that are this wire, without a port: calling ourselves goes round
  readonly allowHttp: boolean;
};

export type GuardUrl = (url: string, rules: GuardRules) => Result<URL, OutboundRefusal>;

const SCHEMES = ["https:", "http:"];
const PORTS = ["", "80", "443", "8080", "8443"]; // "": the scheme's own

/**
 * Let an address through, or say why not.
 *
 * @param url an absolute URL, as somebody outside wrote it
 * @returns the address to call, without its fragment
 */
export const guardUrl: GuardUrl = (url, rules) => {
  if (url.length > MAX_URL_CHARACTERS)
    return fail({ kind: "url_too_long", maxCharacters: MAX_URL_CHARACTERS });
  const parsed = URL.parse(url);
  if (parsed === null) return fail({ kind: "url_invalid" });
  const refusal = refusalOf(parsed, rules);
  if (refusal !== null) return fail(refusal);
  parsed.hash = "";
  return ok(parsed);
};

function refusalOf(url: URL, { own, allowHttp }: GuardRules): OutboundRefusal | null {
  const { protocol, hostname: host, port } = url;
  if (!SCHEMES.includes(protocol) || (protocol === "http:" && !allowHttp))
    return { kind: "scheme_refused", scheme: protocol.slice(0, -1) };
  if (url.username !== "" || url.password !== "") return { kind: "credentials_present" };
  if (!PORTS.includes(port)) return { kind: "port_refused", port: Number(port) };
  if (isAddress(host)) return { kind: "host_is_address", host };
  if (!isPublicName(host)) return { kind: "host_invalid", host };
  if (isReservedName(host)) return { kind: "host_reserved", host };
  if (own.some((name) => asHost(name) === host)) return { kind: "host_own", host };
  return null;
}

// After parsing, every form of an IPv4 address is dotted decimal, and only IPv6 has brackets.
const isAddress = (host: string): boolean => host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);

const MAX_NAME = 253; // RFC 1035 §2.3.4, as it is written
const LABEL = /^[a-z0-9_-]{1,63}$/; // with "_", which some blogs have
const LAST_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** Of two labels at least; without a dot at the end, which would make another name of every name on a list. */
function isPublicName(host: string): boolean {
  const labels = host.split(".");
  return (
    host.length <= MAX_NAME &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    LAST_LABEL.test(labels.at(-1) ?? "")
  );
}

const asHost = (name: string): string | undefined =>
  URL.parse(`https://${name}`)?.hostname.replace(/\.$/, "");
