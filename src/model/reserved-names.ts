// Names that lead into a network instead of out to the web, whatever DNS says of
// them today. Each is refused itself and with everything in front of it.

// IANA's special-use names (RFC 6761, 6762, 7686, 8375, 9476) and ICANN's
// .internal. Nothing public has them, but a company's own DNS often does.
const SPECIAL_USE = ["alt", "arpa", "example", "internal", "invalid", "local", "localhost", "onion", "test"];

// Never delegated, because so many private networks use them (RFC 6762 App. G, SSAC's SAC 045).
const PRIVATE_USE = [
  "consul",
  "corp",
  "domain",
  "home",
  "intranet",
  "lan",
  "localdomain",
  "mail",
  "private",
  "workgroup",
];

// Public DNS answers these with an address that is spelled in the name, or with this machine's.
const ADDRESS_IN_NAME = [
  "1u.ms",
  "backname.io",
  "lacolhost.com",
  "localho.st",
  "local-ip.co",
  "local-ip.sh",
  "localtest.me",
  "lvh.me",
  "nip.io",
  "rbndr.us",
  "sslip.io",
  "traefik.me",
  "vcap.me",
  "xip.io",
];

// Outside every reserved zone, and answered all the same by a cloud's metadata service or by a router.
const METADATA = ["fritz.box", "metadata.goog", "metadata.tencentyun.com"];

const RESERVED: ReadonlySet<string> = new Set([
  ...SPECIAL_USE,
  ...PRIVATE_USE,
  ...ADDRESS_IN_NAME,
  ...METADATA,
]);

// Anybody can have such a service under a name of their own: 10.0.0.1.dns.example, www-10-0-0-1.dns.example.
const OCTET = "[.-]\\d{1,3}";
const PRIVATE_ADDRESS = new RegExp(
  `(?:^|[.-])(?:(?:0|10|127)${OCTET}|169[.-]254|172[.-](?:1[6-9]|2\\d|3[01])|192[.-]168|100[.-](?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))${OCTET}${OCTET}(?:[.-]|$)`,
);

/** @param host as `URL` gives it: in lower case, in ASCII */
export function isReservedName(host: string): boolean {
  const labels = host.split(".");
  // localhost.dns.example is this machine, by a habit of those who run DNS.
  if (labels.includes("localhost")) return true;
  const zones = labels.map((_, at) => labels.slice(at).join("."));
  return zones.some((zone) => RESERVED.has(zone)) || PRIVATE_ADDRESS.test(host);
}
