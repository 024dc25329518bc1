// A guard with one hole: an outside that these tests can have, on a port of this machine.

import { type GuardUrl, guardUrl } from "../../src/model/guard-url.ts";
import { ok } from "../../src/model/result.ts";

export const allowingOnly =
  (origin: string): GuardUrl =>
  (url, rules) => {
    const parsed = URL.parse(url);
    return parsed?.origin === origin ? ok(parsed) : guardUrl(url, rules);
  };
