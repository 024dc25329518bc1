// Deletions that travel: RFC 6721 in Atom, `_edgewire.deleted` in JSON Feed.

import { describe, expect, it } from "vitest";
import { all, parseXml, textOf } from "../xml.ts";
import { accepted, publishedAs, request, withdraw } from "./client.ts";
import { freshFeed } from "./feeds.ts";

async function withdrawnFeed() {
  const feed = freshFeed();
  const kept = await accepted(feed, { id: "k", title: "Kept" });
  const numbered = await accepted(feed, { id: "42", title: "Forty-two" });
  const named = await accepted(feed, { id: "https://news.example/?p=1", title: "Named" });
  await publishedAs(feed, named.feedVersion);
  await withdraw(feed, numbered.key);
  const { feedVersion } = await (await withdraw(feed, named.key)).json<{ feedVersion: number }>();
  await publishedAs(feed, feedVersion);
  const read = async (file: string) => (await request(`/feeds/${feed}/${file}`)).text();
  return { feed, kept, numbered, named, read };
}

describe("a withdrawn article", () => {
  it("is a deleted-entry in Atom, under the id that its entry had, the newest last", async () => {
    const { feed, numbered, read } = await withdrawnFeed();
    const deleted = all(parseXml(await read("atom.xml")), "at:deleted-entry").map(
      ({ attributes }) => attributes,
    );
    expect(deleted.map(({ ref }) => ref)).toEqual([
      expect.stringMatching(new RegExp(`^tag:wire.test,\\d{4}:${feed}/${numbered.key}$`)),
      "https://news.example/?p=1",
    ]);
    for (const { when } of deleted) expect(when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
  });

  it("is told in JSON Feed, and is just gone from RSS", async () => {
    const { read } = await withdrawnFeed();
    const json = JSON.parse(await read("feed.json"));
    expect(json._edgewire.deleted).toEqual([
      { id: "42", when: expect.stringMatching(/Z$/) },
      { id: "https://news.example/?p=1", when: expect.stringMatching(/Z$/) },
    ]);
    expect(json._edgewire.about).toBe("https://wire.test/about/json-feed");
    const rss = await read("rss.xml");
    expect(all(parseXml(rss), "item").map((item) => textOf(item, "title"))).toEqual(["Kept"]);
    expect(rss).not.toContain("deleted");
  });

  it("that is posted again is an entry, later than its deletion was, and no tombstone", async () => {
    const { feed, read } = await withdrawnFeed();
    const when = Date.parse(
      all(parseXml(await read("atom.xml")), "at:deleted-entry")[0]?.attributes["when"] ?? "",
    );
    const { feedVersion } = await accepted(feed, { id: "42", title: "Forty-two" });
    await publishedAs(feed, feedVersion);
    const document = parseXml(await read("atom.xml"));
    expect(all(document, "at:deleted-entry").map(({ attributes }) => attributes["ref"])).toEqual([
      "https://news.example/?p=1",
    ]);
    const again = all(document, "entry").find((entry) => textOf(entry, "title") === "Forty-two");
    expect(Date.parse(textOf(again, "updated") ?? "")).toBeGreaterThan(when);
  });

  it("that no reader ever saw leaves none", async () => {
    const feed = freshFeed();
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const { key } = await accepted(feed, { id: "s", title: "Scheduled", date_published: soon });
    await withdraw(feed, key);
    const other = await accepted(feed, { id: "o", title: "Other" });
    const atom = await publishedAs(feed, other.feedVersion, "atom.xml");
    expect(atom).not.toContain("deleted-entry");
    expect(atom).not.toContain("tombstones");
  });
});
