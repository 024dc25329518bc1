// RSS 2.0, https://www.rssboard.org/rss-specification, with the Best Practices
// Profile, on the head, the archives and the derived feeds alike.

import { beforeAll, describe, expect, it } from "vitest";
import { all, childrenOf, textOf } from "../xml.ts";
import { addressesIn } from "./addresses.ts";
import { headOf, wholeOf } from "./magazine.ts";
import type { Requirement } from "./requirement.ts";
import { episodeOf, type Channels as Given, itemOf, itemsIn, readChannels } from "./rss-channels.ts";

let given: Given;

beforeAll(async () => {
  given = await readChannels();
}, 30_000);

const RSS_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const CHANNEL: readonly Requirement<Given>[] = [
  [
    "RSS 2.0, channel",
    "a title, a link and a description, each once and not empty",
    ({ channels }) => {
      for (const { path, channel } of channels)
        for (const name of ["title", "link", "description"])
          expect([path, childrenOf(channel, name).map(({ text }) => text !== "")]).toEqual([path, [true]]);
    },
  ],
  [
    "RSS 2.0, language",
    "one with its region, as en-GB",
    ({ channels }) => {
      for (const { channel } of channels)
        expect(textOf(channel, "language")).toMatch(/^[a-z]{2,3}-[A-Z]{2}$/);
    },
  ],
  [
    "RSS 2.0, dates",
    "RFC 822 with four digits for the year, in GMT",
    (wire) => {
      const dates = [
        ...wire.channels.map(({ channel }) => textOf(channel, "lastBuildDate")),
        ...itemsIn(wire).map((item) => textOf(item, "pubDate")),
      ];
      for (const date of dates) expect(date).toMatch(RSS_DATE);
    },
  ],
  [
    "RSS 2.0, ttl",
    "says the same as max-age, and so does the Syndication module; an archive says nothing",
    ({ channels }) => {
      for (const { path, place, channel, headers } of channels) {
        const seconds = Number(/max-age=(\d+)/.exec(headers.get("Cache-Control") ?? "")?.[1]);
        const said = ["ttl", "sy:updatePeriod", "sy:updateFrequency"].map((name) => textOf(channel, name));
        const right = [String(seconds / 60), "hourly", String(3_600 / seconds)];
        expect([path, said]).toEqual([path, place === "archive" ? [undefined, undefined, undefined] : right]);
      }
    },
  ],
  [
    "RSS 2.0, image",
    "url, title and link, the two that the channel has",
    ({ channels }) => {
      for (const { channel } of channels) {
        const [image] = childrenOf(channel, "image");
        expect(textOf(image, "url")).toBe("https://publisher.test/logo.png");
        for (const name of ["title", "link"]) expect(textOf(image, name)).toBe(textOf(channel, name));
      }
    },
  ],
  [
    "RSS Profile, atom:link",
    "one with rel=self, which is the address it was fetched from, under its media type",
    ({ channels }) => {
      for (const { url, channel } of channels) {
        const own = childrenOf(channel, "atom:link").map(({ attributes }) => attributes);
        expect(own.filter(({ rel }) => rel === "self")).toEqual([
          { rel: "self", type: "application/rss+xml", href: url },
        ]);
      }
    },
  ],
  [
    "RSS Profile, link",
    "never a link element with rel or href that is not Atom's, nor two links",
    ({ channels }) => {
      for (const { channel, items } of channels) {
        for (const link of all(channel, "link")) expect([link.attributes, link.children]).toEqual([{}, []]);
        for (const one of [channel, ...items]) expect(childrenOf(one, "link").length).toBe(1);
      }
    },
  ],
  [
    "RSS 2.0, podcasts",
    "a show has Apple's elements, and what is no show doesn't even name their namespace",
    (wire) => {
      const { show, channels } = wire;
      expect(childrenOf(show, "itunes:category")[0]?.attributes).toEqual({ text: "Society & Culture" });
      expect(textOf(show, "itunes:explicit")).toBe("false");
      expect(textOf(childrenOf(show, "itunes:owner")[0], "itunes:email")).toBe("desk@publisher.test");
      expect(textOf(episodeOf(wire), "itunes:duration")).toBe("61");
      for (const { text } of channels) expect(text).not.toContain("itunes");
    },
  ],
];

const ITEM: readonly Requirement<Given>[] = [
  [
    "RSS 2.0, item",
    "has a title or a description",
    (wire) => {
      for (const item of itemsIn(wire))
        expect(`${textOf(item, "title") ?? ""}${textOf(item, "description") ?? ""}`).not.toBe("");
      expect(childrenOf(itemOf(wire, "9"), "title")).toEqual([]);
      expect(textOf(itemOf(wire, "9"), "description")).toBe("A note without a title.");
    },
  ],
  [
    "RSS 2.0, guid",
    "one an item, isPermaLink false for whatever is not the item's address",
    (wire) => {
      for (const item of itemsIn(wire)) {
        const guids = childrenOf(item, "guid");
        const isAddress = guids[0]?.text === textOf(item, "link");
        expect(guids.map(({ attributes }) => attributes)).toEqual([{ isPermaLink: String(isAddress) }]);
      }
      const [other] = childrenOf(itemOf(wire, "https://publisher.test/?p=6"), "guid");
      const [own] = childrenOf(itemOf(wire, "https://publisher.test/2026/address"), "guid");
      expect([other?.attributes, own?.attributes]).toEqual([
        { isPermaLink: "false" },
        { isPermaLink: "true" },
      ]);
    },
  ],
  [
    "RSS 2.0, author",
    "is an e-mail address, so names are dc:creator",
    (wire) => {
      for (const item of itemsIn(wire)) expect(childrenOf(item, "author")).toEqual([]);
      expect(childrenOf(itemOf(wire, "elsewhere"), "dc:creator").map(({ text }) => text)).toEqual([
        "Night Desk",
        "Day Desk",
      ]);
    },
  ],
  [
    "RSS 2.0, enclosure",
    "at most one an item, with url, length and type",
    (wire) => {
      for (const item of itemsIn(wire)) expect(childrenOf(item, "enclosure").length).toBeLessThan(2);
      expect(childrenOf(itemOf(wire, "sound"), "enclosure").map(({ attributes }) => attributes)).toEqual([
        { url: "https://publisher.test/a.mp3", length: "1234", type: "audio/mpeg" },
      ]);
      expect(childrenOf(episodeOf(wire), "enclosure").map(({ attributes }) => attributes)).toEqual([
        { url: "https://publisher.test/1.mp3", length: "0", type: "audio/mpeg" },
      ]);
    },
  ],
  [
    "RSS Profile, content:encoded",
    "the body, behind a description that is the summary",
    (wire) => {
      const item = itemOf(wire, "marked-up");
      expect(textOf(item, "description")).toBe("Salt &amp; vinegar, at &lt;5 a bag.");
      expect(textOf(item, "content:encoded")).toContain("<p>Salt &amp; vinegar: <code>a &lt; b");
      const names = item.children.map(({ name }) => name);
      expect(names.indexOf("description")).toBeLessThan(names.indexOf("content:encoded"));
    },
  ],
  [
    "RSS Profile, character data",
    "is escaped, a title's with hexadecimal references, and CDATA is never used",
    ({ channels, magazine }) => {
      for (const { text } of channels) expect(text).not.toContain("<![CDATA[");
      const texts = wholeOf(magazine, "rss").map(({ text }) => text);
      expect(texts.join("")).toContain("<title>Fish &#x26; chips, 3 &#x3C; 5</title>");
    },
  ],
  [
    "RSS 2.0, addresses",
    "none is relative, neither in an element nor in the content",
    (wire) => {
      for (const document of wire.channels)
        for (const address of addressesIn(document)) expect(address).toMatch(/^https?:\/\/[^/]+\//);
      const encoded = textOf(itemOf(wire, "https://publisher.test/?p=6"), "content:encoded");
      expect(encoded).toContain('href="https://publisher.test/map?a=1&amp;b=2"');
      expect(encoded).toContain('poster="https://publisher.test/2026/tide.jpg"');
    },
  ],
  [
    "RSS 2.0, category",
    "is the tag as it was given",
    (wire) => {
      const categories = childrenOf(itemOf(wire, "marked-up"), "category").map(({ text }) => text);
      expect(categories).toEqual(["tides", "R&D", "<quay>"]);
    },
  ],
  [
    "Media RSS",
    "renditions of one thing are a group, and the lead image has a caption",
    (wire) => {
      expect(all(itemOf(wire, "sound"), "media:group").map(({ children }) => children.length)).toEqual([2]);
      const [image] = childrenOf(itemOf(wire, "https://publisher.test/?p=6"), "media:content");
      expect(image?.attributes).toEqual({ url: "https://publisher.test/lead.jpg", medium: "image" });
      expect(textOf(image, "media:description")).toBe("The light at noon.");
    },
  ],
  [
    "source:markdown",
    "its namespace stands on its own element, and nowhere where nothing was Markdown",
    ({ magazine, show }) => {
      expect(headOf(magazine, "rss").text).not.toContain("source.scripting.com");
      const written = all(show, "source:markdown").map(({ attributes, text }) => [attributes, text]);
      expect(written).toEqual([[{ "xmlns:source": "http://source.scripting.com/" }, "A *log* book."]]);
    },
  ],
];

describe.each([
  ["the channel", CHANNEL],
  ["an item", ITEM],
])("RSS: %s", (_, table) => {
  it.each(table)("%s: %s", (_clause, _requirement, check) => check(given));
});
