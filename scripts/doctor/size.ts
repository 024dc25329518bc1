// How much there is to fetch. A reader fetches the whole feed again for one new article.

import type { Feed } from "./feed.ts";
import { advice, type Findings, warning } from "./finding.ts";

const KB = 1_000;
const MB = 1_000 * KB;
const MIB = 1_024 * 1_024;

export function checkSize({ format, sizeBytes }: Feed): Findings {
  const size = `${sizeBytes.toLocaleString("en")} bytes`;
  if (sizeBytes > 3 * MIB)
    return [
      warning(
        "size",
        "the feed",
        `Leave older articles out: of ${size}, FreshRSS takes no push (3 MiB at most), and Google News reads nothing (2 MB).`,
        "FreshRSS, p/api/pshb.php; Google News, https://support.google.com/news/publisher-center/answer/9545420",
      ),
    ];
  if (sizeBytes > 2 * MB)
    return [
      warning(
        "size",
        "the feed",
        `Leave older articles out: of ${size}, Google News reads nothing (2 MB at most).`,
        "Google News, https://support.google.com/news/publisher-center/answer/9545420",
      ),
    ];
  if (sizeBytes > MB)
    return [
      warning(
        "size",
        "the feed",
        `Leave older articles out: ${size} are a burden to readers (above 1 MB).`,
        "JSON Feed 1.1, Suggestions for Publishers",
      ),
    ];
  return format === "json" && sizeBytes > 250 * KB
    ? [
        advice(
          "size",
          "the feed",
          `Leave older articles out, or page them with next_url: 250 KB are fine, and these are ${size}.`,
          "JSON Feed 1.1, Suggestions for Publishers",
        ),
      ]
    : [];
}
