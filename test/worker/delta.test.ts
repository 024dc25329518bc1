// Only what is new: RFC 3229's "feed".

import { describe, expect, it } from "vitest";
import { all, parseXml, textOf } from "../xml.ts";
import { accepted, publishedAs, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";

const FILES = ["rss.xml", "atom.xml"];

/** A feed with three articles, and the tag of each version in which one was added. */
async function grownFeed(file: string, feed = freshFeed()) {
  const tags: string[] = [];
  for (const [id, title] of [
    ["a", "One"],
    ["b", "Two"],
    ["c", "Three"],
  ]) {
    const receipt = await accepted(feed, { id, title, content_html: `<p>${title}</p>` });
    await publishedAs(feed, receipt.feedVersion, file);
    tags.push((await request(`/feeds/${feed}/${file}`)).headers.get("ETag") ?? "");
  }
  return { feed, path: `/feeds/${feed}/${file}`, tags };
}

// Growing one takes two publishes' time; who only reads can share it.
const grown = new Map<string, ReturnType<typeof grownFeed>>();
function sharedFeed(file: string): ReturnType<typeof grownFeed> {
  const feed = grown.get(file) ?? grownFeed(file);
  grown.set(file, feed);
  return feed;
}

const ask = (path: string, tag: string, aim = "feed", method = "GET"): Promise<Response> =>
  request(path, { method, headers: { "A-IM": aim, "If-None-Match": tag } });

function titlesIn(xml: string): string[] {
  const document = parseXml(xml);
  return [...all(document, "item"), ...all(document, "entry")].map((item) => textOf(item, "title") ?? "");
}

describe.each(FILES)("a difference of %s", (file) => {
  it("holds what is new since the reader's copy, as a whole feed", async () => {
    const { path, tags } = await sharedFeed(file);
    const full = await request(path);
    const since = await ask(path, tags[0] ?? "");
    expect(since.status).toBe(226);
    expect(Object.fromEntries(since.headers)).toMatchObject({
      im: "feed",
      etag: tags[2],
      "delta-base": tags[0],
      vary: "Accept-Encoding, A-IM, If-None-Match",
      "content-type": full.headers.get("Content-Type"),
      link: full.headers.get("Link"),
    });
    const xml = await since.text();
    expect(titlesIn(xml)).toEqual(["Three", "Two"]);
    // Everything but the articles is as in the whole, and it doesn't claim to be all there is.
    expect(xml).not.toContain("fh:complete");
    expect(await full.text()).toContain(xml.slice(0, xml.search(/<item>|<entry/)));
  });

  it("is never kept as the whole", async () => {
    const { path, tags } = await sharedFeed(file);
    const { headers } = await ask(path, tags[1] ?? "");
    expect(headers.get("Cache-Control")).toMatch(/^no-store, im, max-age=\d+/);
    const plain = await request(path);
    expect(plain.status).toBe(200);
    expect(titlesIn(await plain.text())).toEqual(["Three", "Two", "One"]);
    expect(plain.headers.get("Vary")).toBe("Accept-Encoding, A-IM");
  });

  it.each([
    ["nothing is new", (tags: string[]) => tags[2] ?? "", "feed", 304],
    ["a weak tag", (tags: string[]) => `W/${tags[1]}`, "feed", 226],
    [
      "a tag that a proxy has changed",
      (tags: string[]) => (tags[1] ?? "").replace(/"$/, '-gzip"'),
      "feed",
      226,
    ],
    ["several tags", (tags: string[]) => `"other", ${tags[0]}, ${tags[1]}`, "feed", 226],
    ["other manipulations beside it", (tags: string[]) => tags[1] ?? "", "vcdiff, feed;q=0.5, gzip", 226],
    ["a tag that was never ours", () => '"abc"', "feed", 200],
    ["a version from before there was a feed", () => '"1000000000000-0123456789abcdef"', "feed", 200],
    ["no tag", () => "", "feed", 200],
    ["nonsense", (tags: string[]) => tags[1] ?? "", "feeds, ;;,=feed,", 200],
    ["feed refused", (tags: string[]) => tags[1] ?? "", "feed;q=0", 200],
  ])("%s", async (_, tag, aim, status) => {
    const { path, tags } = await sharedFeed(file);
    expect((await ask(path, tag(tags), aim)).status).toBe(status);
  });

  it("of several tags the newest counts", async () => {
    const { path, tags } = await sharedFeed(file);
    const response = await ask(path, `${tags[0]}, ${tags[1]}`);
    expect(response.headers.get("Delta-Base")).toBe(tags[1]);
    expect(titlesIn(await response.text())).toEqual(["Three"]);
  });

  it("is the same in HEAD, without a body", async () => {
    const { path, tags } = await sharedFeed(file);
    const get = await ask(path, tags[1] ?? "");
    const head = await ask(path, tags[1] ?? "", "feed", "HEAD");
    expect(head.status).toBe(226);
    expect(head.headers.get("Content-Length")).toBe(String((await get.arrayBuffer()).byteLength));
    expect(await head.text()).toBe("");
  });

  it("a correction is in it", async () => {
    const { feed, path, tags } = await grownFeed(file);
    const { feedVersion } = await accepted(feed, { id: "a", title: "One, corrected" });
    await publishedAs(feed, feedVersion, file);
    expect(titlesIn(await (await ask(path, tags[2] ?? "")).text())).toEqual(["One, corrected"]);
  });
});

it("tombstones are in it", async () => {
  const { feed, path, tags } = await grownFeed("atom.xml");
  const { key } = await accepted(feed, { id: "a", title: "One", content_html: "<p>One</p>" });
  const { feedVersion } = await (await withdraw(feed, key)).json<{ feedVersion: number }>();
  await publishedAs(feed, feedVersion, "atom.xml");
  const document = parseXml(await (await ask(path, tags[2] ?? "")).text());
  expect(all(document, "entry")).toEqual([]);
  expect(all(document, "at:deleted-entry").length).toBe(1);
});

it("JSON Feed has none", async () => {
  const { path, tags } = await grownFeed("feed.json");
  expect((await ask(path, tags[0] ?? "")).status).toBe(200);
});

it("a feed may do without", async () => {
  const { path, tags } = await grownFeed("rss.xml", "no-deltas");
  const response = await ask(path, tags[0] ?? "");
  expect([response.status, response.headers.get("Vary")]).toEqual([200, "Accept-Encoding"]);
});
