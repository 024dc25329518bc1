// What a page may load: pictures and media from anywhere, and the one style that
// we wrote, named by its hash. No script at all.

import { STYLE } from "../pages/style.ts";

let policy: string | null = null;

/** The Content-Security-Policy of every page that isn't AMP. */
export async function pageContentSecurityPolicy(): Promise<string> {
  if (policy !== null) return policy;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(STYLE)));
  const hash = btoa(String.fromCharCode(...digest));
  policy =
    `default-src 'none'; style-src 'sha256-${hash}'; img-src https: http:; media-src https: http:; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  return policy;
}
