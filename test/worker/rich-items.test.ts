// A podcast and Markdown, from a submission to what readers get.

import { parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, it } from "vitest";
import { accepted, publishedAs, readDocument, reading, request } from "./client.ts";

// It has a podcast in its definition, and its RSS carries Markdown.
const FEED = "show";

const EPISODE = {
  id: "episode-7",
  title: "The light that went out",
  content_html: "<p>What the keeper heard.</p>",
  image: "https://publisher.test/7.jpg",
  attachments: [
    { url: "https://publisher.test/7.pdf", mime_type: "application/pdf" },
    {
      url: "https://publisher.test/7.mp3",
      mime_type: "audio/mpeg",
      title: "The episode",
      size_in_bytes: 1234,
      duration_in_seconds: 1800,
    },
    { url: "https://publisher.test/7.m4a", mime_type: "audio/x-m4a", title: "The episode" },
  ],
  episode: 7,
  season: 2,
  episode_type: "full",
  explicit: false,
  transcripts: [{ url: "https://publisher.test/7.vtt", mime_type: "text/vtt" }],
  chapters: { url: "https://publisher.test/7.json", mime_type: "application/json+chapters" },
};

it("an episode is one in RSS, in JSON Feed and in its own JSON", async () => {
  const receipt = await accepted(FEED, EPISODE);
  expect(receipt.dropped).toEqual([]);
  const channel = parseRssFeed(await publishedAs(FEED, receipt.feedVersion));
  expect(channel.itunes).toMatchObject({ author: "The Desk", owner: { email: "desk@publisher.test" } });
  const item = channel.items?.find(({ guid }) => guid?.value === "episode-7");
  expect(item?.enclosures?.map(({ url }) => url)).toEqual(["https://publisher.test/7.mp3"]);
  expect(item?.itunes).toMatchObject({
    duration: 1800,
    image: "https://publisher.test/7.jpg",
    season: 2,
    episode: 7,
    explicit: false,
  });
  expect(item?.podcast).toMatchObject({
    transcripts: [{ url: "https://publisher.test/7.vtt", type: "text/vtt" }],
    chapters: { url: "https://publisher.test/7.json" },
  });
  expect(item?.media?.groups?.[0]?.contents).toHaveLength(2);

  const json = await readDocument(FEED, "feed.json");
  expect(parseJsonFeed(json).items?.some(({ id }) => id === "episode-7")).toBe(true);
  const headers = { Accept: "application/json" };
  const own = await (await request(new URL(receipt.url).pathname, { headers })).json();
  expect(own).toMatchObject({ _edgewire: { episode: 7, transcripts: [{ mime_type: "text/vtt" }] } });
});

it("an episode whose number changes is a change", async () => {
  const { id: _, ...rest } = EPISODE;
  const first = await accepted(FEED, { ...rest, id: "renumbered" });
  expect(await accepted(FEED, { ...rest, id: "renumbered" })).toMatchObject({ status: "unchanged" });
  const second = await accepted(FEED, { ...rest, id: "renumbered", episode: 8 });
  expect(second).toMatchObject({ key: first.key, status: "accepted", revision: 2 });
});

it("Markdown is carried as it was written, and stays when the same comes as HTML", async () => {
  const type = "text/markdown";
  const text = "---\nid: lights\n---\n# Seven lights\n\nA *log* book.";
  const receipt = await accepted(FEED, text, { type });
  const markdownIn = (rss: string) =>
    parseRssFeed(rss).items?.find(({ guid }) => guid?.value === "lights")?.sourceNs?.markdown;
  expect(markdownIn(await publishedAs(FEED, receipt.feedVersion))).toBe("A *log* book.");

  const html = { id: "lights", title: "Seven lights", content_html: "<p>A <em>log</em> book.</p>" };
  expect(await accepted(FEED, html)).toMatchObject({ key: receipt.key, status: "unchanged", revision: 1 });
  expect(await reading(FEED, receipt.key)).toMatchObject({ article: { markdown: "A *log* book." } });

  const changed = await accepted(FEED, { ...html, content_html: "<p>Two log books.</p>" });
  expect(markdownIn(await publishedAs(FEED, changed.feedVersion))).toBeUndefined();
});
