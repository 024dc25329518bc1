import { expect, it } from "vitest";
import { accepted, publishedAs, request } from "./client.ts";
import { freshFeed } from "./feeds.ts";

it("serves a posted article in five forms", async () => {
  const feed = freshFeed();
  const receipt = await accepted(feed, { title: "The tide is in", content_html: "<p>Mind the step.</p>" });
  expect(await publishedAs(feed, receipt.feedVersion, "rss.xml")).toContain("The tide is in");
  expect(await publishedAs(feed, receipt.feedVersion, "atom.xml")).toContain("The tide is in");
  expect(await publishedAs(feed, receipt.feedVersion, "feed.json")).toContain("The tide is in");
  const page = await request(new URL(receipt.url).pathname);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<h1 class="p-name">The tide is in</h1>');
  const amp = await request(`${new URL(receipt.url).pathname}/amp`);
  expect(await amp.text()).toContain('<html amp=""');
});
