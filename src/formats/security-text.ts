// security.txt, RFC 9116: where to report a vulnerability.

import { SECURITY_PATH } from "../model/address.ts";
import { isoDate } from "./dates.ts";

export type SecurityText = {
  readonly contact: string; // a mailto: or https: URI
  readonly expiresAt: number; // ms since 1970 UTC
  readonly publicOrigin: string;
};

export const renderSecurityText = ({ contact, expiresAt, publicOrigin }: SecurityText): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${isoDate(expiresAt)}`,
    // §2.5.2: it must be https, so a local wire has none.
    ...(publicOrigin.startsWith("https:") ? [`Canonical: ${publicOrigin}${SECURITY_PATH}`] : []),
    "",
  ].join("\n");
