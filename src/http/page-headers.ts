// What every page says besides its Content-Security-Policy.
//
// Source: https://owasp.org/www-project-secure-headers

// A page of ours plays and shows; it never asks for any of these.
const NEVER_ASKED =
  "accelerometer camera display-capture geolocation gyroscope hid idle-detection magnetometer microphone midi payment serial usb";

const PERMISSIONS = NEVER_ASKED.split(" ")
  .map((feature) => `${feature}=()`)
  .join(", ");

const A_YEAR = 31_536_000; // seconds

/**
 * @param publicOrigin a browser that was told once to use https would never
 *   again reach a wire that has none, such as the local one
 */
export const pageHeadersOf = (publicOrigin: string): Readonly<Record<string, string>> => ({
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": PERMISSIONS,
  "Cross-Origin-Opener-Policy": "same-origin",
  ...(publicOrigin.startsWith("https:") ? { "Strict-Transport-Security": `max-age=${A_YEAR}` } : {}),
});
