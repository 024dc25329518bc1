// A feed of its own with one article on it, out for every reader.

import { accepted, publishedAs } from "./client.ts";
import { freshFeed } from "./feeds.ts";

export async function publishedFeed(
  body: Record<string, unknown> = { title: "One", content_html: "<p>x</p>" },
) {
  const feed = freshFeed();
  const receipt = await accepted(feed, body);
  await publishedAs(feed, receipt.feedVersion);
  return { feed, receipt, path: new URL(receipt.url).pathname };
}
